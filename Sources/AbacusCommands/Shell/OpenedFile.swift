import Glibc
import SurveyIngest

/// A file opened for reading, closed with the last use of it.
final class OpenedFile {
  /// The number that the system knows it by.
  let file: Int32

  /// Opens a file.
  ///
  /// - Throws: `ShellError.unreadable`.
  init(_ path: String) throws(ShellError) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw .unreadable(path: path, reason: SystemError.last.reason)
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(file)
      throw .unreadable(path: path, reason: SystemError(code: EISDIR).reason)
    }
    InputFiles.note(path)
  }

  deinit { close(file) }
}
