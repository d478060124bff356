/// How the bytes of an export became cells: what was detected, or what the study states.
public struct FileFormat: Hashable, Sendable {
  /// The encoding of its text.
  public let encoding: TextEncoding
  /// True where nothing in the file proves the encoding, so that another one is possible.
  public let isEncodingAssumed: Bool
  /// What stands between two cells.
  public let delimiter: Character
  /// How the file is packed; nil where it is not.
  public let compression: Compression?

  /// How a file is packed.
  public enum Compression: String, Hashable, Sendable { case gzip }

  /// What is known of a file's bytes.
  public init(
    encoding: TextEncoding, isEncodingAssumed: Bool = false, delimiter: Character,
    compression: Compression? = nil
  ) {
    self.encoding = encoding
    self.isEncodingAssumed = isEncodingAssumed
    self.delimiter = delimiter
    self.compression = compression
  }

  /// The delimiter as study files write it; any other as it is.
  public var delimiterName: String {
    switch delimiter {
    case ",": "comma"
    case ";": "semicolon"
    case "\t": "tab"
    case "|": "pipe"
    default: String(delimiter)
    }
  }
}
