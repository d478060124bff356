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

  /// Quotes where the rules of the format allow none.
  struct StrayQuotes: Hashable {
    /// Inside quoted cells, neither doubled nor at the cell's end.
    var inQuotedCells = Places()
    /// Inside cells that no quote begins.
    var inBareCells = Places()

    /// Some of them.
    struct Places: Hashable {
      /// How many there are.
      var count = 0
      /// The offset of what follows the first one, or of that one.
      var firstOffset = 0

      fileprivate mutating func add(_ offset: Int) {
        if count == 0 { firstOffset = offset }
        count += 1
      }

      fileprivate func followed(by more: Places, from offset: Int) -> Places {
        Places(
          count: count + more.count,
          firstOffset: count > 0 ? firstOffset : offset + more.firstOffset)
      }
    }

    /// Those of a part of the bytes that begins at `offset`, after those before it.
    func followed(by more: StrayQuotes, from offset: Int) -> StrayQuotes {
      StrayQuotes(
        inQuotedCells: inQuotedCells.followed(by: more.inQuotedCells, from: offset),
        inBareCells: inBareCells.followed(by: more.inBareCells, from: offset))
    }
  }

  /// Parses all bytes; a last record without a line end counts.
  @discardableResult
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, state: UnsafeMutableRawPointer?,
    cell: CellCallback, record: RecordCallback
  ) throws(Failure) -> StrayQuotes {
    var parser = csv_parser()
    guard csv_init(&parser, strict) == 0 else {
      throw .library("no parser could be made")
    }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, format.delimiter)
    csv_set_quote(&parser, format.quote)
    csv_set_blk_size(&parser, bufferStep)
    var strays = StrayQuotes()
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.baseAddress.map { $0 + offset }
      offset += csv_parse(&parser, rest, bytes.count - offset, cell, record, state)
      // `csv_error` and the parser's state say nothing after `csv_fini`.
      guard offset < bytes.count else { break }
      guard csv_error(&parser) == CSV_EPARSE else {
        throw .library(String(cString: csv_strerror(csv_error(&parser))))
      }
      if parser.quoted != 0 {
        strays.inQuotedCells.add(offset)
      } else {
        strays.inBareCells.add(offset)
      }
      // The parser stands before the byte that breaks the rules; it takes that one as text.
      csv_set_opts(&parser, lenient)
      offset += csv_parse(&parser, bytes.baseAddress.map { $0 + offset }, 1, cell, record, state)
      csv_set_opts(&parser, strict)
    }
    if parser.pstate == insideCell, parser.quoted != 0 { throw .openQuote }
    guard csv_fini(&parser, cell, record, state) == 0 else {
      throw .library(String(cString: csv_strerror(csv_error(&parser))))
    }
    return strays
  }

  private static let lenient = UInt8(CSV_EMPTY_IS_NULL)
  /// A quote where none may stand stops libcsv, so that it is seen and does not swallow what
  /// follows unnoticed.
  private static let strict = lenient | UInt8(CSV_STRICT)

  /// How libcsv's buffer, where every cell starts, grows. A cell may be megabytes long; the default
  /// step of 128 bytes would copy it over and over. `TextKey` counts on the buffer being this long.
  private static let bufferStep = 1 << 16

  /// `FIELD_BEGUN` in libcsv.c.
  private static let insideCell: Int32 = 2
}
