import SurveyModel

/// What the cells of one column say of its name.
struct ColumnEvidence {
  enum Kind: Hashable {
    /// A date or time above dates, a number above numbers, a text that is an answer below.
    case date, number, answer
    /// A text above cells of another kind.
    case name
    /// A text above others that repeat.
    case label
    /// No text, or a word for a missing answer, as which no column is called.
    case missing
    /// Neither.
    case open

    var isData: Bool { [.date, .number, .answer].contains(self) }
  }

  let name: String
  let kind: Kind

  /// True for a text that is neither an answer nor a word for a missing one.
  var mayBeName: Bool {
    [.name, .label, .open].contains(kind) && name.contains(where: \.isLetter)
  }

  /// - Parameter answers: texts that repeat in some column of the table.
  init(name: String, cells: [String], answers: Set<String>) {
    self.name = name
    kind = Self.kind(of: name.trimmed, above: cells, answers)
  }

  private static func kind(of name: String, above cells: [String], _ answers: Set<String>) -> Kind {
    guard !name.isEmpty, !cells.isEmpty else { return .open }
    if missingWords.contains(name) { return .missing }
    if isMost(cells, DateShape.matches) { return DateShape.matches(name) ? .date : .name }
    let numbers = cells.compactMap { NumberText($0)?.value }
    if numbers.count * 10 >= cells.count * 9 {
      guard let number = NumberText(name)?.value else {
        return answers.contains(name) || cells.contains(name) ? .open : .name
      }
      if isAmong(numbers, number) { return .number }
      return number < 0 ? .missing : .open
    }
    if isMost(cells, { $0.contains("@") }) { return name.contains("@") ? .answer : .name }
    let distinct = Set(cells)
    // Of a ticked option the only text is often its name.
    if distinct.contains(name) { return distinct.count > 1 ? .answer : .open }
    return distinct.count * 2 <= cells.count && !answers.contains(name) ? .label : .open
  }

  /// As programs write a missing answer. `Na` may be sodium.
  private static let missingWords = Set(ResponseScale.defaultMissingTokens).union([
    "NA", ".", "N/A", "n/a", "NaN", "nan", "NULL", "Null", "null", "None", "<NA>", "#N/A", "#NULL!",
    "-", "--", "?",
  ])

  private static func isMost(_ cells: [String], _ test: (String) -> Bool) -> Bool {
    cells.count(where: test) * 10 >= cells.count * 9
  }

  /// True for a number that may stand in such a column: near the others, whole if they are.
  private static func isAmong(_ numbers: [Double], _ number: Double) -> Bool {
    guard let lowest = numbers.min(), let highest = numbers.max() else { return false }
    let areWhole = numbers.allSatisfy { $0 == $0.rounded() }
    guard !areWhole || number == number.rounded() else { return false }
    let margin = max(highest - lowest, 4)
    return (lowest - margin...highest + margin).contains(number)
  }
}
