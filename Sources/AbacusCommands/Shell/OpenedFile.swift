import SurveyIngest

/// A file of questions opened for reading, closed with the last use of it.
final class OpenedFile {
  /// The most bytes of a file of questions.
  static let limit = 16 << 20
  /// The number that the system knows it by.
  var file: Int32 { opened.number }
  private let opened: PlainFile

  /// Opens a file.
  ///
  /// - Throws: `ShellError.unreadable`.
  init(_ path: String) throws(ShellError) {
    do throws(PlainFileError) {
      opened = try PlainFile(path)
      try opened.checkSize(limit: Self.limit)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    InputFiles.note(path)
  }
}
