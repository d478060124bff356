import Glibc

/// A folder in memory for targets that read files by their path.
final class MemoryFolder: Sendable {
  private let path: String

  init() {
    path = "/dev/shm/abacus-fuzz-\(getpid())"
    mkdir(path, 0o700)
  }

  /// The path of a name in it.
  func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file in place of the one before.
  func write(_ bytes: [UInt8], to name: String) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    require(file >= 0, "\(path(name)) can be written")
    require(Glibc.write(file, bytes, bytes.count) == bytes.count, "\(name) is written whole")
    close(file)
  }
}
