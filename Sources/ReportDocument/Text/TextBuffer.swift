/// Text that grows by many small pieces; several times as fast as appending to a string.
struct TextBuffer {
  private var bytes: [UInt8] = []

  /// Everything appended so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a text.
  static func += (buffer: inout TextBuffer, text: String) {
    var text = text
    text.withUTF8 { buffer.bytes.append(contentsOf: $0) }
  }

  /// Appends a character.
  mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
