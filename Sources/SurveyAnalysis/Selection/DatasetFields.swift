import SurveyModel

/// The fields of a dataset by name: role, form, wave, attributes, items, scales, multi-select
/// questions.
struct DatasetFields {
  let dataset: SurveyDataset

  /// Every name that a condition may use.
  var names: [String] {
    var seen: Set<String> = []
    // A file without a codebook has one form, and that has no name.
    let isBare = dataset.forms.allSatisfy(\.form.id.isEmpty)
    let own = isBare ? [] : ["role", "form"] + (hasWaves ? ["wave"] : [])
    let attributes = describing.map(\.id)
    let questions = dataset.forms.flatMap { responses in
      responses.form.items.map(\.id) + responses.form.scales.map(\.id)
        + responses.form.multiSelects.map(\.id)
    }
    return (own + attributes + questions).filter { seen.insert($0).inserted }
  }

  /// Those of some names, in whatever case, that are answers: items, scales, multi-select questions.
  func answerNames(matching names: Set<String>) -> Set<String> {
    let answers = Set(
      dataset.forms.flatMap { responses in
        responses.form.items.map(\.id) + responses.form.scales.map(\.id)
          + responses.form.multiSelects.map(\.id)
      }.map { $0.lowercased() })
    return names.filter { answers.contains($0.lowercased()) }
  }

  /// True where rows differ in their wave, or the study names one.
  var hasWaves: Bool { dataset.waves.count > 1 || !(dataset.waves.first?.id.isEmpty ?? true) }

  private var describing: [Attribute] {
    dataset.codebook.attributes.filter {
      $0.use == .describe && !$0.isIdentifying && ($0.kind == .category || $0.kind == .number)
    }
  }

  /// True for what every response has: role, form and wave, where no attribute is called so.
  func isBuiltIn(_ name: String) -> Bool {
    ["role", "form", "wave"].contains(name) && !describing.contains { $0.id == name }
  }

  /// Throws where a field of conditions and groups may be the role, form or wave of a response as well as
  /// an item of that name.
  ///
  /// - Throws: `QuestionError`.
  func checkMeaning(of name: String, at word: RowCondition.Word, in text: String) throws {
    guard isBuiltIn(name),
      dataset.forms.contains(where: { responses in
        let form = responses.form
        return form.item(name) != nil || form.scale(name) != nil || form.multiSelect(name) != nil
      })
    else { return }
    throw QuestionError(
      "`\(name)` is the \(name) of a response and also a question of the codebook; give the question another id",
      in: text, at: word.offset)
  }

  /// The name as the codebook spells it.
  ///
  /// - Throws: `QuestionError` with the nearest name where there is none.
  func known(_ word: RowCondition.Word, in text: String) throws -> String {
    let names = names
    if names.contains(word.text) { return word.text }
    let alike = names.filter { $0.lowercased() == word.text.lowercased() }
    if alike.count == 1 { return alike[0] }
    throw QuestionError(advice(on: word.text, names: names), in: text, at: word.offset)
  }

  private func advice(on name: String, names: [String]) -> String {
    if dataset.codebook.attributes.contains(where: { $0.id == name && $0.isIdentifying }) {
      return "`\(name)` identifies persons, so rows can't be chosen by it; choose by a group"
    }
    if dataset.codebook.forms.contains(where: { $0.openQuestions.contains { $0.id == name } }) {
      return "`\(name)` is an open question, so rows can't be chosen by it; choose by an item"
    }
    if dataset.codebook.attributes.contains(where: { $0.id == name }) {
      return "`\(name)` is used while reading and can't be chosen by; choose by another attribute"
    }
    return Advice.unknown("field", name, among: names)
  }

  /// A field in the rows of one form; nil where that form does not have it.
  ///
  /// - Parameter name: one of `names`.
  func field(_ name: String, in responses: FormResponses) -> SelectionField? {
    content(name, in: responses).map { SelectionField(name: name, content: $0) }
  }

