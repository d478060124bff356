import SurveyModel

/// The encoding of an input, and how it was found.
///
/// A byte-order mark decides. Without one, NUL bytes in every other place mean UTF-16; a file that
/// is UTF-8 throughout is UTF-8. What is left has one byte for each character: with the bytes 80–9F
/// it is Windows-1252, without them that and ISO-8859-1 are the same, and the standard's name is
/// taken. That last step is a guess, and says so.
struct EncodingDetection: Hashable {
  /// The encoding.
  let encoding: TextEncoding
  /// The length of the byte-order mark.
  let markLength: Int
  /// The offset of the first byte whose character is a guess; nil where nothing was guessed.
  let firstGuess: Int?
  /// Why the guess is hardly right; nil where it may well be, or where nothing was guessed.
  let doubt: EncodingDoubt?

  /// How many bytes at the start show whether a file is text.
  static let topSize = 1 << 16

  private static let marks: [(encoding: TextEncoding, mark: [UInt8])] = [
    (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
    (.utf16BigEndian, [0xFE, 0xFF]),
  ]

  /// Looks at the bytes.
  ///
  /// - Parameters:
  ///   - stated: what the user says, which is not questioned; only its own mark is skipped.
  ///   - mayGuess: whether the file is a table, which need not be Unicode; what a user writes for
  ///     abacus must be.
  /// - Throws: `IngestError.unsupportedEncoding`, `.binaryFile`, `.notText`, `.invalidUTF8` or
  ///   `.unknownEncoding`.
  init(
    of bytes: UnsafeBufferPointer<UInt8>, stated: TextEncoding?, mayGuess: Bool, path: String
  ) throws {
    if mayGuess, let kind = ForeignFile.textKind(of: bytes) {
      throw IngestError.notText(path: path, kind: kind)
    }
    let marked = Self.marks.first { bytes.starts(with: $0.mark) }
    if let stated {
      let isMarked = marked?.encoding == stated
      self.init(stated, markLength: isMarked ? marked?.mark.count ?? 0 : 0)
      if stated == .utf8 { try Self.checkUTF8(bytes, path: path) }
      return
    }
    if let wide = Self.utf32(bytes) {
      throw IngestError.unsupportedEncoding(path: path, encoding: wide)
    }
    if let (encoding, mark) = marked {
      self.init(encoding, markLength: mark.count)
      if encoding == .utf8 { try Self.checkUTF8(bytes, path: path) }
    } else if let offset = UTF8Check.firstUnreadableByte(in: bytes) {
      if let encoding = Self.utf16(bytes) {
        self.init(encoding)
      } else {
        try Self.refuseBinary(bytes, path: path)
        try self.init(guessing: bytes, from: offset, mayGuess: mayGuess, path: path)
      }
    } else {
      self.init(.utf8)
    }
  }

  private init(
    _ encoding: TextEncoding, markLength: Int = 0, firstGuess: Int? = nil,
    doubt: EncodingDoubt? = nil
  ) {
    self.encoding = encoding
    self.markLength = markLength
    self.firstGuess = firstGuess
    self.doubt = doubt
  }

  private init(
    guessing bytes: UnsafeBufferPointer<UInt8>, from offset: Int, mayGuess: Bool, path: String
  ) throws {
    let counts = UTF8Check.HighBytes(in: bytes)
    // Letters of other encodings form a sequence of UTF-8 by rare chance; so a file in which
    // other bytes do not outnumber those is UTF-8 that was damaged.
    guard mayGuess, counts.sequenceCount < counts.strayCount else {
      throw IngestError.invalidUTF8(
        path: path, line: PhysicalLine.number(at: offset, in: bytes), byte: bytes[offset])
    }
    self.init(
      counts.hasC1 ? .windows1252 : .iso8859_1,
      firstGuess: bytes.firstIndex { $0 >= 0x80 }, doubt: EncodingDoubt(about: bytes))
  }
}

extension EncodingDetection {
  /// Refuses bytes that hold a NUL, unless they are Unicode of another width, or packed.
  static func refuseBinary(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws {
    if let kind = ForeignFile.kind(of: bytes) { throw IngestError.notText(path: path, kind: kind) }
    let isWide = utf16(bytes) != nil || marks.contains { bytes.starts(with: $0.mark) }
    if let wide = utf32(bytes) {
      throw IngestError.unsupportedEncoding(path: path, encoding: wide)
    }
    guard !isWide, !Gzip.isMagic(bytes), let nul = bytes.firstIndex(of: 0) else { return }
    throw IngestError.binaryFile(path: path, line: PhysicalLine.number(at: nul, in: bytes))
  }

  private static func checkUTF8(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws {
    guard let offset = UTF8Check.firstUnreadableByte(in: bytes) else { return }
    let line = PhysicalLine.number(at: offset, in: bytes)
    throw bytes[offset] == 0
      ? IngestError.binaryFile(path: path, line: line)
      : .invalidUTF8(path: path, line: line, byte: bytes[offset])
  }

  /// The order of UTF-16 without a mark: more than half of the first units are ASCII characters,
  /// as names of columns are.
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let nuls = nulCounts(bytes)
    let unitCount = nuls.byteCount / 2
    let (even, odd) = (nuls.places[0] + nuls.places[2], nuls.places[1] + nuls.places[3])
    if even == 0, odd * 2 > unitCount { return .utf16LittleEndian }
    if odd == 0, even * 2 > unitCount { return .utf16BigEndian }
    return nil
  }

  /// The name of UTF-32, with a mark or without.
  private static func utf32(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
    let nuls = nulCounts(bytes)
    let unitCount = nuls.byteCount / 4
    guard unitCount > 0 else { return nil }
    if nuls.places[0] == 0, nuls.places[2] == unitCount, nuls.places[3] == unitCount {
      return "UTF-32LE"
    }
    if nuls.places[3] == 0, nuls.places[0] == unitCount, nuls.places[1] == unitCount {
      return "UTF-32BE"
    }
    return nil
  }

  /// How many of the first bytes are NUL, by their place in groups of four.
  private static func nulCounts(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (places: [Int], byteCount: Int) {
    var places = [0, 0, 0, 0]
    let top = bytes.prefix(min(bytes.count / 4 * 4, 512))
    for (offset, byte) in top.enumerated() where byte == 0 { places[offset % 4] += 1 }
    return (places, top.count)
  }
}
