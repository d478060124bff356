import SurveyModel

/// The text of one input as UTF-8, held unchanged until the last table read from it is gone.
final class SourceText: Sendable {
  /// The name that errors and findings show.
  let path: String
  /// The encoding that the input has.
  let encoding: TextEncoding
  /// The line of the first character that rests on a guess at the encoding; nil without a guess.
  let guessedLine: Int?
  /// Why the guess is hardly right; nil where it may well be.
  let doubt: EncodingDoubt?
  /// How the input is packed.
  let compression: FileFormat.Compression?
  /// The offset of the first byte after the byte-order mark.
  let start: Int

  private let text: FrozenBuffer<UInt8>

  /// Unpacks and decodes an input.
  ///
  /// - Parameters:
  ///   - input: all of its bytes.
  ///   - encoding: what the user says of it; nil detects the encoding.
  ///   - mayGuess: whether bytes that are not Unicode may be read as a Western encoding.
  ///   - limits: how much may be unpacked.
  /// - Throws: `IngestError`.
  init(
    _ input: FrozenBuffer<UInt8>, name: String, encoding: TextEncoding? = nil,
    mayGuess: Bool = true, limits: InputLimits = .standard
  ) throws {
    let isPacked = Gzip.isMagic(input.elements)
    let bytes = isPacked ? try Gzip(path: name, limits: limits).unpacked(input.elements) : input
    let detected = try EncodingDetection(
      of: bytes.elements, stated: encoding, mayGuess: mayGuess, path: name)
    path = name
    compression = isPacked ? .gzip : nil
    self.encoding = detected.encoding
    doubt = detected.doubt
    guessedLine = detected.firstGuess.map { PhysicalLine.number(at: $0, in: bytes.elements) }
    if detected.encoding == .utf8 {
      (text, start) = (bytes, detected.markLength)
    } else {
      let content = UnsafeBufferPointer(rebasing: bytes.elements[detected.markLength...])
      text = try Transcoder.utf8(content, from: detected.encoding, path: name)
      start = 0
    }
  }

  /// Opens a file or pipe, or standard input.
  ///
  /// - Parameters:
  ///   - path: `FilePath.standardInput` stands for standard input.
  ///   - encoding: what the user says of it; nil detects the encoding.
  ///   - isPlainOnly: true to refuse pipes and devices.
  ///   - bounds: where the file may lie; nil for anywhere.
  convenience init(
    path: String, encoding: TextEncoding? = nil, isPlainOnly: Bool = false,
    bounds: StudyBounds? = nil
  ) throws {
    let name = FilePath.shown(path)
    let reader = InputReader(name: name, isPlainOnly: isPlainOnly, bounds: bounds)
    let input =
      path == FilePath.standardInput
      ? try reader.read(descriptor: 0) : try reader.read(path: path)
    try self.init(input, name: name, encoding: encoding)
  }

  /// Copies bytes that are already in memory.
  convenience init(
    bytes: some Collection<UInt8>, name: String, encoding: TextEncoding? = nil
  ) throws {
    let copy = FrozenBuffer<UInt8>(count: bytes.count) { target in
      _ = target.initialize(fromContentsOf: bytes)
    }
    try self.init(copy, name: name, encoding: encoding)
  }

  /// All bytes of the text, a byte-order mark of UTF-8 included.
  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(text.elements)
  }
}
