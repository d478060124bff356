import Glibc
import SurveyIngest

/// A system call that failed, in the system's own words.
struct SystemError: Error, Hashable {
  /// The number that the system gave.
  let code: Int32

  /// What the system says of a link that is not to be followed; said here of all that is no plain
  /// file.
  static let notPlain = SystemError(code: ELOOP)

  /// The error that the last call left.
  static var last: SystemError { SystemError(code: errno) }

  /// What the system says about it, such as "No space left on device".
  var reason: String { String(cString: strerror(code)) }

  /// True when the disk, or what the user may use of it, is full.
  var meansFull: Bool { [ENOSPC, EDQUOT].contains(code) }

  /// True where a link, a pipe or a device stands in place of a file, or a file with a second name.
  var meansNotPlain: Bool { [ELOOP, ENXIO, EISDIR, ENODEV].contains(code) }

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

/// The few system calls that work on paths and on open files; `FolderHandle` has those that change
/// what a folder holds.
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

  /// True where something has the name that `path` ends in, be it a link to nowhere.
  static func isThere(_ path: String) -> Bool { (try? kind(of: path)) != FileKind?.none }

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
    return names(closing: stream)
  }

  /// The names in an open folder, sorted.
  static func names(closing stream: OpaquePointer) -> [String] {
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
  ///
  /// - Parameter bounds: where it may lie, once it is open; nil for anywhere.
  static func text(at path: String, within bounds: StudyBounds? = nil) -> String? {
    try? PlainFile.text(at: path, within: bounds)
  }

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

  /// The hash of what follows in an open file.
  static func digest(ofOpen file: Int32) throws(SystemError) -> SHA256Digest {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { return hash.finish() }
      hash.update(buffer.span.bytes.extracting(0..<count))
    }
  }

  /// Writes to an open file.
  static func write(_ bytes: RawSpan, toOpen file: Int32) throws(SystemError) {
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
}
