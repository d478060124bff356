import Glibc

/// The right to run one study, held by one process at a time.
///
/// The system keeps the lock on a file of the history folder, and lets go of it when the process
/// ends, however it ends: a lock that is left over does not exist. What the file says is for people.
final class RunLock {
  /// Who holds a lock.
  struct Owner: Hashable {
    /// The process.
    let pid: Int32
    /// When it took the lock: ISO 8601 in UTC.
    let since: String
  }

  /// The name of the file in a history folder.
  static let fileName = "lock"
  private let file: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - folder: the history folder.
  ///   - moment: now, as ISO 8601 in UTC.
  /// - Throws: `RunBusy` where another process holds it, `SystemError` where the file can't be used.
  init(in folder: FolderHandle, moment: String) throws {
    file = try folder.openOwn(Self.fileName, mode: 0o600)
    let before = Owner(parsing: folder.text(of: Self.fileName) ?? "")
    guard Self.lock(file, before) else {
      close(file)
      throw RunBusy(owner: before)
    }
    write("pid \(getpid()) since \(moment)\n")
  }

  deinit {
    ftruncate(file, 0)
    close(file)
  }

  /// A file system without locks is asked whether the process that the file names still lives.
  private static func lock(_ file: Int32, _ owner: Owner?) -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      guard let owner, owner.pid != getpid() else { return true }
      return kill(owner.pid, 0) != 0 && errno == ESRCH
    }
    return true
  }

  private func write(_ text: String) {
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
    try? SystemCalls.write(text.utf8Span.span.bytes, toOpen: file)
  }
}

extension RunLock.Owner {
  /// Reads what a lock file says; nil where nobody is named.
  init?(parsing text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == "pid", let pid = Int32(words[1]), words[2] == "since" else {
      return nil
    }
    self.init(pid: pid, since: String(words[3]))
  }
}

/// Another process runs the study.
struct RunBusy: Error, Hashable {
  /// Which, where the lock says it.
  let owner: RunLock.Owner?
}
