import Glibc
import Synchronization

/// The files that this process has read as inputs, or that a study names as such.
///
/// None of them may become an output, under whatever name: a link or a second name leads to the
/// same file.
package enum InputFiles {
  private static let noted = Mutex<[FileIdentity: String]>([:])

  /// Notes a file that is read, or will be.
  package static func note(_ path: String) {
    // What the system calls an open file leads to another one later.
    let isOpenFile = ["/dev/", "/proc/"].contains(where: path.hasPrefix)
    guard let path = isOpenFile ? RealPath.of(path) : path,
      let identity = FileIdentity(path: path)
    else { return }
    noted.withLock { $0[identity] = path }
  }

  /// Notes the file that standard input is, where it is one: whatever is read from it, the file may be
  /// all that its owner has of it. A terminal or a device may be both input and output.
  package static func noteStandardInput() {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    note("/dev/stdin")
  }

  /// The path at which a file is an input; nil where it is none.
  package static func path(of identity: FileIdentity) -> String? {
    guard let path = noted.withLock({ $0[identity] }),
      // The system gives the number of a file that is gone to another one.
      FileIdentity(path: path) == identity
    else { return nil }
    return path
  }

  /// The first input by name that lies in a folder or below; nil where none does.
  ///
  /// - Parameter folder: its path without links.
  package static func path(below folder: String) -> String? {
    noted.withLock { $0.values.sorted() }.first { path in
      RealPath.of(path).map { RealPath.lies($0, in: folder) } ?? false
    }
  }
}
