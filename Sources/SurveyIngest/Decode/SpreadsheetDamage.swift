/// What a spreadsheet program makes of texts when it opens and saves an export.
enum SpreadsheetDamage: Hashable {
  /// `#NAME?`, `#REF!`, `#N/A`, `#####`.
  case errorValue
  /// A long number cut down to some digits: `1.14628E+11`.
  case shortenedNumber
  /// A range or code that became a day: `3-May`, `5/3/2024`.
  case date

  /// The damage that a text shows; `nil` where it shows none.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (2...24).contains(bytes.count) else { return nil }
    if Self.isErrorValue(bytes) {
      self = .errorValue
    } else if Self.isShortened(bytes) {
      self = .shortenedNumber
    } else if LocalDate(text)?.orders.isEmpty == false || Self.isDayOfMonth(text) {
      self = .date
    } else {
      return nil
    }
  }

  /// Whether a text is an error value; any other is told by its first byte.
  static func isErrorValue(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && SpreadsheetDamage(text) == .errorValue
  }

  private static func isErrorValue(_ bytes: [UInt8]) -> Bool {
    guard bytes[0] == UInt8(ascii: "#") else { return false }
    if bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    let isNotAvailable = ["#N/A", "#NV"].contains { $0.utf8.elementsEqual(bytes) }
    let last = bytes[bytes.count - 1]
    let isWord = bytes.dropFirst().dropLast().allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "/")
        || $0 == UInt8(ascii: "0")
    }
    return isNotAvailable || isWord && (last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
  }

  /// One digit, perhaps a fraction, `E+` and two digits or three.
  private static func isShortened(_ bytes: [UInt8]) -> Bool {
    guard isDigit(bytes[0]), let mark = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }) else {
      return false
    }
    let mantissa = bytes[1..<mark]
    let exponent = bytes[(mark + 1)...]
    let isPoint = mantissa.first.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") } ?? true
    return isPoint && mantissa.count != 1 && mantissa.dropFirst().allSatisfy(isDigit)
      && exponent.first == UInt8(ascii: "+") && (3...4).contains(exponent.count)
      && exponent.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "mrz", "mai", "okt", "dez",
  ]

  /// `3-May`, `May-24`, `3-May-24`, `03. Mai`.
  private static func isDayOfMonth(_ text: String) -> Bool {
    let parts = text.split { $0 == "-" || $0 == " " || $0 == "." }
    guard (2...3).contains(parts.count) else { return false }
    let words = parts.filter { months.contains($0.lowercased()) }
    let numbers = parts.filter { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
    return words.count == 1 && numbers.count == parts.count - 1
  }
}
