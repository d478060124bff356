import SurveyModel

/// Asks whether the first record of a plain table names the columns, or is a response.
///
/// Each name is held against the cells below it. A number above numbers, a date above dates and a text
/// that stands below in the same column look like a response; a text above numbers looks like a name.
/// A name that stands for a missing answer, such as `NA`, is no name. Only the first rows are looked at.
struct HeaderCheck {
  private let export: ExportTable
  private var table: RawTable { export.table }
  /// Names that the user has written in a command or in a codebook, folded.
  private let known: Set<String>
  private let columns: [ColumnEvidence]
  /// Texts below that stand in several columns.
  private let shared: Set<String>

  private static let rowLimit = 500

  /// - Parameter known: names that the user expects in the file.
  init(of export: ExportTable, known: Set<String>) {
    self.export = export
    self.known = known
    let table = export.table
    let names = table.columns.map(\.name)
    // A header that is repeated with other capitals, or in another order, is no answer.
    let headers = RepeatedHeaders(of: export).all
    let rows = (0..<min(table.rowCount, Self.rowLimit)).filter { row in
      !Self.isEqual(row, to: names, in: table) && !headers.contains(row)
    }
    let cells = table.columns.map { column in
      rows.compactMap { column.text($0)?.trimmed }.filter { !$0.isEmpty }
    }
    let answers = Set(cells.filter { Set($0).count * 2 <= $0.count }.joined())
    columns = zip(names, cells).map { ColumnEvidence(name: $0, cells: $1, answers: answers) }
    var homes: [String: Int] = [:]
    for texts in cells { for text in Set(texts) { homes[text, default: 0] += 1 } }
    shared = Set(homes.filter { $0.value > 1 }.keys)
  }

  /// - Throws: `IngestError.missingHeader` where the first record looks like a response.
  func verify() throws {
    guard looksLikeResponse else { return }
    throw IngestError.missingHeader(
      path: table.path, dates: places(of: .date), numbers: places(of: .number),
      answers: places(of: .answer), repeats: repeats)
  }

  /// What is to be said where the names are numbers that may as well be the answers of one person.
  ///
  /// - Parameter believes: whether names that the user has written are beyond doubt.
  func doubt(believes: Bool) -> Finding? {
    let numbers = columns.indices.filter { columns[$0].kind == .number }
    guard numbers.count > 1, !columns.contains(where: \.mayBeName), !isInItemOrder(numbers),
      !(believes && numbers.allSatisfy(isSaid))
    else { return nil }
    let shown = numbers.prefix(5).map { String($0 + 1) }.joined(separator: ", ")
    return Finding(
      .incompleteHeader, at: SourceLocation(file: table.path, line: 1), count: numbers.count,
      "the names of columns \(shown)\(numbers.count > 5 ? ", …" : "") are numbers like those below them; if the first record is a response, it is lost: add a line of names above it"
    )
  }

  private var looksLikeResponse: Bool {
    let answered = columns.indices.filter {
      columns[$0].kind == .answer && isSaid($0) && shared.contains(columns[$0].name.trimmed)
    }
    // Answers that a study gives as names are answers.
    if answered.count > 1 { return true }
    let alike = columns.indices.filter { columns[$0].kind.isData }
    let names = columns.count { $0.kind == .name || $0.kind == .label }
    guard !alike.isEmpty else { return names == 0 && repeatsMissing }
    // A date above dates is nobody's name.
    if alike.contains(where: { columns[$0].kind == .date }) { return true }
    let said = columns.indices.filter(isSaid)
    let data = alike.filter { !said.contains($0) }
    return areResponse(data, said: said.count, alike: alike)
  }

  private func areResponse(_ data: [Int], said: Int, alike: [Int]) -> Bool {
    let labels = columns.count { $0.kind == .label }
    let names = columns.count { $0.kind == .name } + labels
    let answers = data.count { columns[$0].kind == .answer }
    // An answer that nobody else gave is not below, and looks like the name of a group.
    if names == labels, answers > 1, answers >= labels { return true }
    let numbers = data.filter { columns[$0].kind == .number }
    if names == labels, answers > 0, !numbers.isEmpty, data.count >= 2 * labels,
      !isNumbered(numbers)
    {
      return true
    }
    guard names == 0 else {
      // A text among numbers may be somebody's slip: many numbers without order outweigh it.
      let isRepeated = Set(data.map { columns[$0].name }).count < data.count
      return data.count >= 3 * (names + said) && isRepeated
    }
    // Names like answers are believed, unless a record below is the same.
    return repeats > 0 || said == 0 && !isNumbered(alike)
  }

  /// True for a column whose name the user has written and no other column has.
  private func isSaid(_ place: Int) -> Bool {
    let name = columns[place].name
    return known.contains(ColumnName.folded(name)) && columns.count { $0.name == name } == 1
  }

  /// True where several names are the same word for a missing answer, and no name is another.
  private var repeatsMissing: Bool {
    let words = columns.filter { $0.kind == .missing }.map(\.name.trimmed)
    return Set(words).count < words.count
  }

  /// Columns, from 1, whose name is of a kind.
  private func places(of kind: ColumnEvidence.Kind) -> [Int] {
    columns.indices.filter { columns[$0].kind == kind }.map { $0 + 1 }
  }

  /// Item numbers or years: whole numbers that go up one by one.
  private func isNumbered(_ places: [Int]) -> Bool {
    // Who skipped a question has left its word among the numbers.
    guard !columns.contains(where: { $0.kind == .missing }) else { return false }
    let all = columns.map { Int($0.name.trimmed) }
    let numbers = all.compactMap(\.self)
    guard places.allSatisfy({ all[$0] != nil }), numbers.count > 1, Self.goUp(numbers) else {
      return false
    }
    let areYears = numbers.allSatisfy { (1900...2100).contains($0) }
    return areYears || numbers.count > 3 || isIndexed && isInItemOrder(places)
  }

  /// Numbers that count the columns, from 0 or 1.
  private func isInItemOrder(_ places: [Int]) -> Bool {
    let numbers = places.compactMap { Int(columns[$0].name.trimmed) }
    return numbers.count == places.count && Self.goUp(numbers) && [0, 1].contains(numbers.first)
  }

  /// True where the first column has no name and numbers the rows, as programs write them.
  private var isIndexed: Bool {
    guard let first = table.columns.first, first.name.trimmed.isEmpty else { return false }
    let rows = (0..<min(table.rowCount, Self.rowLimit)).map { Int(first.text($0) ?? "") }
    guard let start = rows.first ?? nil, [0, 1].contains(start) else { return false }
    return rows.enumerated().allSatisfy { $1 == start + $0 }
  }

  private static func goUp(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
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
