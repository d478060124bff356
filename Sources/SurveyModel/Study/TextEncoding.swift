/// How characters are written as bytes in an export.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// Unicode, one to four bytes for each character.
  case utf8 = "utf-8"
  /// Unicode, two or four bytes, the low byte first: *Unicode text* of Windows programs.
  case utf16LittleEndian = "utf-16le"
  /// Unicode, two or four bytes, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// One byte: Western Europe, as Windows programs write it.
  case windows1252 = "windows-1252"
  /// One byte: Western Europe, without the quotes, dashes and euro sign of Windows.
  case iso8859_1 = "iso-8859-1"

  /// The encoding with a name as study files and the command line write it, or a usual other
  /// spelling of it; nil where there is none.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "cp1252", "ansi": self = .windows1252
    case "latin1", "l1", "iso88591": self = .iso8859_1
    default:
      guard
        let known = Self.allCases.first(where: {
          $0.rawValue.filter { $0.isLetter || $0.isNumber } == plain
        })
      else { return nil }
      self = known
    }
  }

  /// The names that study files and the command line take.
  public static var names: [String] { allCases.map(\.rawValue) }

  /// The name as it is usually printed.
  public var label: String { self == .windows1252 ? "Windows-1252" : rawValue.uppercased() }
}
