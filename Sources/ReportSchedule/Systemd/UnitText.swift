/// Texts as systemd reads them in unit files (`man systemd.syntax`, `man systemd.service`).
enum UnitText {
  /// A value of its own, in which `%` would begin a specifier.
  static func plain(_ text: String) -> String { text.replacing("%", with: "%%") }

  /// One argument of a command line, in which `$` would begin a variable.
  static func argument(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "%": quoted += "%%"
      case "$": quoted += "$$"
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  /// The program of a command line. systemd puts no variables there.
  static func program(_ path: String) -> String {
    argument(path).replacing("$$", with: "$")
  }

  /// A folder to watch. The slash keeps a last backslash or space part of the path.
  static func folder(_ path: String) -> String {
    plain(path.hasSuffix("/") ? path : path + "/")
  }
}
