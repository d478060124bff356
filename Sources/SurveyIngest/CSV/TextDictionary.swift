import Glibc

/// The distinct texts of one column and their codes, while the file is parsed.
///
/// Open addressing. A short text is its own key, so that one comparison finds it; a longer one has a
/// hash for a key and is compared with its bytes. Slots are small, because a
/// column of a thousand dates should leave room in the cache for the other columns.
struct TextDictionary {
  private static let lengthSize = MemoryLayout<Int>.size

  /// Each slot is 16 bits of the spread key, then a code. No code is 0, so a free slot is 0.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  /// The key of each text, in the order of the codes.
  private var keys: GrowingBuffer<TextKey>
  /// Where each text stands in the arena.
  private var offsets: GrowingBuffer<Int>
  /// Each text with its length, eight bytes, before it.
  private var arena: GrowingBuffer<UInt8>

  init() {
    slots = Memory.allocateZeroed(UInt32.self, count: 32)
    slotMask = 31
    keys = GrowingBuffer(capacity: 16)
    offsets = GrowingBuffer(capacity: 16)
    arena = GrowingBuffer(capacity: 256)
  }

  /// The number of distinct texts.
  var count: Int { keys.count }

  /// The bytes that the texts take, their lengths included.
  var size: Int { arena.count }

  /// The bytes of the text with a code.
  @inline(__always)
  func bytes(of code: UInt16) -> UnsafeBufferPointer<UInt8> {
    let offset = offsets.start[Int(code &- CellCode.firstText)]
    let length = (UnsafeRawPointer(arena.start) + offset).loadUnaligned(as: Int.self)
    return UnsafeBufferPointer(start: arena.start + offset + Self.lengthSize, count: length)
  }

  /// The code of a text, or 0 where it is new.
  @inline(__always)
  func code(of text: UnsafePointer<UInt8>, count: Int, key: TextKey) -> UInt16 {
    let spread = key.spread
    var index = Int(truncatingIfNeeded: spread) & slotMask
    while slots[index] != 0 {
      let slot = slots[index]
      let code = UInt16(truncatingIfNeeded: slot)
      if slot >> 16 == TextKey.tag(spread),
        keys.start[Int(code &- CellCode.firstText)] == key,
        key.isExact || isEqual(code, text, count: count)
      {
        return code
      }
      index = (index &+ 1) & slotMask
    }
    return 0
  }

  @inline(__always)
  private func isEqual(_ code: UInt16, _ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    let known = bytes(of: code)
    guard known.count == count, let start = known.baseAddress else { return false }
    return memcmp(start, text, count) == 0
  }

  /// Gives a new text the next code.
  mutating func insert(_ text: UnsafePointer<UInt8>, count: Int, key: TextKey) -> UInt16 {
    let code = UInt16(keys.count) + CellCode.firstText
    keys.append(key)
    offsets.append(arena.count)
    withUnsafeBytes(of: count) { length in
      for byte in length { arena.append(byte) }
    }
    arena.append(text, count: count)
    // At most half full: with more, the number of steps to a text is hard to foresee.
    if keys.count * 2 > slotMask { enlarge() } else { fill(code, key: key) }
    return code
  }

  private mutating func enlarge() {
    free(slots)
    slotMask = slotMask * 2 + 1
    slots = Memory.allocateZeroed(UInt32.self, count: slotMask + 1)
    for index in 0..<keys.count {
      fill(UInt16(index) + CellCode.firstText, key: keys.start[index])
    }
  }

  private func fill(_ code: UInt16, key: TextKey) {
    let spread = key.spread
    var index = Int(truncatingIfNeeded: spread) & slotMask
    while slots[index] != 0 { index = (index + 1) & slotMask }
    slots[index] = TextKey.tag(spread) << 16 | UInt32(code)
  }

  /// The texts in the order of their codes.
  func texts() -> [String] {
    (0..<count).map { String(decoding: bytes(of: UInt16($0) + CellCode.firstText), as: UTF8.self) }
  }

  func deallocate() {
    free(slots)
    keys.deallocate()
    offsets.deallocate()
    arena.deallocate()
  }
}
