/// How much is read before a stop says that it is too much: memory and time stay bounded whatever
/// arrives.
struct InputLimits {
  /// The largest file, in bytes.
  var fileSize = 4 << 30
  /// The most bytes of an input whose size nobody knows beforehand: a pipe, or packed text.
  var unknownSize = 1 << 30
  /// Packed text may be this many times as long as its packing; DEFLATE reaches 1,032.
  var ratio = 250
  /// The ratio is not asked of less unpacked text than this.
  var ratioFrom = 64 << 20
  /// The longest name of a column: that of the longest cell in Excel. More is a lost quote.
  var nameLength = 32_767

  /// The most columns; each takes about a kilobyte, however few records there are.
  var columnCount = 250_000

  /// How many cells records may lack in all, so that a wide header above narrow records does not
  /// take the square of the file's size.
  func lackingCellCount(ofBytes count: Int) -> Int { 1 << 24 + 16 * count }

  static let standard = InputLimits()

  /// Those of a file that a person writes.
  static let handwritten = InputLimits(fileSize: 16 << 20, unknownSize: 16 << 20)
}
