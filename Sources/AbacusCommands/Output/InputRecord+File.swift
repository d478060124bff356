import Glibc
package import SurveyIngest

extension InputRecord {
  /// A record of a file as it is now, read piece by piece.
  ///
  /// - Parameter stamp: what the file was when its answers were read; nil where nobody noted it.
  /// - Throws: `IngestError.unreadableFile`, `.notAFile`, or `.changedWhileRead` where it is another
  ///   file now.
  package init(readingFileAt path: String, kind: InputKind, stamp: FileStamp? = nil) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw Self.error(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.error(path) }
    guard stamp == nil || FileStamp(status) == stamp else {
      throw IngestError.changedWhileRead(path: path)
    }
    guard FileStamp(status).isRegular else { throw IngestError.notAFile(path: path) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var hash = SHA256()
    var byteCount = 0
    while true {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.error(path)
      }
      hash.update(buffer.span.bytes.extracting(0..<count))
      byteCount += count
    }
    self.init(path: path, kind: kind, byteCount: byteCount, digest: hash.finish())
  }

  private static func error(_ path: String) -> IngestError {
    .unreadableFile(path: path, reason: String(cString: strerror(errno)))
  }
}
