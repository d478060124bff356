package import SurveyModel

/// One cell as a test writes it: a code, or nil where the respondent left it blank.
package enum SampleAnswer: Hashable, Sendable {
  /// A code of the item's response scale.
  case code(Int)
  /// No answer.
  case missing(MissingReason)
}

extension SampleAnswer: ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  package init(integerLiteral value: Int) { self = .code(value) }
  package init(nilLiteral: ()) { self = .missing(.skipped) }
}

/// One item with the answers of every row.
package struct SampleColumn: Hashable, Sendable {
  /// The item.
  package let item: Item
  /// Its answers.
  package let answers: [SampleAnswer]

  /// An item on 1–5 unless a response scale says otherwise.
  package init(
    _ id: String, _ answers: [SampleAnswer], on scale: ResponseScale = Sample.agree5,
    keying: Keying = .forward, level: Item.Level = .relationship, domain: String? = nil,
    askedIn: [String]? = nil, condition: AskCondition? = nil
  ) {
    item = Item(
      id: id, stem: "Wording of \(id)", responseScale: scale, keying: keying, level: level,
      domainID: domain, askedIn: askedIn, condition: condition, location: Sample.location)
    self.answers = answers
  }

  /// An item with numbers as its answers.
  package init(_ id: String, codes: [Int], keying: Keying = .forward) {
    self.init(id, codes.map(SampleAnswer.code), keying: keying)
  }

  fileprivate var column: CodedColumn {
    CodedColumn(
      cells: answers.map { answer -> UInt8 in
        switch answer {
        case .code(let code): item.responseScale.codes.firstIndex(of: code).map(UInt8.init) ?? 0xF4
        case .missing(let reason): reason.cell
        }
      })
  }
}

/// A multi-select question with the options that each row ticked.
package struct SampleTicks: Hashable, Sendable {
  /// The question.
  package let question: MultiSelectQuestion
  /// What each row ticked; empty for nothing, nil where it was not shown.
  package let rows: [[String]?]

  /// A question.
  package init(_ id: String, options: [String], _ rows: [[String]?]) {
    question = MultiSelectQuestion(
      id: id, stem: "Wording of \(id)",
      options: options.map { MultiSelectOption(code: $0, label: $0) }, location: Sample.location)
    self.rows = rows
  }

  fileprivate var column: MultiSelectColumn {
    MultiSelectColumn(
      states: rows.map { $0.map { $0.isEmpty ? .nothingTicked : .answered } ?? .notShown },
      ticks: rows.map { ticked in
        question.options.indices.reduce(0) { bits, place in
          ticked?.contains(question.options[place].code) == true ? bits | 1 << UInt64(place) : bits
        }
      })
  }
}

/// Small datasets, written out in tests.
package enum Sample {
  /// Where everything of a sample stands.
  package static let location = SourceLocation(file: "sample.yaml")

  /// Five options, 1 to 5.
  package static let agree5 = scale("agree5", codes: 1...5)

  /// A response scale of consecutive codes.
  package static func scale(
    _ id: String, codes: ClosedRange<Int>, kind: ResponseScale.Kind = .ordinal
  ) -> ResponseScale {
    ResponseScale(
      id: id, kind: kind, options: codes.map { ResponseOption(code: $0, label: "option \($0)") })
  }

  /// A scale of items or of subscales.
  package static func scale(
    _ id: String, form: String = "mentor", of content: Scale.Content,
    kind: Scale.Kind = .reflective,
    scoring: ScoringRule = .default
  ) -> Scale {
    Scale(
      id: id, name: "Scale \(id)", formID: form, content: content, kind: kind, scoring: scoring,
      location: location)
  }

  /// The responses to one form; without persons each row is a person of its own.
  package static func form(
    _ columns: [SampleColumn], id: String = "mentor", scales: [Scale] = [],
    ticks: [SampleTicks] = [], texts: [String: [String?]] = [:], persons: [Int32]? = nil,
    pairs: [Int32]? = nil, waves: [UInt8]? = nil, categories: [String: [String?]] = [:],
    numbers: [String: [Double?]] = [:], completions: [Completion] = []
  ) -> FormResponses {
    let count =
      columns.first?.answers.count ?? ticks.first?.rows.count ?? texts.values.first?.count ?? 0
    let respondents = persons ?? (0..<Int32(count)).map { $0 }
    let open = texts.keys.sorted().map {
      OpenQuestion(id: $0, stem: "Wording of \($0)", location: location)
    }
    return FormResponses(
      form: Form(
        id: id, role: Role(id: id), items: columns.map(\.item), scales: scales,
        multiSelects: ticks.map(\.question), openQuestions: open),
      waves: waves ?? [UInt8](repeating: 0, count: count), persons: respondents,
      personCount: Set(respondents).count, knowsPersons: persons != nil, pairs: pairs,
      items: Dictionary(uniqueKeysWithValues: columns.map { ($0.item.id, $0.column) }),
      multiSelects: Dictionary(uniqueKeysWithValues: ticks.map { ($0.question.id, $0.column) }),
      texts: texts.mapValues { TextColumn(cells: $0) },
      categories: categories.mapValues(category),
      numbers: numbers.mapValues { NumberColumn(cells: $0) }, completions: completions)
  }

  private static func category(_ texts: [String?]) -> CategoryColumn {
    var names: [String] = []
    let cells = texts.map { text -> Int32 in
      guard let text else { return -1 }
      if let place = names.firstIndex(of: text) { return Int32(place) }
      names.append(text)
      return Int32(names.count - 1)
    }
    return CategoryColumn(categories: names, cells: cells)
  }

  /// A dataset of some forms.
  package static func dataset(
    _ forms: [FormResponses], domains: [Domain] = [], pairItems: [PairItem] = [],
    pairScales: [PairScale] = [], waves: [String] = [""], attributes: [Attribute]? = nil
  ) -> SurveyDataset {
    let kinds = forms.reduce(into: [String: Attribute.Kind]()) { kinds, form in
      for id in form.categories.keys { kinds[id] = .category }
      for id in form.numbers.keys { kinds[id] = .number }
    }
    let described = kinds.keys.sorted().map {
      Attribute(id: $0, kind: kinds[$0] ?? .category, location: location)
    }
    let pairs = Set(forms.flatMap { $0.pairs ?? [] }).filter { $0 >= 0 }
    return SurveyDataset(
      codebook: Codebook(
        instrument: Instrument(id: "sample", title: "Sample"), domains: domains,
        forms: forms.map(\.form), pairItems: pairItems, pairScales: pairScales,
        attributes: attributes ?? described),
      waves: waves.map { Wave(id: $0) }, forms: forms, intake: [],
      pairCount: Int((pairs.max() ?? -1) + 1))
  }
}
