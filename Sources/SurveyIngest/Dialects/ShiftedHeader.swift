/// Asks whether every record has one cell more than the header: R's `write.table` writes the names of
/// the rows without a name above them, and each cell would stand under its neighbor's name.
struct ShiftedHeader {
  private let export: ExportTable

  init(of export: ExportTable) { self.export = export }

  /// - Throws: `IngestError.shiftedHeader`.
  func verify() throws {
    let table = export.table
    let ragged = table.raggedRows
    guard ragged.count == table.rowCount, ragged.count > 1, let first = ragged.first,
      first.expected > 1, ragged.allSatisfy({ $0.cellCount == first.expected + 1 }),
      !endsInDelimiter
    else { return }
    throw IngestError.shiftedHeader(path: table.path)
  }

  /// Records that end in a delimiter have an empty cell more.
  private var endsInDelimiter: Bool {
    export.firstRecords.dropFirst().allSatisfy { $0.last?.trimmed.isEmpty ?? true }
  }
}
