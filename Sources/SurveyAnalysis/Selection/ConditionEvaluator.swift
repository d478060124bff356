import SurveyModel

/// Finds the rows of which a condition holds.
struct ConditionEvaluator {
  private let condition: RowCondition
  private let fields: DatasetFields

  /// An evaluator whose condition names fields and values that exist.
  ///
  /// - Throws: `QuestionError` at the first that does not.
  init(_ condition: RowCondition, in dataset: SurveyDataset) throws {
    self.condition = condition
    fields = DatasetFields(dataset: dataset)
    try check(condition.root)
  }

  /// Whether it holds in each row of a form.
  func verdicts(in responses: FormResponses) -> RowVerdicts {
    verdicts(condition.root, responses)
  }

  // MARK: Checking

  private func check(_ node: RowCondition.Node) throws {
    switch node {
    case .all(let parts), .any(let parts):
      for part in parts { try check(part) }
    case .not(let part): try check(part)
    case .comparison(let field, let comparison, let value):
      try check(field, comparison, value)
    case .isOneOf(let field, let values):
      for value in values { try check(field, .equal, value) }
    case .isMissing(let field, let reason): try check(field, reason: reason)
    }
  }

  private func error(_ message: String, at word: RowCondition.Word) -> QuestionError {
    QuestionError(message, in: condition.text, at: word.offset)
  }

  /// The field in every form that has it.
  private func contents(_ word: RowCondition.Word) throws -> [SelectionField] {
    let name = try fields.known(word, in: condition.text)
    try fields.checkMeaning(of: name, at: word, in: condition.text)
    return fields.dataset.forms.compactMap { fields.field(name, in: $0) }
  }

  private func check(
    _ word: RowCondition.Word, _ comparison: RowCondition.Comparison, _ value: RowCondition.Word
  ) throws {
    let contents = try contents(word)
    var names: [String] = []
    for field in contents {
      switch field.content {
      case .numbers:
        guard Double(value.text)?.isFinite ?? false else {
          throw error(
            "`\(field.name)` holds numbers and `\(value.text)` is none; write a number", at: value)
        }
        return
      case .ticks(let question, _):
        guard !comparison.needsOrder else {
          throw error("`\(field.name)` has no order; write = or in", at: word)
        }
        if Self.option(value.text, of: question) != nil { return }
        names += question.options.map(\.code)
      case .values(let column):
        guard !comparison.needsOrder || column.isOrdered else {
          throw error(
            "`\(field.name)` has no order, so `\(comparison.rawValue)` means nothing; write = or in",
            at: word)
        }
        if column.position(of: value.text) != nil { return }
        if comparison.needsOrder, column.isNumeric, Double(value.text) != nil { return }
        names += column.values.flatMap { $0.names.prefix(1) }
        names += listed(field.name)
        if listed(field.name).contains(value.text) { return }
      }
    }
    throw error(
      Advice.unknown("value of `\(word.text)`", value.text, among: unique(names)), at: value)
  }

