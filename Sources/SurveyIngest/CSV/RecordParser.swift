import CLibCSV

/// Runs libcsv over bytes and hands each cell and each record end to C callbacks.
///
/// The callbacks get their state as a raw pointer and capture nothing, so that Swift adds nothing to
/// the cost of the C loop.
enum RecordParser {
  typealias CellCallback =
    @convention(c) (
      UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?
    ) -> Void
  typealias RecordCallback = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void

  /// What stopped a parse.
  enum Failure: Error {
    /// The bytes end inside a quoted cell.
    case openQuote
    /// Records lack more cells than a table may.
    case tooRagged
    /// libcsv's own words.
    case library(String)
  }

  /// Parses all bytes; a last record without a line end counts.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, state: UnsafeMutableRawPointer,
    cell: CellCallback, record: RecordCallback
  ) throws(Failure) {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_EMPTY_IS_NULL)) == 0 else {
      throw .library("no parser could be made")
    }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, format.delimiter)
    csv_set_quote(&parser, format.quote)
    csv_set_blk_size(&parser, bufferStep)
    let parsed = csv_parse(&parser, bytes.baseAddress, bytes.count, cell, record, state)
    // `csv_error` and the parser's state say nothing after `csv_fini`.
    guard parsed == bytes.count else {
      throw .library(String(cString: csv_strerror(csv_error(&parser))))
    }
    if parser.pstate == insideCell, parser.quoted != 0 { throw .openQuote }
    guard csv_fini(&parser, cell, record, state) == 0 else {
      throw .library(String(cString: csv_strerror(csv_error(&parser))))
    }
  }

  /// How libcsv's buffer, where every cell starts, grows. A cell may be megabytes long; the default
  /// step of 128 bytes would copy it over and over. `TextKey` counts on the buffer being this long.
  private static let bufferStep = 1 << 16

  /// `FIELD_BEGUN` in libcsv.c.
  private static let insideCell: Int32 = 2
}
