import SurveyModel

/// Turns text of another encoding into UTF-8; line ends stay where they are.
struct Transcoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private var text: GrowingBuffer<UInt8>

  /// The text in UTF-8.
  ///
  /// - Parameter bytes: without a byte-order mark.
  /// - Throws: `IngestError.binaryFile`, `.brokenUTF16` or `.unknownEncoding`, with the line.
  static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, from encoding: TextEncoding, path: String
  ) throws -> FrozenBuffer<UInt8> {
    var transcoder = Transcoder(bytes: bytes, path: path)
    do {
      switch encoding {
      case .utf8: transcoder.copy()
      case .utf16LittleEndian: try transcoder.readUnits(lowByte: 0)
      case .utf16BigEndian: try transcoder.readUnits(lowByte: 1)
      default: try transcoder.readBytes(of: encoding)
      }
    } catch {
      transcoder.text.deallocate()
      throw error
    }
    return transcoder.text.frozen()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, path: String) {
    self.bytes = bytes
    self.path = path
    text = GrowingBuffer(capacity: bytes.count)
  }

  private mutating func copy() {
    if let start = bytes.baseAddress { text.append(start, count: bytes.count) }
  }

  /// Reads text of one byte for each character.
  private mutating func readBytes(of encoding: TextEncoding) throws {
    let table = SingleByteTable.scalars(of: encoding) ?? []
    for byte in bytes {
      if byte &- 1 < 0x7F {
        text.append(byte)
      } else if byte == 0 {
        throw IngestError.binaryFile(path: path, line: line)
      } else {
        let unit = table[Int(byte) - 0x80]
        guard unit != 0 else {
          throw IngestError.unknownEncoding(
            path: path, line: line, byte: byte, encoding: encoding)
        }
        append(UInt32(unit))
      }
    }
  }

  private mutating func readUnits(lowByte: Int) throws {
    var offset = 0
    while offset + 1 < bytes.count {
      var scalar = unit(at: offset, lowByte: lowByte)
      offset += 2
      if 0xD800...0xDFFF ~= scalar {
        let low = offset + 1 < bytes.count ? unit(at: offset, lowByte: lowByte) : 0
        guard scalar < 0xDC00, 0xDC00...0xDFFF ~= low else {
          throw IngestError.brokenUTF16(path: path, line: line)
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        offset += 2
      }
      guard scalar != 0 else { throw IngestError.binaryFile(path: path, line: line) }
      append(scalar)
    }
    // Half a unit at the end: the file was cut.
    guard offset == bytes.count else { throw IngestError.brokenUTF16(path: path, line: line) }
  }

  @inline(__always)
  private func unit(at offset: Int, lowByte: Int) -> UInt32 {
    UInt32(bytes[offset + lowByte]) | UInt32(bytes[offset + 1 - lowByte]) << 8
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 { return text.append(UInt8(truncatingIfNeeded: scalar)) }
    if scalar < 0x800 {
      text.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x10000 {
        text.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// The line of the next character.
  private var line: Int {
    PhysicalLine.number(
      at: text.count, in: UnsafeBufferPointer(start: text.start, count: text.count))
  }
}
