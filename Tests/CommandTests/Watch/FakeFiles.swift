import Glibc
import SurveyIngest

@testable import AbacusCommands

/// Files that exist in a test only, each with a size.
final class FakeFiles {
  /// The size of each file.
  var sizes: [String: Int] = [:]

  /// The state of a file; nil where there is none.
  func stamp(_ path: String) -> FileStamp? {
    sizes[path].map { size in
      var status = stat()
      status.st_mode = S_IFREG
      status.st_size = off_t(size)
      return FileStamp(status)
    }
  }
}
