import CProgramStart
import Glibc

/// What this process was started with. It is known where `/proc` is not mounted, too.
enum ProgramWords {
  /// The words behind the program's name; nil where the system tells none.
  static var arguments: [String]? {
    let count = program_word_count()
    guard count >= 0 else { return nil }
    return (0..<count).dropFirst().compactMap { program_word($0).map { String(cString: $0) } }
  }

  /// The program itself, for starting it again.
  static var path: String {
    let link = "/proc/self/exe"
    guard access(link, X_OK) != 0, let path = program_path() else { return link }
    return String(cString: path)
  }
}
