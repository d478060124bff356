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
  /// One byte: Western Europe, with the euro sign.
  case iso8859_15 = "iso-8859-15"
  /// One byte: Central Europe, as Windows programs write it.
  case windows1250 = "windows-1250"
  /// One byte: Central Europe.
  case iso8859_2 = "iso-8859-2"
  /// One byte: Cyrillic letters, as Windows programs write them.
  case windows1251 = "windows-1251"
  /// One byte: Cyrillic letters, as older mail and Unix programs write them.
  case koi8R = "koi8-r"
  /// One byte: Greek, as Windows programs write it.
  case windows1253 = "windows-1253"
  /// One byte: Greek.
  case iso8859_7 = "iso-8859-7"
  /// One byte: Turkish, as Windows programs write it; ISO-8859-9 is a part of it.
  case windows1254 = "windows-1254"
  /// One byte: the Baltic languages, as Windows programs write them.
  case windows1257 = "windows-1257"
  /// One byte: Western Europe, as programs of older Macintosh computers write it.
  case macintosh = "macintosh"
  /// One byte: Western Europe, as DOS programs and some spreadsheets write it.
  case ibm850 = "ibm850"

  /// The encoding with a name as study files and the command line write it, or a usual other
  /// spelling of it; nil where there is none.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "ansi": self = .windows1252
    case "latin1", "l1": self = .iso8859_1
    case "latin2", "l2": self = .iso8859_2
    case "latin5", "l5", "iso88599": self = .windows1254
    case "latin9", "l9": self = .iso8859_15
    case "greek": self = .iso8859_7
    case "macroman", "mac": self = .macintosh
    case "cp850": self = .ibm850
    case _ where plain.hasPrefix("cp125"):
      guard let windows = Self(rawValue: "windows-" + plain.dropFirst(2)) else { return nil }
      self = windows
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
  public var label: String {
    if self == .macintosh { return "Mac Roman" }
    guard rawValue.hasPrefix("windows-") else { return rawValue.uppercased() }
    return "Windows" + rawValue.dropFirst("windows".count)
  }
}
