import Glibc
import SurveyIngest

/// The file that keeps what was typed at the shell, for its owner alone: a line that says what it is,
/// then one entry a line, oldest first, with `\n` and `\\` for line breaks and backslashes.
struct HistoryFile {
  /// How many entries are kept.
  static let limit = 1000
  /// What its first line says.
  static let header = "# abacus shell history 1"
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
    guard isOurs, let text = FolderHandle.text(at: path) else { return [] }
    let lines = text.split(separator: "\n").dropFirst()
    let kept = lines.suffix(Self.limit)
    if lines.count > Self.limit + Self.limit / 4 {
      rewrite(kept.map { $0 + "\n" }.joined())
    }
    return kept.map { Self.unescaped($0) }
  }

  /// True where there is no such file yet, or it keeps what was typed: any other file is left alone.
  var isOurs: Bool {
    guard let kind = try? SystemCalls.kind(of: path) else { return true }
    guard kind == .file, let text = FolderHandle.text(at: path) else { return false }
    return text.isEmpty || text.hasPrefix(Self.header + "\n")
  }

  /// Keeps one more entry; one that can't be written is lost without a word.
  func append(_ entry: String) {
    guard isOurs else { return }
    makeFolders()
    guard let folder = try? FolderHandle(FilePath.folder(of: path)),
      let file = try? folder.openOwn(FilePath.name(of: path), O_WRONLY | O_APPEND, mode: 0o600)
    else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, InputFiles.path(of: FileIdentity(status)) == nil else {
      return
    }
    // One call of the system writes the line, so that two shells don't mix theirs.
    let start = status.st_size == 0 ? Self.header + "\n" : ""
    let line = Array((start + Self.escaped(entry) + "\n").utf8)
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private func rewrite(_ text: String) {
    let text = Self.header + "\n" + text
    try? FolderHandle(FilePath.folder(of: path))
      .replace(FilePath.name(of: path), with: text.utf8Span.span.bytes, mode: 0o600)
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
