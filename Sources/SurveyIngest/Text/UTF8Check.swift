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
  private static func endOfPlainText(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var offset = start
    let limit = SIMD32<UInt8>(repeating: 0x7F)
    while offset &+ blockSize <= bytes.count {
      let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
      // One less than the byte: 0 wraps to 255, so one comparison finds NUL and non-ASCII.
      if any((block &- 1) .>= limit) { break }
      offset &+= blockSize
    }
    while offset < bytes.count, bytes[offset] &- 1 < 0x7F { offset &+= 1 }
    return offset
  }

  /// The length of the multi-byte sequence at `offset`, or 0 where it is not UTF-8.
  private static func sequenceLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
