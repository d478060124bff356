import Glibc
import SurveyIngest

/// A folder that is held open.
///
/// What is done in it is done there, wherever its path leads meanwhile. Names in it are plain ones,
/// and a link among them is never followed.
final class FolderHandle {
  /// Where it was opened, for messages.
  let path: String
  /// The number that the system knows it by.
  let number: Int32
  let status: stat

  /// Opens the folder at a path. Links on the way are followed: whoever names a path knows them.
  init(_ path: String) throws(SystemError) {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    self.path = path
    self.number = number
    status = try Self.status(of: number)
  }

  private init(adopting number: Int32, path: String) throws(SystemError) {
    self.path = path
    self.number = number
    status = try Self.status(of: number)
  }

  private static func status(of number: Int32) throws(SystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else {
      let error = SystemError.last
      close(number)
      throw error
    }
    return status
  }

  deinit { close(number) }

  /// Which folder it is.
  var identity: FileIdentity { FileIdentity(status) }

  /// Whose it is.
  var owner: uid_t { status.st_uid }

  /// Lets the same people into it as into another folder.
  func takeMode(of other: FolderHandle) { fchmod(number, other.status.st_mode & 0o7777) }

  /// The path of a name in it, for messages.
  func path(of name: String) -> String { FilePath.joined(path, name) }

  // MARK: Looking

  /// What a name stands for, or nil where nothing has it; a link counts as itself.
  func kind(of name: String) throws(SystemError) -> FileKind? {
    try status(of: name).map(FileKind.init)
  }

  /// Which file or folder a name stands for, or nil where nothing has it.
  func identity(of name: String) throws(SystemError) -> FileIdentity? {
    try status(of: name).map(FileIdentity.init)
  }

  private func status(of name: String) throws(SystemError) -> stat? {
    var status = stat()
    guard fstatat(number, try Self.plain(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .last
    }
    return status
  }

  /// The names in it, sorted.
  func names() throws(SystemError) -> [String] {
    // The stream closes what it was made from.
    let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    return SystemCalls.names(closing: stream)
  }

  /// The folder of a name in it; a link to one is none.
  func folder(_ name: String) throws(SystemError) -> FolderHandle {
    let number = openat(
      self.number, try Self.plain(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return try FolderHandle(adopting: number, path: path(of: name))
  }

  /// True where the caller made it, or what is as good: root works for the owner of the folder
  /// around it, who may do there what he likes.
  func isOwn(in parent: FolderHandle) -> Bool { parent.isOwn(status) }

  private func isOwn(_ inside: stat) -> Bool {
    inside.st_uid == geteuid() || geteuid() == 0 && inside.st_uid == status.st_uid
  }

  // MARK: Files

  /// Opens a plain file; a link, a pipe or a device is refused without waiting for anybody.
  func open(_ name: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> Int32 {
    let file = openat(
      number, try Self.plain(name), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard file >= 0 else { throw .last }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notPlain
    }
    return file
  }

  /// Opens a file that abacus changes where it stands. One that has a second name may be somebody
  /// else's, and is refused like a link.
  func openOwn(
    _ name: String, _ flags: Int32 = O_RDWR, mode: mode_t
  ) throws(SystemError) -> Int32 {
    let file: Int32
    do {
      file = try open(name, flags | O_CREAT | O_EXCL, mode: mode)
      giveAway(file)
    } catch {
      guard error.code == EEXIST else { throw error }
      file = try open(name, flags, mode: mode)
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_nlink == 1, isOwn(status) else {
      close(file)
      throw .notPlain
    }
    return file
  }

  /// The text of a small plain file, or nil where it can't be read.
  func text(of name: String) -> String? {
    guard let file = try? open(name, O_RDONLY) else { return nil }
    defer { close(file) }
    guard let bytes = try? SystemCalls.bytes(ofOpen: file, limit: PlainFile.usualLimit) else {
      return nil
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func plain(_ name: String) throws(SystemError) -> String {
    guard FilePath.isPlainName(name) else { throw SystemError(code: ENOENT) }
    return name
  }
}

extension FolderHandle {
  /// The folder of a name in this one, where the caller works.
  ///
  /// - Parameter written: its path in messages.
  /// - Throws: `OutputError` where it is a link, or somebody else's.
  func own(_ name: String, written: String? = nil) throws(OutputError) -> FolderHandle {
    let written = written ?? path(of: name)
    let folder: FolderHandle
    do {
      folder = try self.folder(name)
    } catch {
      if [ELOOP, ENOTDIR].contains(error.code) { throw .notOwnFolder(path: written) }
      throw .parentNotWritable(path: written, reason: error.reason)
    }
    guard folder.isOwn(in: self) else { throw .otherOwner(path: written) }
    return folder
  }

  /// The folder at a path that abacus itself gives; its last part is no link.
  static func own(at path: String) throws(OutputError) -> FolderHandle {
    let above = FilePath.folder(of: path)
    do {
      return try FolderHandle(above).own(FilePath.name(of: path), written: path)
    } catch let error as OutputError {
      throw error
    } catch {
      throw .parentNotWritable(path: above, reason: (error as? SystemError)?.reason ?? "\(error)")
    }
  }

  /// The text of a plain file at a path whose last part is no link, or nil where it can't be read.
  static func text(at path: String) -> String? {
    (try? FolderHandle(FilePath.folder(of: path)))?.text(of: FilePath.name(of: path))
  }
}
