extension String {
  /// True where the text holds nothing but visible characters of ASCII and spaces, as most texts
  /// do. What Unicode asks of other characters can then be left out.
  var isPlainASCII: Bool {
    var text = self
    return text.withUTF8 { $0.isPlainASCII }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True where all bytes are visible characters of ASCII or spaces.
  var isPlainASCII: Bool {
    // Eight at a time: the top bit of a byte of `odd` is set where that byte is below 0x20, is
    // 0x7F or is above.
    let bytes = UnsafeRawBufferPointer(self)
    var place = 0
    while place + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let odd =
        word | (word &+ 0x0101_0101_0101_0101)
        | ~((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x6060_6060_6060_6060)
      guard odd & 0x8080_8080_8080_8080 == 0 else { return false }
      place += 8
    }
    while place < count {
      guard (0x20...0x7E).contains(self[place]) else { return false }
      place += 1
    }
    return true
  }
}
