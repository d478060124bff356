/// The encodings that a byte-order mark can announce.
///
/// This is the one place that knows encodings. Files without a mark are UTF-8 or refused; a reader
/// of another encoding turns the bytes into UTF-8 here, before `CSVReader` sees them.
enum TextEncoding: String, CaseIterable {
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The mark at the start of the file.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The encoding whose mark the bytes begin with. UTF-32LE is tried before UTF-16LE, whose mark
  /// is a prefix of it.
  static func marked(in bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    allCases.first { bytes.starts(with: $0.byteOrderMark) }
  }

  /// The offset of the first byte of text, once the whole input is known to be UTF-8 without NUL.
  ///
  /// - Throws: `IngestError.unsupportedEncoding`, `.binaryFile` or `.invalidUTF8`.
  static func checkedTextStart(of source: SourceBytes) throws -> Int {
    try source.withBytes { bytes in
      let encoding = marked(in: bytes)
      guard encoding == nil || encoding == .utf8 else {
        throw IngestError.unsupportedEncoding(
          path: source.path, encoding: encoding?.rawValue ?? "")
      }
      guard let offset = UTF8Check.firstUnreadableByte(in: bytes) else {
        return encoding == .utf8 ? encoding?.byteOrderMark.count ?? 0 : 0
      }
      let line = PhysicalLine.number(at: offset, in: bytes)
      throw bytes[offset] == 0
        ? IngestError.binaryFile(path: source.path, line: line)
        : .invalidUTF8(path: source.path, line: line, byte: bytes[offset])
    }
  }
}
