/// What a dictionary compares instead of a text: the text itself up to 15 bytes, else its hash.
struct TextKey: BitwiseCopyable, Equatable {
  /// How many bytes must be readable where a text starts, however short it is.
  static let readableBytes = 16
  /// The longest text that is its own key.
  private static let exactCount = 15
  /// The top byte of an exact key is the length; that of a hash has all its bits set.
  private static let hashMark: UInt64 = 0xFF << 56

  private let low: UInt64
  private let high: UInt64

  /// The key of a text with at least `readableBytes` bytes of memory behind its start.
  @inline(__always)
  init(of text: UnsafePointer<UInt8>, count: Int) {
    let raw = UnsafeRawPointer(text)
    let length = UInt64(truncatingIfNeeded: count)
    guard count <= Self.exactCount else {
      low = Self.hash(raw, count: count)
      high = Self.hashMark | length & ~Self.hashMark
      return
    }
    // Reading past the text and masking costs less than a branch for each length, which the
    // processor could not foresee.
    let lowMask = count >= 8 ? UInt64.max : ~(UInt64.max &<< (length &* 8))
    let highMask = count <= 8 ? 0 : ~(UInt64.max &<< ((length &- 8) &* 8))
    low = raw.loadUnaligned(as: UInt64.self) & lowMask
    high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & highMask | length << 56
  }

  /// Whether equal keys mean equal texts.
  @inline(__always)
  var isExact: Bool { high < Self.hashMark }

  /// The key's bits, spread: the low ones choose a slot, the high ones are its tag.
  @inline(__always)
  var spread: UInt64 {
    Self.mixed(low ^ 0xE703_7ED1_A0B4_28DB, high ^ 0xA076_1D64_78BD_642F)
  }

  /// The 16 bits that a slot keeps of a spread key.
  @inline(__always)
  static func tag(_ spread: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: spread >> 48) }

  /// In the manner of wyhash: multiply, then fold the halves.
  @inline(__always)
  private static func hash(_ text: UnsafeRawPointer, count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset &+ 8 < count {
      let word = text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = mixed(hash ^ word ^ 0xE703_7ED1_A0B4_28DB, 0xA076_1D64_78BD_642F)
      offset &+= 8
    }
    // The last eight bytes, which may overlap the ones before.
    let word = text.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    return mixed(hash ^ word ^ 0xE703_7ED1_A0B4_28DB, 0xA076_1D64_78BD_642F)
  }

  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
