import Glibc
import SurveyIngest

/// Where one output file stands or will stand.
struct FilePlace {
  /// The path as the user wrote it.
  let path: String
  /// The folder around it.
  let folder: String
  /// Whether a plain file stands there.
  let exists: Bool

  /// Looks at what stands at `path`; a link, a folder, a device and an input of the run are refused.
  init(_ path: String) throws(OutputError) {
    self.path = path
    folder = FilePath.folder(of: path)
    let kind: FileKind?
    do {
      kind = try SystemCalls.kind(of: path)
    } catch {
      throw .writing(path, error)
    }
    guard kind == nil || kind == .file else { throw .notAFile(path: path) }
    exists = kind == .file
    try checkIsNoInput()
  }

  /// Looks whether a file can be made in the folder.
  func checkFolder() throws(OutputError) {
    guard access(folder + "/.", W_OK | X_OK) == 0 else {
      throw .parentNotWritable(path: folder, reason: SystemError.last.reason)
    }
  }

  /// Refuses a file that is not as abacus wrote it. One that is empty has nothing to lose.
  func checkIsOurs() throws(OutputError) {
    guard exists else { return }
    do throws(SystemError) {
      let file = try FolderHandle(folder).open(FilePath.name(of: path), O_RDONLY)
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw .last }
      if status.st_size > 0, !FileMark.isValid(of: file) {
        throw SystemError(code: EEXIST)
      }
    } catch {
      throw .notWritten(path: path)
    }
  }

  private func checkIsNoInput() throws(OutputError) {
    guard exists, let identity = FileIdentity(path: path) else { return }
    if let input = InputFiles.path(of: identity) { throw .isInput(path: path, input: input) }
  }

  /// Writes the file aside, sees it onto the disk, and puts it in place in one step.
  ///
  /// - Parameter marks: true to mark it as written by abacus.
  func replace(
    with bytes: [UInt8], mode: mode_t = 0o666, marks: Bool = false
  ) throws(OutputError) {
    try checkIsNoInput()
    do throws(SystemError) {
      try FolderHandle(folder).replace(
        FilePath.name(of: path), with: bytes.span.bytes, mode: mode, marks: marks,
        gives: false)
    } catch {
      throw error == .notPlain ? .notAFile(path: path) : .writing(path, error)
    }
  }
}
