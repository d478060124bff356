import Glibc

/// Reads all bytes of a file, a pipe or standard input.
///
/// Nothing is mapped: a mapped file that somebody cuts short ends the process with a signal.
struct InputReader {
  /// The name of the input in messages.
  let name: String
  var limits = InputLimits.standard
  /// True where only a file whose bytes stay is read: opening a pipe could wait for ever.
  var isPlainOnly = false
  /// Where the file may lie, once it is open; nil for anywhere.
  var bounds: StudyBounds?
  /// Called with what is known of the file that is read.
  var opened: (stat) -> Void = { _ in }
  /// Called between two blocks; tests change the file here.
  var betweenBlocks: () -> Void = {}

  private static let blockSize = 1 << 20
  /// The size of a large page, which saves most of the cost of fresh memory.
  private static let largePage = 2 << 20

  /// Reads the file or pipe at the path; `FilePath.standardInput` is a path like any other here.
  ///
  /// - Throws: `IngestError.fileNotFound`, `.notAFile`, `.unreadableFile`, `.tooLarge`,
  ///  , `.changedWhileRead` or `.binaryFile`.
  func read(path: String) throws -> FrozenBuffer<UInt8> {
    // The C library would cut the path at a NUL and open another file.
    guard !path.utf8.contains(0) else { throw IngestError.fileNotFound(path: name) }
    let waits = isPlainOnly ? O_NONBLOCK : 0
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | waits)
    guard file >= 0 else { throw openingError() }
    defer { close(file) }
    // A link may have come since the path was looked at.
    if let bounds, !bounds.contains(openFile: file, at: path) {
      throw IngestError.changedWhileRead(path: name)
    }
    InputFiles.note(path)
    return try read(descriptor: file)
  }

  /// Reads an open file from where it stands to its end.
  func read(descriptor: Int32) throws -> FrozenBuffer<UInt8> {
    let before = try status(of: descriptor)
    if descriptor == 0 { InputFiles.noteStandardInput() }
    let kind = before.st_mode & S_IFMT
    let known = isPlainOnly ? [S_IFREG] : [S_IFREG, S_IFIFO, S_IFCHR, S_IFSOCK]
    guard known.contains(kind) else {
      throw IngestError.notAFile(path: name)
    }
    opened(before)
    // Files of the system, such as those in /proc, have the size 0 and hold something.
    guard kind == S_IFREG, before.st_size > 0 else { return try readStream(descriptor) }
    let size = Int(before.st_size)
    guard size <= limits.fileSize else {
      throw IngestError.tooLarge(path: name, limit: limits.fileSize)
    }
    // Standard input may stand in the middle of its file.
    let expected = max(0, size - max(0, Int(lseek(descriptor, 0, SEEK_CUR))))
    let bytes = try readFile(descriptor, size: expected)
    guard bytes.count == expected, FileStamp(try status(of: descriptor)) == FileStamp(before)
    else { throw IngestError.changedWhileRead(path: name) }
    return bytes
  }

  /// Reads at most one byte more than the file is said to hold.
  private func readFile(_ file: Int32, size: Int) throws -> FrozenBuffer<UInt8> {
    let memory = try allocate(size + 1)
    var used = 0
    do {
      while used <= size {
        let got = try read(file, into: memory + used, atMost: min(Self.blockSize, size + 1 - used))
        if got == 0 { break }
        used += got
        betweenBlocks()
      }
    } catch {
      free(memory)
      throw error
    }
    return FrozenBuffer(adopting: memory, count: used)
  }

  private func readStream(_ file: Int32) throws -> FrozenBuffer<UInt8> {
    var bytes = GrowingBuffer<UInt8>(capacity: 1 << 16)
    do {
      while true {
        bytes.reserve(Self.blockSize)
        let got = try read(file, into: bytes.end, atMost: Self.blockSize)
        if got == 0 { return bytes.frozen() }
        let isFirst = bytes.count < EncodingDetection.topSize
        bytes.advance(by: got)
        guard bytes.count <= limits.unknownSize else {
          throw IngestError.tooLarge(path: name, limit: limits.unknownSize)
        }
        // An endless device need not be read to the limit.
        let top = UnsafeBufferPointer(start: bytes.start, count: bytes.count)
        if isFirst, top.count >= EncodingDetection.topSize, top.contains(0) {
          try EncodingDetection.refuseBinary(top, path: name)
        }
        betweenBlocks()
      }
    } catch {
      bytes.deallocate()
      throw error
    }
  }

  private func read(
    _ file: Int32, into target: UnsafeMutableRawPointer, atMost count: Int
  ) throws -> Int {
    while true {
      let got = Glibc.read(file, target, count)
      if got >= 0 { return got }
      if errno == EAGAIN, !isPlainOnly {
        var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw readingError()
      }
    }
  }

  private func allocate(_ size: Int) throws -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    if size < 2 * Self.largePage {
      memory = malloc(size)
    } else if posix_memalign(&memory, Self.largePage, size) == 0 {
      madvise(memory, size, MADV_HUGEPAGE)
    }
    guard let memory else { throw IngestError.tooLarge(path: name, limit: size - 1) }
    return memory
  }

  private func status(of file: Int32) throws -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw readingError() }
    return status
  }

  private func openingError() -> IngestError {
    errno == ENOENT || errno == ENOTDIR ? .fileNotFound(path: name) : readingError()
  }

  private func readingError() -> IngestError {
    // The second is a socket's.
    errno == EISDIR || errno == ENXIO
      ? .notAFile(path: name)
      : .unreadableFile(path: name, reason: String(cString: strerror(errno)))
  }
}
