import CZlib

/// Unpacks gzip (RFC 1952) in memory.
struct Gzip {
  /// The file's name in messages.
  let path: String
  var limits = InputLimits.standard

  private static let blockSize = 1 << 20
  /// A window of 32 KiB, with the gzip header around it.
  private static let gzipWindow: Int32 = 15 + 16

  /// Whether bytes are packed with gzip; the file's name is not asked.
  static func isMagic(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// The text of all members of the file, one after the other.
  ///
  /// - Throws: `IngestError.truncatedGzip`, `.damagedGzip`, `.tooLarge` or `.expandsTooMuch`.
  func unpacked(_ bytes: UnsafeBufferPointer<UInt8>) throws -> FrozenBuffer<UInt8> {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else {
      throw IngestError.damagedGzip(path: path, reason: Self.words(stream))
    }
    defer { inflateEnd(&stream) }
    var text = GrowingBuffer<UInt8>(capacity: 0)
    do {
      var offset = 0
      repeat {
        offset = try unpackMember(of: bytes, from: offset, with: &stream, into: &text)
        inflateReset(&stream)
      } while hasMember(bytes, at: offset)
      try checkRest(of: bytes, from: offset)
    } catch {
      text.deallocate()
      throw error
    }
    return text.frozen()
  }

  /// Unpacks one member and returns the offset behind it.
  private func unpackMember(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, with stream: inout z_stream,
    into text: inout GrowingBuffer<UInt8>
  ) throws -> Int {
    var offset = start
    while true {
      let packed = UnsafeBufferPointer(rebasing: bytes[offset...].prefix(Self.blockSize))
      stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      stream.avail_in = UInt32(packed.count)
      text.reserve(Self.blockSize)
      stream.next_out = text.end
      stream.avail_out = UInt32(Self.blockSize)
      let outcome = inflate(&stream, Z_NO_FLUSH)
      offset += packed.count - Int(stream.avail_in)
      text.advance(by: Self.blockSize - Int(stream.avail_out))
      try checkSize(text.count, packed: offset)
      switch outcome {
      case Z_STREAM_END: return offset
      case Z_OK: continue
      // No progress: neither input nor room is left, and there is always room.
      case Z_BUF_ERROR: throw IngestError.truncatedGzip(path: path)
      default: throw IngestError.damagedGzip(path: path, reason: Self.words(stream))
      }
    }
  }

  private func checkSize(_ size: Int, packed: Int) throws {
    guard size <= limits.unknownSize else {
      throw IngestError.tooLarge(path: path, limit: limits.unknownSize)
    }
    guard size < limits.ratioFrom || size / limits.ratio <= packed else {
      throw IngestError.expandsTooMuch(path: path, ratio: limits.ratio)
    }
  }

  private func hasMember(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    Self.isMagic(UnsafeBufferPointer(rebasing: bytes[offset...]))
  }

  /// Zeros may fill the last block of a tape or a disk; anything else was a member once.
  private func checkRest(of bytes: UnsafeBufferPointer<UInt8>, from offset: Int) throws {
    guard bytes[offset...].allSatisfy({ $0 == 0 }) else {
      throw IngestError.damagedGzip(path: path, reason: "unknown bytes at the end")
    }
  }

  private static func words(_ stream: z_stream) -> String {
    stream.msg.map { String(cString: $0) } ?? "zlib gives no reason"
  }
}
