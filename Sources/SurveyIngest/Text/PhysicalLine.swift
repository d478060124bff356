/// Counting lines as an editor does: LF, CR and CRLF each end one line.
enum PhysicalLine {
  /// The 1-based line on which the byte at `offset` stands.
  static func number(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) where endsLine(at: index, in: bytes) { line += 1 }
    return line
  }

  /// Whether the line ends with the byte at `index`; the CR of a CRLF does not end it.
  @inline(__always)
  static func endsLine(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index] {
    case ASCII.lineFeed: true
    case ASCII.carriageReturn:
      index + 1 == bytes.count || bytes[index + 1] != ASCII.lineFeed
    default: false
    }
  }
}
