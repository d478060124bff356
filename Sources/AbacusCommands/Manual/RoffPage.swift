/// A page for `man`, put together piece by piece in the macros of man(7).
struct RoffPage {
  /// The page so far.
  private(set) var text = ""
  /// True where nothing stands below a heading yet: a paragraph's macro would have nothing to part.
  private var isAfterHeading = false

  /// Begins a page of section 1.
  ///
  /// - Parameters:
  ///   - date: the day that the page names.
  ///   - source: what it belongs to, with its version.
  init(title: String, date: String, source: String) {
    // Hyphens of a date are no text, and must stand there as they are.
    text =
      ".TH \"\(Self.escaped(title[...]))\" \"1\" \"\(date)\" \"\(Self.escaped(source[...]))\" \"User Commands\"\n"
  }

  /// Begins a section.
  mutating func section(_ title: String) { heading("SH", title) }

  /// Begins a part of a section.
  mutating func part(_ title: String) { heading("SS", title) }

  /// A paragraph; what stands between backticks is bold.
  mutating func paragraph(_ prose: String) {
    separate()
    lines(prose)
  }

  /// An entry of a list: a term, then what it means.
  mutating func entry(_ term: String, _ prose: String) {
    isAfterHeading = false
    macro("TP", [])
    lines("`\(term)`")
    lines(prose)
  }

  /// Lines as they are typed.
  mutating func example(_ code: [Substring]) {
    separate()
    macro("RS", ["4"])
    macro("nf", [])
    for line in code { text += Self.guarded(Self.escaped(line)) + "\n" }
    macro("fi", [])
    macro("RE", [])
  }

  private mutating func heading(_ name: String, _ title: String) {
    macro(name, [title])
    isAfterHeading = true
  }

  private mutating func separate() {
    if !isAfterHeading { macro("PP", []) }
    isAfterHeading = false
  }

  private mutating func macro(_ name: String, _ arguments: [String]) {
    let words = arguments.map { "\"\(Self.escaped($0[...]))\"" }
    text += ([".\(name)"] + words).joined(separator: " ") + "\n"
  }

  /// Prose in lines of the length that checkers of manual pages ask for.
  private mutating func lines(_ prose: String) {
    var line = ""
    for word in Self.marked(prose).split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 78 {
        text += Self.guarded(line) + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { text += Self.guarded(line) + "\n" }
  }

  /// Text between backticks in bold.
  private static func marked(_ prose: String) -> String {
    prose.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index % 2 == 0 ? escaped(part) : "\\fB\(escaped(part))\\fP"
    }.joined()
  }

  /// Text in which nothing has a meaning to roff. A hyphen is one that can be copied into a shell.
  private static func escaped(_ text: Substring) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "\"": "\\(dq"
      case "^": "\\(ha"
      case "~": "\\(ti"
      default: scalar.isASCII ? String(scalar) : "\\[u\(hexadecimal(scalar))]"
      }
    }.joined()
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A line that begins with a point is a macro, unless something stands before it.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") ? "\\&" + line : line
  }
}
