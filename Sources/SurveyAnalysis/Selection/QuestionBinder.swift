import NumericCore
import SurveyModel

/// Finds the statistics and targets that a question names.
struct QuestionBinder {
  let question: GroupQuestion
  let dataset: SurveyDataset

  /// The question in every form that has all of its targets.
  ///
  /// - Throws: `QuestionError` at a name that nothing has, or a target that does not fit.
  func bind() throws -> [(form: Int, calls: [BoundCall])] {
    let fields = DatasetFields(dataset: dataset)
    var bound: [(form: Int, calls: [BoundCall])] = []
    let targets = try question.calls.flatMap(\.targets).map { word in
      RowCondition.Word(text: try fields.known(word, in: question.text), offset: word.offset)
    }
    for (form, responses) in dataset.forms.enumerated()
    where targets.allSatisfy({ QuestionTarget($0.text, in: responses) != nil }) {
      bound.append((form, try question.calls.map { try bind($0, fields, responses) }))
    }
    guard bound.isEmpty else { return bound }
    throw unfit(targets)
  }

  private func error(_ message: String, at word: RowCondition.Word) -> QuestionError {
    QuestionError(message, in: question.text, at: word.offset)
  }

  /// Why no form has all targets.
  private func unfit(_ targets: [RowCondition.Word]) -> QuestionError {
    for word in targets {
      let hasNone = dataset.forms.allSatisfy { QuestionTarget(word.text, in: $0) == nil }
      if hasNone {
        return error(
          "of `\(word.text)` nothing is computed; name an item, a scale or an attribute with numbers, and group by it with `by \(word.text)`",
          at: word)
      }
    }
    let homes = targets.map { word in
      dataset.forms.first { QuestionTarget(word.text, in: $0) != nil }?.form.id ?? ""
    }
    let other = homes.firstIndex { $0 != homes[0] } ?? 0
    return error(
      "`\(targets[0].text)` is on the form `\(homes[0])` and `\(targets[other].text)` on `\(homes[other])`; ask about each form by itself",
      at: targets[other])
  }

  private func bind(
    _ call: GroupQuestion.Call, _ fields: DatasetFields, _ responses: FormResponses
  ) throws -> BoundCall {
    let isFavourable = call.name.text.lowercased() == "favourable"
    let name =
      ["favourable", "top2"].contains(call.name.text.lowercased())
      ? "proportion" : call.name.text
    if let ambiguous = StatisticRegistry.ambiguousName(name) {
      throw error("`\(call.name.text)`: \(ambiguous.advice)", at: call.name)
    }
    guard let definition = StatisticRegistry.definition(named: name) else {
      let known = StatisticRegistry.all.flatMap { [$0.id.rawValue] + $0.otherNames }
      throw error(
        Advice.unknown("statistic", call.name.text, among: known + ["top2", "favourable"]),
        at: call.name)
    }
    let targets = try call.targets.compactMap {
      QuestionTarget(try fields.known($0, in: question.text), in: responses)
    }
    let bound = BoundCall(
      shown: call.shown, definition: definition, isFavourable: isFavourable, targets: targets)
    try check(bound, call, responses.form)
    return bound
  }

  /// The shape of the targets must be the statistic's.
  private func check(_ bound: BoundCall, _ call: GroupQuestion.Call, _ form: Form) throws {
    let name = call.name.text
    let first = call.targets[0]
    for (target, word) in zip(bound.targets, call.targets) {
      if case .item(let item) = target, item.responseScale.kind == .nominal,
        bound.definition.input != .raters, bound.definition.id.rawValue != "n"
      {
        throw error(
          "the options of `\(word.text)` have no order, so it has no `\(name)`; group by it instead",
          at: word)
      }
    }
    func need(_ holds: Bool, _ words: String) throws {
      guard holds else { throw error("`\(name)` \(words)", at: first) }
    }
    switch bound.definition.input {
    case .column, .groups:
      try need(call.targets.count == 1, "is of one item, scale or number; name one")
    case .share:
      var isItem = false
      if case .item = bound.targets[0] { isItem = true }
      try need(call.targets.count == 1 && isItem, "is of one item; name one")
      try need(
        bound.items.allSatisfy(\.responseScale.hasAnswerSides),
        "is of options with words, and `\(first.text)` is a rating; ask for its mean")
    case .items, .answers:
      var isScale = false
      if call.targets.count == 1, case .scale(let scale) = bound.targets[0] {
        isScale = !scale.items.isEmpty
      }
      let areItems = bound.items.count == call.targets.count && call.targets.count >= 2
      try need(
        isScale || areItems, "is of the items of one scale; name a scale of items, or its items")
    case .subscales:
      try need(
        call.targets.count == 1 && !bound.subscales(in: form).isEmpty,
        "is of a scale made of subscales; name one")
    case .pair: try need(call.targets.count == 2, "is of two columns; name two")
    case .raters: try need(call.targets.count >= 2, "compares columns; name two or more")
    }
  }
}
