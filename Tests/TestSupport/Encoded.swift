import CZlib
package import SurveyModel

/// Text as other programs write it to disk.
package enum Encoded {
  /// The bytes of a text in an encoding; characters that it lacks become `?`.
  package static func bytes(
    _ text: String, as encoding: TextEncoding, marked: Bool = false
  ) -> [UInt8] {
    let mark = marked ? "\u{FEFF}" : ""
    switch encoding {
    case .utf8: return Array((mark + text).utf8)
    case .utf16LittleEndian:
      return (mark + text).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16BigEndian: return (mark + text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .iso8859_1: return text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
    case .windows1252:
      return text.unicodeScalars.map { scalar in
        windows[Character(scalar)] ?? UInt8(exactly: scalar.value) ?? 0x3F
      }
    default: preconditionFailure("no writer of \(encoding.rawValue); write the bytes themselves")
    }
  }

  /// Some characters of Windows-1252 that ISO-8859-1 lacks.
  private static let windows: [Character: UInt8] = [
    "€": 0x80, "„": 0x84, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96,
    "—": 0x97, "Ÿ": 0x9F,
  ]

  /// One member of gzip.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var source = bytes
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count = source.withUnsafeMutableBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }
}
