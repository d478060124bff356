import Glibc

/// Where one output file stands or will stand.
struct FilePlace {
  /// The path as the user wrote it.
  let path: String
  /// The folder around it.
  let folder: String
  /// Whether a plain file stands there.
  let exists: Bool

  /// Looks at what stands at `path`; a link, a folder or a device is refused.
  init(_ path: String) throws(OutputError) {
    self.path = path
    guard let slash = path.lastIndex(of: "/") else {
      folder = "."
      exists = try Self.isFile(path)
      return
    }
    folder = slash == path.startIndex ? "/" : String(path[..<slash])
    exists = try Self.isFile(path)
  }

  private static func isFile(_ path: String) throws(OutputError) -> Bool {
    let kind: FileKind?
    do {
      kind = try SystemCalls.kind(of: path)
    } catch {
      throw .writing(path, error)
    }
    guard kind == nil || kind == .file else { throw .notAFile(path: path) }
    return kind == .file
  }

  /// Looks whether a file can be made in the folder.
  func checkFolder() throws(OutputError) {
    guard access(folder + "/.", W_OK | X_OK) == 0 else {
      throw .parentNotWritable(path: folder, reason: SystemError.last.reason)
    }
  }

  /// Writes the file aside, sees it onto the disk, and puts it in place in one step.
  func replace(with bytes: [UInt8], mode: mode_t = 0o666) throws(OutputError) {
    let aside = "\(path).abacus-\(getpid())"
    do throws(SystemError) {
      try SystemCalls.write(bytes.span.bytes, to: aside, mode: mode)
      guard rename(aside, path) == 0 else { throw .last }
    } catch {
      unlink(aside)
      throw .writing(path, error)
    }
    SystemCalls.sync(folder: folder)
  }
}
