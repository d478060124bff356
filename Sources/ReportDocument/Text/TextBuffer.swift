/// Text that grows by many small pieces; several times as fast as appending to a string.
struct TextBuffer {
  private var bytes: [UInt8] = []

  /// An empty buffer.
  ///
  /// - Parameter capacity: bytes to make room for at once.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Everything appended so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a text.
  static func += (buffer: inout TextBuffer, text: String) {
    var text = text
    text.withUTF8 { buffer.bytes.append(contentsOf: $0) }
  }

  /// Appends a text known at compile time, which is faster than one that is not.
  mutating func append(fixed text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes of a text; together the bytes appended must be UTF-8.
  mutating func append(_ part: UnsafeBufferPointer<UInt8>.SubSequence) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: part))
  }

  /// Appends one character of ASCII.
  mutating func append(ascii byte: UInt8) { bytes.append(byte) }

  /// Appends spaces; none where the count is negative.
  mutating func appendSpaces(_ count: Int) {
    for _ in 0..<max(0, count) { bytes.append(0x20) }
  }

  /// Appends a character.
  mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
