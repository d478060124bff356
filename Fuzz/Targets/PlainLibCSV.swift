import CLibCSV

/// The cells of a delimited text as libcsv alone gives them, with nothing of ours in between.
struct PlainLibCSV {
  /// One list of cells for each record; nil stands for nothing between two delimiters.
  private(set) var records: [[[UInt8]?]] = []
  private var cells: [[UInt8]?] = []

  init(_ bytes: [UInt8], delimiter: UInt8) {
    var parser = csv_parser()
    csv_init(&parser, UInt8(CSV_EMPTY_IS_NULL))
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    withUnsafeMutablePointer(to: &self) { state in
      csv_parse(
        &parser, bytes, bytes.count,
        { text, count, state in
          let cell = text.map {
            Array(UnsafeRawBufferPointer(start: UnsafeRawPointer($0), count: count))
          }
          state?.assumingMemoryBound(to: PlainLibCSV.self).pointee.cells.append(cell)
        },
        { _, state in
          state?.assumingMemoryBound(to: PlainLibCSV.self).pointee.endRecord()
        }, state)
      csv_fini(
        &parser,
        { text, count, state in
          let cell = text.map {
            Array(UnsafeRawBufferPointer(start: UnsafeRawPointer($0), count: count))
          }
          state?.assumingMemoryBound(to: PlainLibCSV.self).pointee.cells.append(cell)
        },
        { _, state in
          state?.assumingMemoryBound(to: PlainLibCSV.self).pointee.endRecord()
        }, state)
    }
  }

  private mutating func endRecord() {
    records.append(cells)
    cells = []
  }
}
