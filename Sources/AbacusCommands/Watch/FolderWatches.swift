import Glibc
import SurveyIngest

/// What has happened in a folder, told by paths.
enum FolderEvent: Hashable {
  /// Something happened to a file.
  case file(String, FileChange)
  /// A folder came, or went.
  case folder(String)
  /// A watched folder is no longer where it was.
  case gone(String)
  /// The system had more to tell than it keeps.
  case lost
}

/// Folders that are watched through inotify, by the paths that studies have for them.
final class FolderWatches {
  private let inotify: Inotify
  /// The watch of each folder.
  private var watches: [String: Int32] = [:]
  /// The paths of each watch: a folder may have several.
  private var paths: [Int32: Set<String>] = [:]
  private var identities: [String: FolderIdentity] = [:]

  /// Watches nothing yet.
  init() throws(SystemError) { inotify = try Inotify() }

  /// What can be read once something has happened.
  var file: Int32 { inotify.file }

  /// Watches these folders from here on, and no others.
  ///
  /// - Returns: those that were not watched before.
  /// - Throws: `SystemError` where the system allows no more watches. A folder that is not there is
  ///   passed over.
  func follow(_ folders: Set<String>) throws(SystemError) -> Set<String> {
    for folder in watches.keys where !folders.contains(folder) { drop(folder) }
    var added: Set<String> = []
    for folder in folders.subtracting(watches.keys).sorted() {
      do {
        let watch = try inotify.add(folder)
        watches[folder] = watch
        paths[watch, default: []].insert(folder)
        identities[folder] = FolderIdentity(folder)
        added.insert(folder)
      } catch  where [ENOSPC, ENOMEM, EMFILE].contains(error.code) {
        throw error
      } catch {
        continue
      }
    }
    return added
  }

  /// Lets go of folders in whose place another one stands: after a mount nothing is told of it.
  ///
  /// - Returns: true where there were some.
  func dropReplaced() -> Bool {
    let replaced = identities.filter { FolderIdentity($0.key) != $0.value }.keys
    for folder in replaced { drop(folder) }
    return !replaced.isEmpty
  }

  /// What has happened since the last call. What happens to a file again and again is told once.
  func events() -> [FolderEvent] {
    var last: [String: FileChange] = [:]
    return inotify.events().flatMap(events).filter { event in
      guard case .file(let path, let change) = event else { return true }
      return last.updateValue(change, forKey: path) != change
    }
  }

  private func drop(_ folder: String) {
    guard let watch = watches.removeValue(forKey: folder) else { return }
    identities[folder] = nil
    paths[watch]?.remove(folder)
    guard paths[watch]?.isEmpty == true else { return }
    paths[watch] = nil
    inotify.remove(watch)
  }

  private func events(_ event: InotifyEvent) -> [FolderEvent] {
    if event.isAny(of: IN_Q_OVERFLOW) { return [.lost] }
    let folders = (paths[event.watch] ?? []).sorted()
    if event.isAny(of: IN_DELETE_SELF, IN_MOVE_SELF, IN_UNMOUNT, IN_IGNORED) {
      for folder in folders { drop(folder) }
      return folders.map(FolderEvent.gone)
    }
    return folders.map { folder in
      let path = FilePath.joined(folder, event.name)
      if event.isAny(of: IN_ISDIR) { return .folder(path) }
      if event.isAny(of: IN_MODIFY) { return .file(path, .begun) }
      // A link to a file is there at once; nobody writes into it and closes it.
      let isBegun = event.isAny(of: IN_CREATE) && Self.isNewFile(path)
      return .file(path, isBegun ? .begun : .complete)
    }
  }

  private static func isNewFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && FileKind(status) == .file && status.st_nlink == 1
  }
}

/// Which folder a path leads to.
struct FolderIdentity: Hashable {
  private let device: UInt
  private let inode: UInt
  /// True where a file system is mounted there.
  let isMountPoint: Bool

  /// The folder at a path; nil where there is none.
  init?(_ path: String) {
    var (status, above) = (stat(), stat())
    guard stat(path, &status) == 0, FileKind(status) == .folder, stat(path + "/..", &above) == 0
    else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    isMountPoint = status.st_dev != above.st_dev
  }
}
