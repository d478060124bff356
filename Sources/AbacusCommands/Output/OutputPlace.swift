import Glibc
import SurveyIngest
import SurveyModel

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

  /// The folder around it as messages name it.
  var shownParent: String { FilePath.folder(of: FilePath.withoutTrailingSlash(written)) }

  /// Follows links, so that a linked folder is replaced where it really is. A link that somebody else
  /// made is refused: it may lead to any report of the caller's.
  init(resolving written: String) throws(OutputError) {
    self.written = written
    var path = FilePath.withoutTrailingSlash(written)
    guard Self.isTrusted(path) else { throw .otherOwner(path: written) }
    if let real = RealPath.of(path) {
      path = real
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

  /// True for anything but a link that neither the caller nor root made.
  private static func isTrusted(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return true }
    return [0, geteuid()].contains(status.st_uid)
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
      FolderHandle.giveAway(folderAt: path)
    }
  }

  /// The parent, held open.
  func openParent() throws(OutputError) -> FolderHandle {
    do {
      return try FolderHandle(parent)
    } catch {
      throw .parentNotWritable(path: parent, reason: error.reason)
    }
  }

  /// Waits, for a while, until no other run writes below the same parent; the end of the handle lets
  /// go.
  ///
  /// A file system without locks is taken as it is.
  ///
  /// - Throws: `OutputError.locked` where another process does not let go.
  func lockParent() throws(OutputError) -> FolderHandle {
    let folder = try openParent()
    guard (try? FileLock.take(folder.number)) ?? true else { throw .locked(path: parent) }
    return folder
  }

  private static func above(_ path: String) -> String? {
    guard path != "/", path != "." else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension StudyBounds {
  /// Refuses a place that abacus chose for an output and that a link leads out.
  ///
  /// - Throws: `CommandFailure`.
  func check(output path: String) throws(CommandFailure) {
    guard !contains(path) else { return }
    throw CommandFailure(outside(path, written: path, at: SourceLocation(file: path)))
  }
}
