import SurveyAnalysis
import SurveyModel

/// What is known of each response to a form, before a table gives it a name.
struct FormColumn {
  /// What kind of thing it is of, as names that are taken have it before them.
  enum Kind: String, Hashable {
    case attribute
    case item
    case option
    case scale
    case question
    case key
  }

  let kind: Kind
  /// The codebook's name, with what is told of it behind, as in `MA1_label`.
  let name: String
  /// Where a name of a wave belongs: before `_keyed`.
  let stem: String
  let suffix: String
  let type: ColumnType
  let summary: String
  let rank: ColumnRank
  /// The codes it holds, as in `1 to 5`; nil where it holds none.
  let codes: String?
  /// Its cells, a row of the form each.
  let cells: () -> CellSource

  init(
    _ kind: Kind, _ stem: String, suffix: String = "", _ type: ColumnType, _ summary: String,
    rank: ColumnRank = .always, codes: String? = nil, cells: @escaping () -> CellSource
  ) {
    self.kind = kind
    name = stem + suffix
    self.stem = stem
    self.suffix = suffix
    self.type = type
    self.summary = summary
    self.rank = rank
    self.codes = codes
    self.cells = cells
  }
}

/// The columns of one form.
struct FormColumns {
  let responses: FormResponses
  let codebook: Codebook
  let showsIdentifying: Bool

  /// All of them: keys, attributes, items, options, scales, texts.
  var all: [FormColumn] {
    identities + attributes + items + options + scales + texts
  }

  /// Who the persons are, where that may be seen and was kept.
  var identities: [FormColumn] {
    guard showsIdentifying, let identities = responses.identities else { return [] }
    func column(
      _ kind: FormColumn.Kind, _ name: String, _ summary: String, _ texts: TextColumn
    ) -> FormColumn {
      FormColumn(kind, name, .text, summary) { .values(texts.cells.map { CellValue($0) }) }
    }
    let keys = [
      column(.key, "respondent_id", "what names the respondent", identities.respondents),
      column(.key, "pair_id", "what names the pair", identities.pairs),
    ]
    return keys
      + codebook.attributes(of: responses.form.id).compactMap { attribute in
        identities.attributes[attribute.id].map {
          column(.attribute, attribute.id, attribute.label, $0)
        }
      }
  }

  /// Attributes that describe the respondent or the mentorship.
  var attributes: [FormColumn] {
    codebook.attributes(of: responses.form.id).compactMap { attribute in
      guard !attribute.isIdentifying else { return nil }
      if let column = responses.categories[attribute.id] {
        return FormColumn(.attribute, attribute.id, .text, attribute.label) {
          .places(column.cells, column.categories)
        }
      }
      if let column = responses.numbers[attribute.id] {
        return FormColumn(.attribute, attribute.id, .real, attribute.label) {
          .numbers(column.cells)
        }
      }
      return nil
    }
  }

  /// Codes, labels, kinds of missing and keyed codes.
  var items: [FormColumn] { responses.form.items.flatMap(columns) }

  private func columns(of item: Item) -> [FormColumn] {
    let answers = ItemValues(item)
    let cells = responses.items[item.id]?.cells ?? []
    func column(
      _ suffix: String, _ type: ColumnType, _ summary: String, _ rank: ColumnRank,
      _ values: [UInt8: CellValue]
    ) -> FormColumn {
      FormColumn(
        .item, item.id, suffix: suffix, type, summary, rank: rank,
        codes: type == .integer ? item.responseScale.codesInWords : nil
      ) {
        cells.isEmpty ? .same(.null) : .bytes(cells, values)
      }
    }
    let turned = item.isReverseKeyed ? "its code, reversed" : "its code; the item is not reversed"
    return [
      column("", .integer, "code: \(item.shortLabel)", .always, answers.codes),
      column("_label", .text, "the words of the option", .label, answers.labels),
      column("_missing", .text, "why there is no code", .missing, answers.missing),
      column("_keyed", .integer, turned, .keyed, answers.keyed),
    ]
  }

  /// One column for each option of a multi-select question.
  var options: [FormColumn] {
    responses.form.multiSelects.flatMap { question in
      question.options.enumerated().map { place, option in
        let column = responses.multiSelects[question.id]
        return FormColumn(
          .option, "\(question.id)_\(option.code)", .integer,
          "1 where ticked, 0 where not: \(option.label)"
        ) {
          guard let column else { return .same(.null) }
          let cells = zip(column.states, column.ticks).map { state, ticks -> UInt8 in
            switch state {
            case .answered, .nothingTicked: UInt8(truncatingIfNeeded: ticks >> UInt64(place) & 1)
            case .notShown, .unreadable, .brokenOff: 2
            }
          }
          return .bytes(cells, [0: .integer(0), 1: .integer(1)])
        }
      }
    }
  }

  /// The score of each scale.
  var scales: [FormColumn] {
    let scorer = ScaleScorer(responses)
    return responses.form.scales.map { scale in
      FormColumn(.scale, scale.id, .real, "score: \(scale.name)") {
        .numbers(scorer.scores(of: scale).scores)
      }
    }
  }

  /// What respondents wrote.
  var texts: [FormColumn] {
    guard showsIdentifying else { return [] }
    return responses.form.openQuestions.compactMap { question in
      guard let column = responses.texts[question.id] else { return nil }
      return FormColumn(.question, question.id, .text, "what was written: \(question.stem)") {
        .values(column.cells.map { CellValue($0) })
      }
    }
  }
}

extension ResponseScale {
  /// Its codes, as in `1 to 5` or `1, 2, 4`.
  var codesInWords: String {
    let codes = codes.sorted()
    guard let first = codes.first, let last = codes.last, codes.count > 2,
      last - first == codes.count - 1
    else { return codes.map(String.init).joined(separator: ", ") }
    return "\(first) to \(last)"
  }
}

/// What the bytes of an item's column mean.
struct ItemValues {
  let codes: [UInt8: CellValue]
  let labels: [UInt8: CellValue]
  let keyed: [UInt8: CellValue]
  let missing: [UInt8: CellValue]

  init(_ item: Item) {
    let options = Array(item.responseScale.options.enumerated())
    func table(_ value: (ResponseOption) -> CellValue) -> [UInt8: CellValue] {
      Dictionary(
        options.map { (UInt8($0.offset), value($0.element)) },
        uniquingKeysWith: { first, _ in first })
    }
    let limits = item.isReverseKeyed ? item.responseScale.limits : nil
    codes = table { .integer($0.code) }
    labels = table { .text($0.label) }
    keyed = table { option in
      .integer(limits.map { $0.lowerBound + $0.upperBound - option.code } ?? option.code)
    }
    missing = Dictionary(
      MissingReason.allCases.map { ($0.cell, .text($0.rawValue)) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Scores the scales of a form, each once.
final class ScaleScorer {
  private let responses: FormResponses
  private var known: [String: ScaleScores] = [:]

  init(_ responses: FormResponses) { self.responses = responses }

  /// The scores of all rows.
  func scores(of scale: Scale) -> ScaleScores {
    if let scores = known[scale.id] { return scores }
    let scores: ScaleScores
    switch scale.content {
    case .items(let items):
      scores = ScaleScores(of: items, rule: scale.scoring, in: responses, rows: allRows)
    case .subscales(let ids):
      scores = ScaleScores(
        of: ids.compactMap(responses.form.scale).map { self.scores(of: $0) }, rule: scale.scoring)
    }
    known[scale.id] = scores
    return scores
  }

  private var allRows: [Int32] { (0..<Int32(responses.rowCount)).map { $0 } }
}
