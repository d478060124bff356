/// The records of an export that hold its header once more.
struct RepeatedHeaders {
  /// Rows in which nearly every column holds its own name, wording or `ImportId`, in whatever
  /// capitals. Nearly: a name may have been changed. Every: a cell of a ticked option may hold the
  /// option's wording.
  let rows: [Int]
  /// The first row that holds the names in another order.
  private let reordered: Int?
  private let table: RawTable

  private static let mostRepeats = 1000

  init(of export: ExportTable) {
    table = export.table
    var hits: [Int: Int] = [:]
    var others: [Int: Set<String>] = [:]
    let names = FoldedNames(export.facts.map(\.name))
    for (column, facts) in zip(table.columns, export.facts) {
      guard let texts = column.texts else { continue }
      for (place, text) in texts.enumerated() {
        let isOwn = Self.isHeader(text, facts)
        let name = isOwn ? nil : names.name(text)
        guard isOwn || name != nil else { continue }
        let code = UInt16(place) + CellCode.firstText
        for row in column.firstRows(withCode: code, limit: Self.mostRepeats) {
          if let name, name != ColumnName.folded(facts.name) {
            others[row, default: []].insert(name)
          } else {
            hits[row, default: 0] += 1
          }
        }
      }
    }
    let named = export.facts.count { !$0.name.isEmpty }
    let found = hits.filter { $0.value >= 2 && $0.value * 10 >= named * 9 }.keys.sorted()
    // Answers may be called as columns are: then they stand in other rows too, or twice in one.
    let areHeaders =
      others.count * 2 <= table.rowCount
      && others.allSatisfy { row, names in
        names.count >= 2 && (names.count + hits[row, default: 0]) * 10 >= named * 9
      }
    rows = found
    reordered = areHeaders ? others.keys.filter { !found.contains($0) }.min() : nil
  }
}

extension RepeatedHeaders {
  /// All of these rows, the first one in another order among them.
  var all: Set<Int> { Set(rows).union(reordered.map { [$0] } ?? []) }

  /// - Throws: `IngestError.reorderedHeader`.
  func verifyOrder() throws {
    guard let reordered else { return }
    throw IngestError.reorderedHeader(path: table.path, line: table.line(ofRecord: reordered))
  }

  private static func isHeader(_ text: String, _ facts: ColumnFacts) -> Bool {
    text == facts.name || text == facts.label
      || text.utf8.first == UInt8(ascii: "{") && QualtricsImportID(cell: text) != nil
      || text.utf8.contains(UInt8(ascii: "<")) && HTMLText.plain(text) == facts.label
  }
}

/// The names of the columns that are no numbers, folded.
private struct FoldedNames {
  private let names: Set<String>
  private let longest: Int
  private var starts = [Bool](repeating: false, count: 256)

  init(_ names: [String]) {
    self.names = Set(names.map(ColumnName.folded).filter { !$0.isEmpty && NumberText($0) == nil })
    longest = 8 + 2 * (names.map(\.utf8.count).max() ?? 0)
    for name in self.names {
      guard let first = name.utf8.first else { continue }
      starts[Int(first)] = true
      for upper in name.prefix(1).uppercased().utf8.prefix(1) { starts[Int(upper)] = true }
    }
    for space in [0x20, 0x09, 0xC2, 0xE2, 0xEF] { starts[space] = true }
  }

  /// The name that a text is, folded. Most texts are told from it by their first byte.
  func name(_ text: String) -> String? {
    guard let first = text.utf8.first, starts[Int(first)], text.utf8.count <= longest else {
      return nil
    }
    let folded = ColumnName.folded(text)
    return names.contains(folded) ? folded : nil
  }
}
