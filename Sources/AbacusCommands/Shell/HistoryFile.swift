import Glibc

/// The file that keeps what was typed at the shell, for its owner alone: one entry a line, oldest
/// first, with `\n` and `\\` for line breaks and backslashes.
struct HistoryFile {
  /// How many entries are kept.
  static let limit = 1000
  /// Its path.
  let path: String

  init(path: String) { self.path = path }

  /// The file of this user: `ABACUS_HISTORY`, where an empty value means none; else in the folder
  /// for state. Nil where there is neither a folder nor a home.
  static func ofUser(_ variable: (String) -> String?) -> HistoryFile? {
    if let path = variable("ABACUS_HISTORY") {
      return path.isEmpty ? nil : HistoryFile(path: path)
    }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/abacus/history")
    }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return HistoryFile(path: home + "/.local/state/abacus/history")
  }

  /// The newest entries, oldest first; none where the file can't be read. A file that has grown
  /// too long is cut.
  func entries() -> [String] {
    guard isPlainFile, let text = SystemCalls.text(at: path) else { return [] }
    let lines = text.split(separator: "\n")
    let kept = lines.suffix(Self.limit)
    if lines.count > Self.limit + Self.limit / 4 {
      rewrite(kept.map { $0 + "\n" }.joined())
    }
    return kept.map { Self.unescaped($0) }
  }

  /// Keeps one more entry; one that can't be written is lost without a word.
  func append(_ entry: String) {
    makeFolders()
    let file = open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    guard (try? PlainFile.check(file)) != nil else { return }
    // One call of the system writes the line, so that two shells don't mix theirs.
    let line = Array((Self.escaped(entry) + "\n").utf8)
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private var isPlainFile: Bool { (try? SystemCalls.kind(of: path)) == .file }

  private func rewrite(_ text: String) {
    let aside = "\(path).\(getpid())"
    let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    if count != bytes.count || rename(aside, path) != 0 { unlink(aside) }
  }

  private func makeFolders() {
    let names = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for name in names {
      folder += "/" + name
      mkdir(folder, 0o700)
    }
  }

  static func escaped(_ entry: String) -> String {
    var result = ""
    for character in entry {
      switch character {
      case "\\": result += "\\\\"
      case "\n", "\r\n", "\r": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  static func unescaped(_ line: some StringProtocol) -> String {
    var result = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
