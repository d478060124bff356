/// Asks whether the first record of a plain table names the columns, or is a response.
///
/// Each name is held against the cells below it. A number above numbers, a date above dates and a text
/// that stands below in the same column look like a response; a text above numbers looks like a name.
/// Only the first rows are looked at.
struct HeaderCheck {
  private let export: ExportTable
  private var table: RawTable { export.table }
  /// Names that the user has written in a command or in a codebook, folded.
  private let known: Set<String>
  private let columns: [ColumnEvidence]

  private static let rowLimit = 500

  /// - Parameter known: names that the user expects in the file.
  init(of export: ExportTable, known: Set<String>) {
    self.export = export
    self.known = known
    let table = export.table
    let names = table.columns.map(\.name)
    let rows = (0..<min(table.rowCount, Self.rowLimit)).filter { row in
      !Self.isEqual(row, to: names, in: table)
    }
    let cells = table.columns.map { column in
      rows.compactMap { column.text($0)?.trimmed }.filter { !$0.isEmpty }
    }
    let answers = Set(cells.filter { Set($0).count * 2 <= $0.count }.joined())
    columns = zip(names, cells).map { ColumnEvidence(name: $0, cells: $1, answers: answers) }
  }

  /// - Throws: `IngestError.missingHeader` where the first record looks like a response.
  func verify() throws {
    guard looksLikeResponse else { return }
    throw IngestError.missingHeader(
      path: table.path, dates: places(of: .date), numbers: places(of: .number),
      answers: places(of: .answer), repeats: repeats)
  }

  private var looksLikeResponse: Bool {
    let alike = columns.indices.filter { columns[$0].kind.isData }
    guard !alike.isEmpty else { return false }
    let counts = Dictionary(columns.map { ($0.name, 1) }, uniquingKeysWith: +)
    let said = columns.indices.filter {
      counts[columns[$0].name] == 1 && known.contains(ColumnName.folded(columns[$0].name))
    }
    let data = alike.filter { !said.contains($0) }
    let isDated = data.contains { columns[$0].kind == .date }
    let labels = columns.count { $0.kind == .label }
    let names = columns.count { $0.kind == .name } + labels
    let answers = data.count { columns[$0].kind == .answer }
    // An answer that nobody else gave is not below, and looks like the name of a group.
    if names == labels, answers > 1, answers >= labels { return true }
    guard names == 0 else {
      // A text among numbers may be somebody's slip: many numbers without order outweigh it.
      let isRepeated = Set(data.map { columns[$0].name }).count < data.count
      return data.count >= 3 * (names + said.count) && (isDated || isRepeated)
    }
    // Names like answers are believed, unless a record below is the same.
    return isDated || repeats > 0 || said.isEmpty && !isNumbered(alike)
  }

  /// Columns, from 1, whose name is of a kind.
  private func places(of kind: ColumnEvidence.Kind) -> [Int] {
    columns.indices.filter { columns[$0].kind == kind }.map { $0 + 1 }
  }

  /// Item numbers or years: whole numbers that go up one by one.
  private func isNumbered(_ places: [Int]) -> Bool {
    let all = columns.map { Int($0.name.trimmed) }
    let numbers = all.compactMap(\.self)
    guard places.allSatisfy({ all[$0] != nil }), numbers.count > 1,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 })
    else { return false }
    let areYears = numbers.allSatisfy { (1900...2100).contains($0) }
    return areYears || numbers.count > 3
  }

  /// How many records are the same as the first.
  private var repeats: Int {
    let names = table.columns.map(\.name)
    return (0..<table.rowCount).count { Self.isEqual($0, to: names, in: table) }
  }

  private static func isEqual(_ row: Int, to names: [String], in table: RawTable) -> Bool {
    table.columns.indices.allSatisfy { (table.columns[$0].text(row) ?? "") == names[$0] }
  }
}

/// What the cells of one column say of its name.
struct ColumnEvidence {
  enum Kind: Hashable {
    /// A date or time above dates, a number above numbers, a text that is an answer below.
    case date, number, answer
    /// A text above cells of another kind.
    case name
    /// A text above others that repeat.
    case label
    /// Neither.
    case open

    var isData: Bool { [.date, .number, .answer].contains(self) }
  }

  let name: String
  let kind: Kind

  /// - Parameter answers: texts that repeat in some column of the table.
  init(name: String, cells: [String], answers: Set<String>) {
    self.name = name
    kind = Self.kind(of: name.trimmed, above: cells, answers)
  }

  private static func kind(of name: String, above cells: [String], _ answers: Set<String>) -> Kind {
    guard !name.isEmpty, !cells.isEmpty else { return .open }
    if isMost(cells, DateShape.matches) { return DateShape.matches(name) ? .date : .name }
    let numbers = cells.compactMap { NumberText($0)?.value }
    if numbers.count * 10 >= cells.count * 9 {
      guard let number = NumberText(name)?.value else {
        return answers.contains(name) || cells.contains(name) ? .open : .name
      }
      return isAmong(numbers, number) ? .number : .open
    }
    if isMost(cells, { $0.contains("@") }) { return name.contains("@") ? .answer : .name }
    let distinct = Set(cells)
    // Of a ticked option the only text is often its name.
    if distinct.contains(name) { return distinct.count > 1 ? .answer : .open }
    return distinct.count * 2 <= cells.count && !answers.contains(name) ? .label : .open
  }

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

/// Dates and times as programs write them, in whatever order.
private enum DateShape {
  /// True for digits in groups, with a year of four digits or a time of day among them.
  static func matches(_ text: String) -> Bool {
    guard (4...40).contains(text.utf8.count), text.utf8.first.map(isDigit) == true else {
      return false
    }
    var groups: [(length: Int, after: UInt8)] = []
    var length = 0
    for byte in Array(text.utf8) + [0] {
      if isDigit(byte) {
        length += 1
      } else {
        if length > 0 { groups.append((length, byte)) }
        length = 0
      }
    }
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    guard words.allSatisfy(["t", "z", "am", "pm", "utc", "gmt"].contains) else { return false }
    let hasDay =
      groups.count >= 3
      && (groups[0].length == 4 && groups[1].length <= 2
        || groups[0].length <= 2 && [2, 4].contains(groups[2].length))
      && [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(groups[0].after)
      && groups[0].after == groups[1].after
    let hasTime = groups.contains { $0.length <= 2 && $0.after == UInt8(ascii: ":") }
    return hasDay && (hasTime || groups[0].length == 4 || groups[2].length == 4)
      || hasTime && groups.count >= 2
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
