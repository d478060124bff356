import Glibc

/// The bytes of one input, held unchanged until the last table read from them is gone.
///
/// A large regular file is mapped; a small one and a pipe are read. The memory is never written
/// after `init`, which is what makes sharing it between threads safe.
final class SourceBytes: @unchecked Sendable {
  /// The name that errors and findings show.
  let path: String
  private let base: UnsafeMutableRawPointer?
  private let count: Int
  private let isMapped: Bool

  /// Below this size a file is read: that costs nothing and survives a file cut short meanwhile.
  private static let smallestMapping = 1 << 20

  /// Copies bytes that are already in memory.
  init(_ bytes: some Collection<UInt8>, name: String) {
    path = name
    count = bytes.count
    isMapped = false
    base = malloc(max(count, 1))
    UnsafeMutableRawBufferPointer(start: base, count: count).copyBytes(from: bytes)
  }

  /// Opens a file or pipe.
  ///
  /// - Throws: `IngestError.fileNotFound`, `.notAFile` or `.unreadableFile`.
  init(path: String) throws {
    self.path = path
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.openingError(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.readingError(path) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO || kind == S_IFCHR || kind == S_IFSOCK else {
      throw IngestError.notAFile(path: path)
    }
    let size = Int(status.st_size)
    if kind == S_IFREG, size >= Self.smallestMapping,
      let mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED
    {
      madvise(mapped, size, MADV_SEQUENTIAL)
      (base, count, isMapped) = (mapped, size, true)
    } else {
      (base, count) = try Self.readAll(file, sizeHint: size, path: path)
      isMapped = false
    }
  }

  deinit {
    if isMapped { munmap(base, count) } else { free(base) }
  }

  /// All bytes, the byte-order mark included.
  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = UnsafePointer(base?.assumingMemoryBound(to: UInt8.self))
    return try body(UnsafeBufferPointer(start: start, count: count))
  }

  private static func readAll(
    _ file: Int32, sizeHint: Int, path: String
  ) throws -> (UnsafeMutableRawPointer?, Int) {
    var capacity = max(sizeHint + 1, 1 << 16)
    var buffer = malloc(capacity)
    var used = 0
    while let start = buffer {
      let got = read(file, start + used, capacity - used)
      if got == 0 { return (start, used) }
      if got < 0 {
        if errno == EINTR { continue }
        let error = readingError(path)
        free(start)
        throw error
      }
      used += got
      if used == capacity {
        capacity *= 2
        buffer = realloc(start, capacity)
      }
    }
    throw IngestError.unreadableFile(path: path, reason: "out of memory")
  }

  private static func openingError(_ path: String) -> IngestError {
    errno == ENOENT || errno == ENOTDIR ? .fileNotFound(path: path) : readingError(path)
  }

  private static func readingError(_ path: String) -> IngestError {
    errno == EISDIR
      ? .notAFile(path: path)
      : .unreadableFile(path: path, reason: String(cString: strerror(errno)))
  }
}
