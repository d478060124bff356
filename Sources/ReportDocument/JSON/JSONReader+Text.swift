extension JSONReader {
  /// A text between quotes.
  mutating func string() throws(MalformedJSON) -> String {
    try expect(UInt8(ascii: "\""))
    let start = place
    skipPlain()
    var text = part(from: start)
    while !take(UInt8(ascii: "\"")) {
      try expect(UInt8(ascii: "\\"))
      text.unicodeScalars.append(try escaped())
      let start = place
      skipPlain()
      text += part(from: start)
    }
    return text
  }

  /// Passes over what stands for itself in a text.
  private mutating func skipPlain() {
    while next >= 0x20, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") { place += 1 }
  }

  private func part(from start: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
  }

  private mutating func escaped() throws(MalformedJSON) -> Unicode.Scalar {
    let byte = next
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try numbered()
    default:
      place -= 1
      throw malformed
    }
  }

  /// A character by its number, in two halves beyond U+FFFF.
  private mutating func numbered() throws(MalformedJSON) -> Unicode.Scalar {
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00 else { throw malformed }
    try expect(UInt8(ascii: "\\"))
    try expect(UInt8(ascii: "u"))
    let low = try fourDigits()
    guard low >= 0xDC00, low < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw malformed }
    return scalar
  }

  private mutating func fourDigits() throws(MalformedJSON) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue, next < 0x80 else {
        throw malformed
      }
      number = number << 4 + UInt32(digit)
      place += 1
    }
    return number
  }
}
