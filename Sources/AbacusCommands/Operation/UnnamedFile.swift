import Glibc

/// A file without a name, gone when nobody holds it.
final class UnnamedFile {
  private let stream: UnsafeMutablePointer<FILE>

  /// Makes an empty one.
  init() throws(SystemError) {
    guard let stream = tmpfile() else { throw .last }
    self.stream = stream
  }

  deinit { fclose(stream) }

  /// Its descriptor.
  var number: Int32 { fileno(stream) }

  /// What it holds, from its beginning.
  var text: String {
    lseek(number, 0, SEEK_SET)
    let bytes = (try? SystemCalls.bytes(ofOpen: number, limit: PlainFile.usualLimit)) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }
}
