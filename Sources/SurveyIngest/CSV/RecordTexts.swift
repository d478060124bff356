/// Parses a few records into strings, for looking at a header.
enum RecordTexts {
  private struct Collected {
    var records: [[String]] = []
    var cells: [String] = []
  }

  /// The cells of every record in `bytes`, as many as there may be columns; an empty cell is the
  /// empty string.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat
  ) throws(RecordParser.Failure) -> [[String]] {
    var collected = Collected()
    _ = try withUnsafeMutablePointer(to: &collected) { state throws(RecordParser.Failure) in
      try RecordParser.parse(
        bytes, format: format, state: UnsafeMutableRawPointer(state),
        cell: { text, count, state in
          let bytes = UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : count)
          guard let collected = state?.assumingMemoryBound(to: Collected.self),
            collected.pointee.cells.count < InputLimits.standard.columnCount
          else { return }
          collected.pointee.cells.append(String(decoding: bytes, as: UTF8.self))
        },
        record: { _, state in
          guard let collected = state?.assumingMemoryBound(to: Collected.self) else { return }
          collected.pointee.records.append(collected.pointee.cells)
          collected.pointee.cells = []
        })
    }
    return collected.records
  }
}
