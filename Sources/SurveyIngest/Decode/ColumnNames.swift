import SurveyModel

/// Names of columns as they are compared: spelling that nobody chose is levelled, as in answers.
package enum ColumnName {
  /// The name without markup, invisible characters, outer and doubled white space, in lower case, with
  /// straight quotes and short dashes.
  package static func folded(_ name: String) -> String {
    let plain = HTMLText.plain(name)
    var scalars = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}",
        "\u{FEFF}":
        break
      case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{B4}", "`":
        scalars.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2033}", "\u{AB}", "\u{BB}":
        scalars.append("\"")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
        scalars.append("-")
      default: scalars.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    // What was invisible may have stood between two spaces.
    return AnswerText.normalized(String(scalars))
  }

  /// The one of some names that a name means: the same, else the only one that differs in spelling
  /// alone; nil where there is none or several.
  package static func match(_ name: String, among names: [String]) -> String? {
    if names.contains(name) { return name }
    let wanted = folded(name)
    let similar = names.filter { folded($0) == wanted }
    return similar.count == 1 ? similar[0] : nil
  }

  /// A name as a YAML value within braces, in quotes where it needs them.
  static func yaml(_ name: String) -> String {
    let isPlain = name.utf8.enumerated().allSatisfy { place, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "/"):
        place > 0
      default: false
      }
    }
    guard !isPlain else { return name }
    let escaped = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}

/// The columns of an export by their names.
struct ColumnNames {
  private let columns: [RawColumn]
  private let exact: [String: [Int]]
  private let folded: [String: [Int]]
  /// What each column is called, in the header and in words.
  private let labels: [[String]]

  init(_ export: ExportTable) {
    columns = export.table.columns
    labels = export.facts.map { facts in
      [facts.label, facts.rowLabel, facts.name].compactMap { $0.map(ColumnName.folded) }
    }
    var exact: [String: [Int]] = [:]
    var folded: [String: [Int]] = [:]
    for (place, column) in columns.enumerated() {
      exact[column.name, default: []].append(place)
      folded[ColumnName.folded(column.name), default: []].append(place)
    }
    self.exact = exact
    self.folded = folded
  }

  /// The columns with exactly this name; more than one where the header repeats it.
  func named(_ name: String) -> [RawColumn] { exact[name, default: []].map { columns[$0] } }

  /// The columns whose name differs from this one in spelling alone.
  func similar(to name: String) -> [RawColumn] {
    let wanted = ColumnName.folded(name)
    return wanted.isEmpty ? [] : folded[wanted, default: []].map { columns[$0] }
  }

  /// The columns with this name, else those with a similar one.
  func matching(_ name: String) -> [RawColumn] {
    let named = named(name)
    return named.isEmpty ? similar(to: name) : named
  }

  /// The one column whose question text, or whose name, is a wording.
  func labelled(_ stem: String) -> RawColumn? {
    let wanted = ColumnName.folded(stem)
    guard !wanted.isEmpty else { return nil }
    let matches = labels.indices.filter { labels[$0].contains(wanted) }
    return matches.count == 1 ? columns[matches[0]] : nil
  }
}
