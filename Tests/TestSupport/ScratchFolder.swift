import Foundation

/// A folder of one test's own, removed with it.
package final class ScratchFolder: Sendable {
  private let url: URL

  /// Makes the folder.
  package init() throws {
    // Files that others can write are refused at some places, whatever the tester's own mask is.
    umask(0o022)
    url = FileManager.default.temporaryDirectory
      .appending(path: "abacus-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The absolute path of a name in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and the folders above it.
  package func write(_ bytes: [UInt8], to name: String) {
    let file = url.appending(path: name)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(bytes).write(to: file)
  }

  /// Writes a text file and the folders above it.
  package func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  /// Makes a folder inside.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: name), withIntermediateDirectories: true)
  }

  /// The names in a folder, hidden ones included; nil where there is no folder.
  package func names(in name: String = "") -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// A file's text, or nil.
  package func text(of name: String) -> String? {
    try? String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// A file's permission bits, or nil.
  package func mode(of name: String) -> Int? {
    try? FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  /// Sets a file's permission bits.
  package func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  /// Makes a symbolic link to another name in the folder.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: path(target))
  }
}
