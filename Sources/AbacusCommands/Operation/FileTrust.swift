import Glibc
import SurveyIngest

/// Whether anybody but one user, and root, can have written a file, or can put another in its place.
struct FileTrust: Hashable {
  /// A file, or a folder on the way to it.
  struct Place: Hashable {
    /// Its path, without links.
    let path: String
    /// The user who owns it.
    let owner: uid_t
    /// Who may do what with it.
    let mode: mode_t

    /// Takes what is known of it.
    init(path: String, owner: uid_t, mode: mode_t) {
      self.path = path
      self.owner = owner
      self.mode = mode
    }

    /// True where its group, or everybody, may write.
    var isOpen: Bool { mode & 0o022 != 0 }
    /// True for a folder in which nobody replaces what others own, such as /tmp.
    var isSticky: Bool { mode & mode_t(S_ISVTX) != 0 }
  }

  /// The user in question.
  let user: uid_t
  /// Places that others own.
  let foreign: [Place]
  /// Places that others can write.
  let open: [Place]

  /// Judges a file and the folders above it.
  init(of file: Place, below folders: [Place], for user: uid_t) {
    self.user = user
    // Who owns `/` can replace everything below. It is not 0 in a space of users of its own, as
    // systemd's `PrivateUsers` makes one, where root has the number of nobody.
    let trusted = [user, 0] + folders.filter { $0.path == "/" }.map(\.owner)
    foreign =
      (file.owner == user ? [] : [file]) + folders.filter { !trusted.contains($0.owner) }
    open = (file.isOpen ? [file] : []) + folders.filter { $0.isOpen && !$0.isSticky }
  }

  /// True where nobody else has a hand in it.
  var isGiven: Bool { foreign.isEmpty && open.isEmpty }

  /// What is wrong, for a message.
  var reasons: String {
    (foreign.map { "another user owns `\($0.path)`" }
      + open.map { "other users can write `\($0.path)`" }).joined(separator: ", and ")
  }

  /// The command of the shell that mends it.
  var remedy: String {
    var parts: [String] = []
    if !foreign.isEmpty {
      parts.append(rights(foreign) + "chown \(user) " + Self.words(foreign))
    }
    if !open.isEmpty { parts.append(rights(open) + "chmod go-w " + Self.words(open)) }
    return parts.joined(separator: " && ")
  }

  /// Only root changes what belongs to others.
  private func rights(_ places: [Place]) -> String {
    user == 0 || places.allSatisfy { $0.owner == user } ? "" : "sudo "
  }

  private static func words(_ places: [Place]) -> String {
    places.map { word($0.path) }.joined(separator: " ")
  }

  /// One word of the shell.
  private static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-+,@:".utf8.contains(byte)
      }
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension FileTrust {
  /// Judges a file that was opened by a path.
  ///
  /// Nil where the path leads to another file by now.
  ///
  /// - Parameters:
  ///   - opened: what is known of the opened file.
  ///   - path: the path that it was opened by.
  ///   - user: the user in question.
  init?(of opened: stat, at path: String, for user: uid_t) {
    guard let real = Self.real(path), let folder = Self.real(FilePath.folder(of: path)) else {
      return nil
    }
    var status = stat()
    guard lstat(real, &status) == 0, status.st_dev == opened.st_dev,
      status.st_ino == opened.st_ino
    else { return nil }
    // A link may stand in another folder than the file that it leads to.
    var paths: [String] = []
    for start in [FilePath.folder(of: real), folder] {
      for path in Self.foldersUp(from: start) where !paths.contains(path) { paths.append(path) }
    }
    let folders = paths.compactMap { path -> Place? in
      guard lstat(path, &status) == 0 else { return nil }
      return Place(path: path, owner: status.st_uid, mode: status.st_mode)
    }
    guard folders.count == paths.count else { return nil }
    self.init(
      of: Place(path: real, owner: opened.st_uid, mode: opened.st_mode), below: folders, for: user)
  }

  /// The path of something without links; nil where there is nothing.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func foldersUp(from path: String) -> [String] {
    var paths = [path]
    while let last = paths.last, last != "/" { paths.append(FilePath.folder(of: last)) }
    return paths
  }
}
