/// An identifier without what people and programs write in different ways: capitals, blanks, signs
/// between letters and digits, wide forms, and the `.0` of a number that became a fraction.
struct IdentifierForm: Hashable {
  /// Letters and digits only.
  let bare: String
  /// The same with a hyphen for each sign or blank between two digits, where `1-11` is not `11-1`.
  let parted: String

  init(_ text: String) {
    var bare = ""
    var parted = ""
    var hasGap = false
    for scalar in Self.withoutFraction(text).unicodeScalars {
      let narrow = Self.narrow(scalar)
      guard narrow.properties.isAlphabetic || narrow.properties.numericType != nil else {
        hasGap = true
        continue
      }
      let small = narrow.properties.lowercaseMapping
      let followsDigit = parted.unicodeScalars.last?.properties.numericType != nil
      if hasGap, followsDigit, narrow.properties.numericType != nil { parted += "-" }
      bare += small
      parted += small
      hasGap = false
    }
    self.bare = bare
    self.parted = parted
  }

  /// A number without the `.0` or `,00` at its end.
  static func withoutFraction(_ text: String) -> String {
    let zeros = text.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let whole = text.utf8.dropLast(zeros)
    guard zeros > 0, let sign = whole.last, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","),
      whole.count > 1,
      whole.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return text }
    return String(whole.dropLast()) ?? text
  }

  /// The usual character for one of East Asian width.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// A hash of `bare`, made from bytes without a string where all are ASCII; nil where they are not.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var end = bytes.count
    while end > 1, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    let isFraction =
      end > 1 && end < bytes.count
      && (bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ","))
      && bytes[..<(end - 1)].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[..<(isFraction ? end - 1 : bytes.count)] {
      let small = byte | 0x20
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      case 0x80...: return nil
      default:
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) else { continue }
        hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
      }
    }
    return hash
  }

  /// The same hash of any text.
  var hash: UInt64 { Self.hashOfBytes(bare.utf8) }

  /// Fowler, Noll and Vo's hash (FNV-1a).
  static func hashOfBytes(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
