/// One file of a systemd user unit.
package struct UnitFile: Hashable, Sendable {
  /// Its name, such as `abacus-abc-2025-1f2e3d4c.timer`.
  package let name: String
  /// What it holds.
  package let text: String
  /// True for a unit that is enabled and started, and not by another one.
  package let isEnabled: Bool

  /// A file that begins with the mark of abacus.
  init(name: String, study: String, isEnabled: Bool, lines: [String]) {
    self.name = name
    self.isEnabled = isEnabled
    text =
      ([Self.mark + study, "# Changes are lost when it is called again.", ""] + lines)
      .joined(separator: "\n") + "\n"
  }

  /// How the first line of every file of ours begins; the path of the study follows.
  private static let mark = "# Written by abacus schedule install for "

  /// The study that a unit file was written for; nil where abacus did not write it.
  package static func study(ofText text: String) -> String? {
    guard text.hasPrefix(mark) else { return nil }
    return text.prefix { $0 != "\n" }.dropFirst(mark.count).description
  }
}

/// What the units of a study are called.
enum UnitName {
  /// A readable part, and a short hash that keeps studies of the same name apart.
  static func of(_ path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last.map(withoutEnding) ?? ""
    let folder = parts.dropLast().last ?? ""
    let readable = slug(file == "study" || folder.isEmpty ? folder : "\(folder) \(file)")
    return "abacus-\(readable.isEmpty ? "study" : readable)-\(PathHash.text(of: path))"
  }

  /// Small letters and digits of ASCII with single hyphens between, 40 at most.
  private static func slug(_ text: String) -> String {
    let characters = text.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : " "
    }
    let words = String(characters).split(separator: " ").joined(separator: "-")
    return String(words.prefix(40))
  }

  private static func withoutEnding(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
