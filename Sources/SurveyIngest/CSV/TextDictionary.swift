import Glibc

/// The distinct texts of one column and their codes, while the file is parsed.
///
/// Open addressing over slots of 48 hash bits and a 16-bit code; the texts stand one after the other
/// in an arena. Texts of one byte, which most answers are, have a table of their own.
struct TextDictionary {
  private struct Place: BitwiseCopyable {
    let offset: Int
    let count: Int
  }

  private var singles: UnsafeMutablePointer<UInt16>
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int
  private var places: GrowingBuffer<Place>
  private var arena: GrowingBuffer<UInt8>

  init() {
    singles = Memory.allocateZeroed(UInt16.self, count: 256)
    slots = Memory.allocateZeroed(UInt64.self, count: 32)
    slotMask = 31
    places = GrowingBuffer(capacity: 16)
    arena = GrowingBuffer(capacity: 256)
  }

  /// The number of distinct texts.
  var count: Int { places.count }

  /// The bytes of the text with a code.
  func bytes(of code: UInt16) -> UnsafeBufferPointer<UInt8> {
    let place = places.start[Int(code &- CellCode.firstText)]
    return UnsafeBufferPointer(start: arena.start + place.offset, count: place.count)
  }

  /// The code of a text, or 0 where it is new.
  @inline(__always)
  func code(of text: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> UInt16 {
    if count == 1 { return singles[Int(text[0])] }
    var slot = Int(truncatingIfNeeded: hash >> 16) & slotMask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 16 == 0 {
        let code = UInt16(truncatingIfNeeded: slots[slot])
        let place = places.start[Int(code &- CellCode.firstText)]
        if place.count == count, memcmp(arena.start + place.offset, text, count) == 0 {
          return code
        }
      }
      slot = (slot &+ 1) & slotMask
    }
    return 0
  }

  /// Gives a new text the next code.
  mutating func insert(_ text: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> UInt16 {
    let code = UInt16(places.count) + CellCode.firstText
    places.append(Place(offset: arena.count, count: count))
    arena.append(text, count: count)
    if count == 1 {
      singles[Int(text[0])] = code
    } else {
      if places.count * 2 > slotMask { enlarge() }
      fill(hash & ~0xFFFF | UInt64(code))
    }
    return code
  }

  private mutating func enlarge() {
    let (oldSlots, oldMask) = (slots, slotMask)
    slotMask = slotMask * 4 + 3
    slots = Memory.allocateZeroed(UInt64.self, count: slotMask + 1)
    for slot in 0...oldMask where oldSlots[slot] != 0 { fill(oldSlots[slot]) }
    free(oldSlots)
  }

  private func fill(_ entry: UInt64) {
    var slot = Int(truncatingIfNeeded: entry >> 16) & slotMask
    while slots[slot] != 0 { slot = (slot + 1) & slotMask }
    slots[slot] = entry
  }

  /// The texts in the order of their codes.
  func texts() -> [String] {
    (0..<count).map { String(decoding: bytes(of: UInt16($0) + CellCode.firstText), as: UTF8.self) }
  }

  func deallocate() {
    free(singles)
    free(slots)
    places.deallocate()
    arena.deallocate()
  }
}

/// A quick hash of short texts, in the manner of wyhash: multiply, then fold the halves.
enum TextHash {
  @inline(__always)
  static func of(_ text: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(text)
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      // The last eight bytes, which may overlap the ones before.
      return mixed(hash ^ raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      let low = raw.loadUnaligned(as: UInt32.self)
      let high = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return mixed(hash ^ (UInt64(low) << 32 | UInt64(high)))
    }
    let bytes = UInt64(text[0]) << 16 | UInt64(text[count >> 1]) << 8 | UInt64(text[count &- 1])
    return mixed(hash ^ bytes)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
