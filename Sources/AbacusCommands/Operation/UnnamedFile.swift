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
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = read(number, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
