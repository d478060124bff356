import Glibc

/// A system call that failed, in the system's own words.
struct SystemError: Error, Hashable {
  /// The number that the system gave.
  let code: Int32

  /// The error that the last call left.
  static var last: SystemError { SystemError(code: errno) }

  /// What the system says about it, such as "No space left on device".
  var reason: String { String(cString: strerror(code)) }

  /// True when the disk, or what the user may use of it, is full.
  var meansFull: Bool { [ENOSPC, EDQUOT].contains(code) }

  /// True when the file system or kernel lacks the call, rather than refuses this use of it.
  var meansUnsupported: Bool { [ENOSYS, EINVAL, ENOTSUP].contains(code) }
}

/// What stands at a path; a link counts as itself.
enum FileKind: Hashable {
  case folder
  case file
  case other

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file
    default: self = .other
    }
  }
}

/// The few system calls that writing an output folder needs.
enum SystemCalls {
  /// What stands at `path`, or nil where nothing does.
  static func kind(of path: String) throws(SystemError) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .last
    }
    return FileKind(status)
  }

  /// True where something stands at `path` once links are followed.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What stands at `path` once links are followed, or nil where nothing does.
  static func kindFollowingLinks(of path: String) throws(SystemError) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .last
    }
    return FileKind(status)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The text of a file that abacus wrote, or nil where it can't be read.
  static func text(at path: String) -> String? { try? PlainFile.text(at: path) }

  /// What follows in an open file; nil where that is more than the limit.
  static func bytes(ofOpen file: Int32, limit: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { return nil }
    }
  }

  /// The text at the beginning of a file, or nil where it can't be read.
  static func head(of path: String, byteCount: Int) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: byteCount)
    let count = read(file, &buffer, byteCount)
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Writes a new file and sees it onto the disk.
  ///
  /// - Parameters:
  ///   - mode: who may do what with it, before the process's umask takes away.
  ///   - syncs: false where the file may be lost with the machine's power.
  static func write(
    _ bytes: RawSpan, to path: String, mode: mode_t = 0o666, syncs: Bool = true
  ) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    try write(bytes, to: file)
    guard !syncs || fsync(file) == 0 else { throw .last }
  }

  /// Writes to a device or pipe.
  static func append(_ bytes: RawSpan, to path: String) throws(SystemError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    try write(bytes, to: file)
  }

  /// Writes to an open file.
  static func write(_ bytes: RawSpan, toOpen file: Int32) throws(SystemError) {
    try write(bytes, to: file)
  }

  private static func write(_ bytes: RawSpan, to file: Int32) throws(SystemError) {
    var offset = 0
    while offset < bytes.byteCount {
      let count = bytes.extracting(offset..<bytes.byteCount).withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      offset += count
    }
  }

  /// Sees a folder's list of names onto the disk, where the file system can.
  static func sync(folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// Renames; never onto something that is there.
  static func move(_ old: String, to new: String) throws(SystemError) {
    do {
      try rename(old, new, flags: 1)
    } catch  where error.meansUnsupported {
      guard try kind(of: new) == nil else { throw SystemError(code: EEXIST) }
      guard Glibc.rename(old, new) == 0 else { throw .last }
    }
  }

  /// Exchanges what stands at two paths, in one step.
  static func exchange(_ first: String, _ second: String) throws(SystemError) {
    try rename(first, second, flags: 2)
  }

  private typealias Rename =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// `renameat2` with RENAME_NOREPLACE (1) or RENAME_EXCHANGE (2).
  ///
  /// Looked up by name: the C library's module for Swift does not declare it.
  private static func rename(
    _ old: String, _ new: String, flags: UInt32
  ) throws(SystemError) {
    guard let symbol = dlsym(nil, "renameat2") else { throw SystemError(code: ENOSYS) }
    let renameat2 = unsafeBitCast(symbol, to: Rename.self)
    guard renameat2(AT_FDCWD, old, AT_FDCWD, new, flags) == 0 else { throw .last }
  }
}
