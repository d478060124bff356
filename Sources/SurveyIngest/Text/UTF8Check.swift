/// One pass that finds the first byte no text file may hold.
enum UTF8Check {
  private static let blockSize = 32

  /// The offset of the first NUL byte, or of the first byte of a sequence that is not UTF-8
  /// (overlong forms, surrogates and code points above U+10FFFF included); `nil` where all is well.
  static func firstUnreadableByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while offset < bytes.count {
      offset = endOfPlainText(from: offset, in: bytes)
      guard offset < bytes.count else { break }
      let length = sequenceLength(at: offset, in: bytes)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// The first offset, from `start` on, of a byte outside 1–127.
  fileprivate static func endOfPlainText(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var offset = start
    while offset &+ blockSize <= bytes.count {
      var marks: UInt64 = 0
      for word in 0..<blockSize / 8 {
        let word = base.loadUnaligned(fromByteOffset: offset &+ word &* 8, as: UInt64.self)
        // A byte of 0 borrows and a byte above 127 has it set: the top bit finds both.
        marks |= (word &- 0x0101_0101_0101_0101) | word
      }
      if marks & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= blockSize
    }
    while offset < bytes.count, bytes[offset] &- 1 < 0x7F { offset &+= 1 }
    return offset
  }

  /// The length of the multi-byte sequence at `offset`, or 0 where it is not UTF-8.
  fileprivate static func sequenceLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Int
  {
    // The second byte's range rules out overlong forms, surrogates and numbers above U+10FFFF
    // (the Unicode Standard, table 3-7).
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<max(offset + length, offset + 2) where bytes[index] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}

extension UTF8Check {
  /// What the bytes above 127 of a file are, if some of them are not UTF-8.
  struct HighBytes: Hashable {
    /// Characters of two bytes and more.
    private(set) var sequenceCount = 0
    /// Bytes that belong to no such character.
    private(set) var strayCount = 0
    /// Whether any byte is of 80–9F, which ISO-8859-1 leaves to control characters.
    private(set) var hasC1 = false

    init(in bytes: UnsafeBufferPointer<UInt8>) {
      var offset = 0
      while offset < bytes.count {
        offset = UTF8Check.endOfPlainText(from: offset, in: bytes)
        guard offset < bytes.count else { break }
        let isNUL = bytes[offset] == 0
        let length =
          isNUL ? 1 : max(UTF8Check.sequenceLength(at: offset, in: bytes), cutLength(offset, bytes))
        if length > 1 { sequenceCount += 1 } else if !isNUL { strayCount += 1 }
        for place in offset..<offset + max(length, 1) where (0x80...0x9F).contains(bytes[place]) {
          hasC1 = true
        }
        offset += max(length, 1)
      }
    }

    /// The length of a character that the end of the file cuts, if two bytes of it at least are left.
    private func cutLength(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
      let rest = bytes[offset...]
      let whole = bytes[offset] >= 0xF0 ? 4 : 3
      guard bytes[offset] >= 0xE1, bytes[offset] <= 0xF4, rest.count > 1, rest.count < whole,
        rest.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return 0 }
      return rest.count
    }
  }
}
