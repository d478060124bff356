import Glibc
import ReportDocument
import SurveyModel

/// Standard output and standard error.
enum Streams {
  /// Writes one line about what was done, such as the path of a file.
  static func line(_ line: String) throws { try out(VisibleText.clean(line) + "\n") }

  /// Writes results. A reader that has gone away ends the command as if it had finished.
  static func out(_ text: String) throws {
    try write(text, to: STDOUT_FILENO)
  }

  /// Writes findings and errors; what can't be written is dropped.
  static func error(_ line: String) {
    try? write(VisibleText.clean(line) + "\n", to: STDERR_FILENO)
  }

  /// True where a person reads standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// True where colour and weight may be used: on a terminal, without `NO_COLOR`.
  static var usesStyles: Bool {
    guard isTerminal else { return false }
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    if let value = getenv("TERM"), String(cString: value) == "dumb" { return false }
    return true
  }

  /// True where a person reads standard error.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; 100 where there is none.
  static var width: Int { isTerminal ? columns(of: STDOUT_FILENO) : 100 }

  /// Columns of the terminal that shows standard error; 100 where there is none.
  static var errorWidth: Int { columns(of: STDERR_FILENO) }

  private static func columns(of file: Int32) -> Int {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return max(40, Int(size.ws_col))
  }

  private static func failure(_ error: SystemError) -> CommandFailure {
    CommandFailure(
      Finding(
        error.meansFull ? .diskFull : .outputNotWritable,
        at: SourceLocation(file: "standard output"),
        "the result could not be written (\(error.reason)); check the disk or the program that reads it"
      ))
  }

  private static func write(_ text: String, to file: Int32) throws {
    var text = text
    try text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno == EPIPE {
          return
        } else if errno != EINTR {
          throw failure(.last)
        }
      }
    }
  }
}
