import Foundation
import ReportDocument
import SurveyIngest
import TestSupport
import Testing

/// Holds an output against what its reader would do with it.
enum Escaped {
  /// No character steers a terminal or the direction of reading.
  static func expectVisible(_ text: String, at place: SourceLocation = #_sourceLocation) {
    let unsafe = text.unicodeScalars.filter {
      VisibleText.isUnsafe($0) && $0 != "\n" && $0 != "\r"
    }
    #expect(unsafe.isEmpty, "\(unsafe.map(\.value))", sourceLocation: place)
  }

  /// Every line of standard error has its form, so that no text begins a line of its own.
  static func expectLines(_ run: CommandRun, at place: SourceLocation = #_sourceLocation) {
    expectVisible(run.stderr, at: place)
    for line in run.errorLines {
      let isWhole =
        line.hasPrefix("abacus: error: there is no result because of ")
        || line.wholeMatch(of: /(.+: )?(error|warning|note): .+ \[[a-z0-9-]+\]/) != nil
      #expect(isWhole, "\(line.prefix(300))", sourceLocation: place)
    }
  }

  /// The page has the elements and attributes of any report, and links that lead nowhere harmful.
  static func expectPage(_ html: String, at place: SourceLocation = #_sourceLocation) {
    expectVisible(html, at: place)
    let page = TagBalance(html)
    #expect(page.problems == [], sourceLocation: place)
    #expect(Set(page.ids).count == page.ids.count, sourceLocation: place)
    let live: Set = [
      "script", "img", "iframe", "object", "embed", "link", "form", "input", "base", "audio",
      "video", "foreignObject", "image", "use", "set", "animate",
    ]
    #expect(live.intersection(page.names) == [], sourceLocation: place)
    let strange = page.attributes.filter {
      $0.hasPrefix("on") || ["src", "srcdoc", "action", "formaction", "data"].contains($0)
    }
    #expect(strange == [], sourceLocation: place)
    let leading = page.links.filter { !$0.hasPrefix("#") && !$0.hasPrefix("https://doi.org/") }
    #expect(leading == [], sourceLocation: place)
  }

  /// No text is a link, an image or HTML, and every row of a table has its columns.
  static func expectMarkdown(_ text: String, at place: SourceLocation = #_sourceLocation) {
    expectVisible(text, at: place)
    let plain = withoutCodeAndEscapes(text)
    for mark in [
      "](javascript", "](data", "](https://x", "![", "<script", "<img", "<svg", "<a ", "</title",
      "<!--", "**bold",
    ] {
      guard let found = plain.range(of: mark) else { continue }
      let end = plain.index(found.upperBound, offsetBy: 60, limitedBy: plain.endIndex)
      Issue.record(
        "\(plain[found.lowerBound..<(end ?? plain.endIndex)])", sourceLocation: place)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for block in lines.split(whereSeparator: { !$0.hasPrefix("|") }) {
      #expect(Set(block.map(bars)).count == 1, "\(block.first ?? "")", sourceLocation: place)
    }
  }

  private static func bars(_ line: Substring) -> Int {
    var isEscaped = false
    return line.count { character in
      defer { isEscaped = !isEscaped && character == "\\" }
      return character == "|" && !isEscaped
    }
  }

  /// The text without code, and without the characters that a backslash takes the meaning from.
  private static func withoutCodeAndEscapes(_ text: String) -> String {
    let fences = text.replacing(/(?m)^(`{3,})[^`\n]*\n(.|\n)*?^\1`*$/, with: "")
    // A summary is HTML, in which Markdown counts for nothing.
    return fences.split(separator: "\n").filter { !isSummary($0) }.map { line in
      var plain = ""
      var rest = line
      while let first = rest.first {
        let ticks = rest.prefix { $0 == "`" }
        if first == "\\" {
          rest = rest.dropFirst(2)
        } else if let end = closing(ticks, in: rest) {
          rest = rest[end...]
        } else {
          plain += ticks.isEmpty ? String(first) : String(ticks)
          rest = rest.dropFirst(max(ticks.count, 1))
        }
      }
      return plain
    }.joined(separator: "\n")
  }

  /// True for a line of HTML that a folded part begins with, and that holds nothing but text.
  private static func isSummary(_ line: Substring) -> Bool {
    guard line.hasPrefix("<summary>") else { return false }
    let html = TagBalance(String(line))
    return html.problems == [] && Set(html.names).isSubset(of: ["summary", "strong", "em", "code"])
  }

  /// The end of the code that backticks open.
  private static func closing(_ ticks: Substring, in text: Substring) -> Substring.Index? {
    guard !ticks.isEmpty else { return nil }
    var rest = text[ticks.endIndex...]
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == ticks.count { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  /// No cell is a formula for a spreadsheet, unless it is a number.
  static func expectTable(_ csv: String, at place: SourceLocation = #_sourceLocation) {
    expectVisible(csv, at: place)
    for cell in cells(of: csv) where Double(cell) == nil {
      let first = cell.unicodeScalars.first { $0 != " " }
      let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
      #expect(!isFormula, "\(cell.prefix(100))", sourceLocation: place)
    }
  }

  /// The cells of a file, quotes taken off (RFC 4180).
  static func cells(of csv: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var rest = csv.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        cell.append(scalar)
        rest = rest.dropFirst()
      case "\"": isQuoted.toggle()
      case ",", "\r", "\n":
        if isQuoted {
          cell.append(scalar)
        } else {
          cells.append(String(cell))
          cell = String.UnicodeScalarView()
        }
      default: cell.append(scalar)
      }
    }
    return cells + [String(cell)]
  }

  /// The text is JSON with the hostile texts in it, unchanged.
  static func expectJSON(
    _ text: String, holding values: [String] = [], at place: SourceLocation = #_sourceLocation
  ) throws {
    expectVisible(text, at: place)
    let found = strings(in: try JSONSerialization.jsonObject(with: Data(text.utf8)))
    for value in values where !found.contains(Array(value.unicodeScalars)) {
      Issue.record("\(value.prefix(80)) is not in it", sourceLocation: place)
    }
  }

  /// All strings, as scalars: texts that only look alike are not the same.
  private static func strings(in value: Any) -> Set<[Unicode.Scalar]> {
    switch value {
    case let text as String: [Array(text.unicodeScalars)]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(strings(in: $1)) }
    case let object as [String: Any]:
      object.values.reduce(into: []) { $0.formUnion(strings(in: $1)) }
    default: []
    }
  }
}
