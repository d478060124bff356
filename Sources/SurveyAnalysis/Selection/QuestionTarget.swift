import NumericCore
import SurveyModel

/// What a statistic is computed from, in the rows of one form.
enum QuestionTarget: Hashable {
  /// The answers to an item.
  case item(Item)
  /// The scores of a scale, or its items.
  case scale(Scale)
  /// The numbers of an attribute.
  case number(String)

  /// Its name in the codebook.
  var id: String {
    switch self {
    case .item(let item): item.id
    case .scale(let scale): scale.id
    case .number(let id): id
    }
  }

  /// The target of that name in a form; nil where the form has none.
  init?(_ name: String, in responses: FormResponses) {
    if let item = responses.form.item(name) {
      self = .item(item)
    } else if let scale = responses.form.scale(name) {
      self = .scale(scale)
    } else if responses.numbers[name] != nil {
      self = .number(name)
    } else {
      return nil
    }
  }

  /// The number of every row of the form: raw code, score, number.
  func numbers(in responses: FormResponses) -> [Double?] {
    switch self {
    case .item(let item):
      let codes = item.responseScale.codes.map(Double.init)
      let cells = responses.items[item.id]?.cells ?? []
      return cells.isEmpty
        ? [Double?](repeating: nil, count: responses.rowCount)
        : cells.map { $0 < CodedColumn.firstMissing ? codes[Int($0)] : nil }
    case .scale(let scale): return FormScores(responses).scores(of: scale).scores
    case .number(let id): return responses.numbers[id]?.cells ?? []
    }
  }

  /// The lowest and highest value possible, where the codebook says it.
  func limits(in form: Form) -> ClosedRange<Double>? {
    switch self {
    case .item(let item):
      item.responseScale.limits.map { Double($0.lowerBound)...Double($0.upperBound) }
    case .scale(let scale): ScoreRange.of(scale, in: form)
    case .number: nil
    }
  }
}

/// A statistic asked for, ready to be computed in any group of rows of one form.
struct BoundCall {
  /// How results show it.
  let shown: String
  /// The statistic.
  let definition: StatisticDefinition
  /// True for the good answers instead of the highest, where the statistic is a share.
  let isFavourable: Bool
  /// What it is computed from.
  let targets: [QuestionTarget]

  /// The items of the one scale, or the listed items.
  var items: [Item] {
    targets.flatMap { target in
      switch target {
      case .item(let item): [item]
      case .scale(let scale): scale.items
      case .number: [Item]()
      }
    }
  }

  /// For each row of the form whether it enters the statistic.
  func answered(in responses: FormResponses) -> [Bool] {
    switch definition.input {
    case .items, .answers: return Answered.toAll(items, in: responses)
    case .subscales:
      return Answered.toAll(subscales(in: responses.form).flatMap(\.items), in: responses)
    case .column, .share, .groups, .pair, .raters:
      if targets.count == 1, case .item(let item) = targets[0] {
        return Answered.to(item, in: responses)
      }
      let columns = targets.map { $0.numbers(in: responses) }
      let needed = definition.input == .raters ? 2 : columns.count
      return (0..<responses.rowCount).map { row in
        columns.count { $0[row] != nil } >= needed
      }
    }
  }

  /// The rows that count in the statistic: where it is of answers about persons alone, one a person.
  func counted(
    _ rows: [Int32], in responses: FormResponses, answered: @autoclosure () -> [Bool]
  ) -> [Int32] {
    let isAboutPersons = targets.allSatisfy { target in
      switch target {
      case .item(let item): item.level == .person
      case .scale(let scale): scale.isAboutPerson(in: responses.form)
      case .number: false
      }
    }
    guard isAboutPersons else { return rows }
    let answered = answered()
    return PersonRows.rows(of: rows, in: responses) { answered[$0] }
  }

  /// The subscales of the one scale.
  func subscales(in form: Form) -> [Scale] {
    targets.flatMap { target -> [Scale] in
      if case .scale(let scale) = target { scale.subscaleIDs.compactMap(form.scale) } else { [] }
    }
  }

  /// The data of some rows, as the statistic wants them.
  func input(
    rows: [Int32], in responses: FormResponses, codebook: Codebook
  ) throws(NumericError) -> StatisticInput {
    switch definition.input {
    case .column, .groups: return try column(rows, responses)
    case .share:
      guard case .item(let item)? = targets.first else { throw .wrongInput(required: "an item") }
      let matrix = ResponseMatrix(responses, items: [item], rows: rows)
      return try share(of: ItemTally(of: matrix.codes(of: item)), item, codebook)
    case .items: return .items(try CovarianceMatrix(of: tally(items, rows, responses)))
    case .answers: return .answers(try tally(items, rows, responses))
    case .subscales:
      let scales = subscales(in: responses.form)
      let all = scales.flatMap(\.items)
      var positions: [[Int]] = []
      for scale in scales {
        let start = positions.joined().count
        positions.append(Array(start..<(start + scale.items.count)))
      }
      return .subscales(try CovarianceMatrix(of: tally(all, rows, responses)), positions)
    case .pair:
      let columns = columns(rows, responses)
      guard columns.count == 2 else { throw .wrongInput(required: "two columns") }
      return .pair(columns[0], columns[1])
    case .raters: return .raters(columns(rows, responses))
    }
  }

  /// The share of the highest, or of the good, answers.
  func share(
    of tally: ItemTally, _ item: Item, _ codebook: Codebook
  ) throws(NumericError) -> StatisticInput {
    let sides = AnswerSides(item, in: codebook)
    let places = isFavourable ? sides.good : sides.agree
    return .share(
      try Proportion(
        successCount: tally.counts[places].reduce(0, +), totalCount: tally.validCount))
  }

  private func column(
    _ rows: [Int32], _ responses: FormResponses
  ) throws(NumericError) -> StatisticInput {
    if case .item(let item)? = targets.first {
      let matrix = ResponseMatrix(responses, items: [item], rows: rows)
      return .tally(ItemTally(of: try matrix.codes(of: item)))
    }
    return .column(columns(rows, responses).first?.compactMap(\.self) ?? [])
  }

  private func columns(_ rows: [Int32], _ responses: FormResponses) -> [[Double?]] {
    targets.map { target in
      let numbers = target.numbers(in: responses)
      return rows.map { numbers[Int($0)] }
    }
  }

  /// Complete cases of keyed codes, as reports use them.
  private func tally(
    _ items: [Item], _ rows: [Int32], _ responses: FormResponses
  ) throws(NumericError) -> PairTally {
    let matrix = ResponseMatrix(responses, items: items, rows: rows)
    let shown = ResponseMatrix(responses, items: items, rows: matrix.administeredRows)
    return try PairTally(of: shown.keyedCodes(), policy: .listwise)
  }
}