  /// Values that the codebook lists for an attribute, whether they occur or not.
  private func listed(_ name: String) -> [String] {
    fields.dataset.codebook.attributes.first { $0.id == name }?.options ?? []
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func check(_ word: RowCondition.Word, reason: RowCondition.Word?) throws {
    let contents = try contents(word)
    guard let reason else { return }
    let reasons = MissingReason.allCases.map(\.rawValue)
    let knows = contents.contains { field in
      switch field.content {
      case .values(let column): column.knowsReasons
      case .numbers, .ticks: false
      }
    }
    guard knows else {
      throw error(
        "of `\(word.text)` it is not known why a value is missing; write `is missing`", at: reason)
    }
    guard Self.reason(reason.text) != nil else {
      throw error(
        Advice.unknown("kind of missing answer", reason.text, among: reasons)
          + " Or write `is missing` for all of them.", at: reason)
    }
  }

  // MARK: Evaluating

  private func verdicts(_ node: RowCondition.Node, _ responses: FormResponses) -> RowVerdicts {
    switch node {
    case .all(let parts):
      parts.reduce(.same(RowVerdicts.yes)) { $0.and(verdicts($1, responses)) }
    case .any(let parts):
      parts.reduce(.same(RowVerdicts.no)) { $0.or(verdicts($1, responses)) }
    case .not(let part): verdicts(part, responses).negated
    case .comparison(let field, let comparison, let value):
      verdicts(field, [value.text], responses, comparison)
    case .isOneOf(let field, let values):
      verdicts(field, values.map(\.text), responses, .equal)
    case .isMissing(let field, let reason): missing(field, reason, responses)
    }
  }

  private func field(
    _ word: RowCondition.Word, _ responses: FormResponses
  ) -> SelectionField? {
    (try? fields.known(word, in: condition.text)).flatMap { fields.field($0, in: responses) }
  }

  /// A form without the field knows nothing of it.
  private func verdicts(
    _ word: RowCondition.Word, _ texts: [String], _ responses: FormResponses,
    _ comparison: RowCondition.Comparison
  ) -> RowVerdicts {
    guard let field = field(word, responses) else { return .same(RowVerdicts.unknown) }
    switch field.content {
    case .values(let column):
      return column.verdicts(where: Self.matches(column, texts, comparison))
    case .numbers(let numbers):
      let sought = texts.compactMap { Double($0) }
      return .rows(
        numbers.map { number in
          guard let number else { return RowVerdicts.unknown }
          return RowVerdicts.of(sought.contains { comparison.holds(number, $0) })
        })
    case .ticks(let question, let column):
      let sought = texts.compactMap { Self.option($0, of: question) }
        .reduce(UInt64(0)) { $0 | (1 << UInt64($1)) }
      return .rows(
        column.states.indices.map { row in
          guard column.states[row] == .answered else { return RowVerdicts.unknown }
          let isTicked = column.ticks[row] & sought != 0
          return RowVerdicts.of(isTicked == (comparison == .equal))
        })
    }
  }

  /// For each value of a column whether it compares so with one of some texts.
  private static func matches(
    _ column: ValueColumn, _ texts: [String], _ comparison: RowCondition.Comparison
  ) -> [Bool] {
    var holds = [Bool](repeating: false, count: column.values.count)
    for text in texts {
      let place = column.position(of: text)
      if comparison == .equal || comparison == .unequal {
        for value in holds.indices where (value == place) == (comparison == .equal) {
          holds[value] = true
        }
      } else if let rank = place.map(column.rank) ?? (column.isNumeric ? Double(text) : nil) {
        for value in holds.indices where comparison.holds(column.rank(of: value), rank) {
          holds[value] = true
        }
      }
    }
    return holds
  }

  private func missing(
    _ word: RowCondition.Word, _ reason: RowCondition.Word?, _ responses: FormResponses
  ) -> RowVerdicts {
    guard let field = field(word, responses) else {
      return .same(RowVerdicts.of(reason == nil))
    }
    switch field.content {
    case .values(let column):
      let cell = reason.flatMap { Self.reason($0.text) }?.cell
      if reason != nil, !column.knowsReasons { return .same(RowVerdicts.no) }
      return column.missingVerdicts(cell: cell)
    case .numbers(let numbers): return .rows(numbers.map { RowVerdicts.of($0 == nil) })
    case .ticks(_, let column):
      return .rows(column.states.map { RowVerdicts.of($0 != .answered) })
    }
  }

  private static func reason(_ text: String) -> MissingReason? {
    MissingReason(rawValue: text.lowercased())
      ?? MissingReason.allCases.first { "\($0)".lowercased() == text.lowercased() }
  }

  private static func option(_ text: String, of question: MultiSelectQuestion) -> Int? {
    let sought = text.lowercased()
    return question.options.firstIndex { option in
      ([option.code, option.label] + option.aliases).contains { $0.lowercased() == sought }
    }
  }
}
