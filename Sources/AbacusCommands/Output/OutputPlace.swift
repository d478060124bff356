import Glibc

/// Where an output folder stands or will stand: its parent and its name, links followed.
struct OutputPlace: Hashable {
  /// The folder around it.
  let parent: String
  /// Its own name.
  let name: String
  /// The path as the user wrote it, for messages.
  let written: String

  /// The full path.
  var path: String { parent == "/" ? "/\(name)" : "\(parent)/\(name)" }

  /// Follows links, so that a linked folder is replaced where it really is.
  init(resolving written: String) throws(OutputError) {
    self.written = written
    var path = written
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if let real = realpath(path, nil) {
      defer { free(real) }
      path = String(cString: real)
      guard (try? SystemCalls.kind(of: path)) == .folder else {
        throw .notAFolder(path: written)
      }
    } else if (try? SystemCalls.kind(of: path)) != nil || path.isEmpty {
      throw .notAFolder(path: written)
    }
    guard let slash = path.lastIndex(of: "/") else {
      (parent, name) = (".", path)
      return
    }
    parent = slash == path.startIndex ? "/" : String(path[..<slash])
    name = String(path[path.index(after: slash)...])
  }

  /// Looks whether something can be made in the parent, or in the nearest folder above it.
  func checkParent() throws(OutputError) {
    var ancestor = parent
    while access(ancestor, F_OK) != 0, errno == ENOENT, let above = Self.above(ancestor) {
      ancestor = above
    }
    // The point makes a file in the folder's stead an error.
    guard access(ancestor + "/.", W_OK | X_OK) == 0 else {
      throw .parentNotWritable(path: ancestor, reason: SystemError.last.reason)
    }
  }

  /// Makes the parent and what is missing above it.
  func makeParents() throws(OutputError) { try Self.makeFolders(parent) }

  /// Makes a folder and what is missing above it.
  static func makeFolders(_ path: String) throws(OutputError) {
    var missing: [String] = []
    var folder: String? = path
    while let path = folder, access(path, F_OK) != 0, errno == ENOENT {
      missing.append(path)
      folder = above(path)
    }
    for path in missing.reversed() {
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        let reason = SystemError.last.reason
        throw .parentNotWritable(path: above(path) ?? path, reason: reason)
      }
    }
  }

  /// Waits, for a while, until no other run writes below the same parent; closing the descriptor
  /// lets go.
  ///
  /// A file system without locks is taken as it is.
  ///
  /// - Throws: `OutputError.locked` where another process does not let go.
  func lockParent() throws(OutputError) -> Int32 {
    let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .parentNotWritable(path: parent, reason: SystemError.last.reason)
    }
    guard (try? FileLock.take(descriptor)) ?? true else {
      close(descriptor)
      throw .locked(path: parent)
    }
    return descriptor
  }

  private static func above(_ path: String) -> String? {
    guard path != "/", path != "." else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