  private func content(_ name: String, in responses: FormResponses) -> SelectionField.Content? {
    let form = responses.form
    switch isBuiltIn(name) ? name : "" {
    case "role":
      let role = form.role
      return .values(fixed(role.id, dataset.codebook.forms.map(\.role).map(value)))
    case "form":
      return .values(fixed(form.id, dataset.codebook.forms.map { value($0.id) }))
    case "wave" where hasWaves: return .values(waves(of: responses))
    default: break
    }
    if let attribute = describing.first(where: { $0.id == name }) {
      if let column = responses.numbers[name] { return .numbers(column.cells) }
      return responses.categories[name].map { .values(categories($0, of: attribute)) }
    }
    if let item = form.item(name) { return .values(answers(to: item, in: responses)) }
    if let scale = form.scale(name) {
      return .numbers(FormScores(responses).scores(of: scale).scores)
    }
    if let question = form.multiSelect(name), let column = responses.multiSelects[name] {
      return .ticks(question, column)
    }
    return nil
  }

  private func value(_ role: Role) -> ValueColumn.Value {
    .init(shown: role.id, names: [role.id, role.singular, role.plural], number: nil)
  }

  private func value(_ id: String) -> ValueColumn.Value {
    .init(shown: id, names: [id], number: nil)
  }

  private func fixed(_ id: String, _ values: [ValueColumn.Value]) -> ValueColumn {
    let place = values.firstIndex { $0.shown == id } ?? 0
    return ValueColumn(values: values, isOrdered: false, cells: .same(place))
  }

  private func waves(of responses: FormResponses) -> ValueColumn {
    let values = dataset.waves.map {
      ValueColumn.Value(shown: $0.label, names: [$0.id, $0.label], number: nil)
    }
    return ValueColumn(
      values: values, isOrdered: true,
      cells: dataset.waves.count == 1 ? .same(0) : .bytes(responses.waves))
  }

  /// Ordered where all are numbers, or where the codebook lists them in an order.
  private func categories(_ column: CategoryColumn, of attribute: Attribute) -> ValueColumn {
    let numbers = column.categories.map(Self.number)
    let isNumeric = numbers.allSatisfy { $0?.isFinite ?? false }
    let values = zip(column.categories, numbers).map { text, number in
      ValueColumn.Value(shown: text, names: [text], number: isNumeric ? number : nil)
    }
    return ValueColumn(
      values: values, isOrdered: isNumeric || attribute.options != nil,
      cells: .integers(column.cells))
  }

  /// The number that a category is, or the year that one such as `2023-24` or `2024 autumn`
  /// begins with.
  private static func number(_ category: String) -> Double? {
    if let number = Double(category) { return number }
    let year = category.prefix(while: \.isNumber)
    guard year.count == 4, let next = category.dropFirst(4).first, !next.isLetter else {
      return nil
    }
    return Double(year)
  }

  private func answers(to item: Item, in responses: FormResponses) -> ValueColumn {
    let scale = item.responseScale
    let values = scale.options.map { option in
      ValueColumn.Value(
        shown: option.label, names: [String(option.code), option.label] + option.aliases,
        number: Double(option.code))
    }
    let cells =
      responses.items[item.id]?.cells
      ?? [UInt8](repeating: MissingReason.notAdministered.cell, count: responses.rowCount)
    return ValueColumn(
      values: values, isOrdered: scale.kind != .nominal, cells: .bytes(cells), knowsReasons: true)
  }
}

/// What to do about a name that nothing has.
enum Advice {
  /// The nearest of the names, else the first of them.
  static func unknown(_ kind: String, _ name: String, among known: [String]) -> String {
    // One number is no misspelling of another.
    let nearest = Double(name) == nil ? NearestName.of(name, among: known) : nil
    let advice =
      nearest.map { "did you mean `\($0)`?" }
      ?? (known.isEmpty
        ? "there is none at all" : "choose among \(known.prefix(20).joined(separator: ", "))")
    return "there is no \(kind) `\(name)`; \(advice)"
  }
}
