/// Keys of texts: the text itself where it fits, else a hash in the manner of wyhash.
enum TextKey {
  /// The top byte of an exact key is the length; a hash has all its bits set.
  private static let hashMark: UInt64 = 0xFF << 56

  @inline(__always)
  static func of(_ text: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(text)
    let length = UInt64(truncatingIfNeeded: count)
    if count >= 8 { return hash(raw, count: count) | hashMark }
    if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      // The two halves overlap in the same bytes, so that together they are the text.
      return length << 56 | high << ((length &- 4) &* 8) | low
    }
    let middle = UInt64(text[count >> 1]) << ((length >> 1) &* 8)
    return length << 56 | UInt64(text[count &- 1]) << ((length &- 1) &* 8) | middle
      | UInt64(text[0])
  }

  /// Whether equal keys mean equal texts.
  @inline(__always)
  static func isExact(_ key: UInt64) -> Bool { key < hashMark }

  /// The key with its bits spread: the low ones choose a slot, the high ones are its tag.
  @inline(__always)
  static func spread(_ key: UInt64) -> UInt64 { mixed(key) }

  /// The 16 bits that a slot keeps of a spread key.
  @inline(__always)
  static func tag(_ spread: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: spread >> 48) }

  @inline(__always)
  private static func hash(_ text: UnsafeRawPointer, count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 8 < count {
      hash = mixed(hash ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    // The last eight bytes, which may overlap the ones before.
    return mixed(hash ^ text.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xE703_7ED1_A0B4_28DB)
      .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
