/// What stops the reading of an export, a codebook or a study file.
package enum IngestError: Error, Hashable, Sendable {
  /// Nothing exists at the path.
  case fileNotFound(path: String)
  /// The path names a directory or a device.
  case notAFile(path: String)
  /// The system refused to open or read the file; `reason` is the system's own words.
  case unreadableFile(path: String, reason: String)
  /// The file holds no record: it is empty, or blank lines only.
  case emptyFile(path: String)
  /// The header is there and no response follows it.
  case noDataRecords(path: String, headerRecordCount: Int)
  /// Responses follow the header, and the survey tool marks every one as a preview, test or spam.
  case onlyTestRecords(path: String, count: Int)
  /// A NUL byte stands in the file, which no text export contains.
  case binaryFile(path: String, line: Int)
  /// The byte-order mark names an encoding that is not read.
  case unsupportedEncoding(path: String, encoding: String)
  /// A byte sequence is not UTF-8. `byte` is the offending byte.
  case invalidUTF8(path: String, line: Int, byte: UInt8)
  /// A quote opens on `line` and never closes.
  case unterminatedQuote(path: String, line: Int)
  /// The CSV library gave up; `reason` is its own words.
  case parserFailed(path: String, reason: String)
  /// No dialect has this name.
  case unknownDialect(name: String, known: [String])
  /// The header lacks what the chosen dialect always writes.
  case dialectMismatch(path: String, dialect: String, lacking: String)
}

extension IngestError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .fileNotFound(let path):
      "there is no file `\(path)`; check the path"
    case .notAFile(let path):
      "`\(path)` is a folder or a device; name one exported file"
    case .unreadableFile(let path, let reason):
      "`\(path)` could not be read (\(reason)); check its permissions and that the disk is there"
    case .emptyFile(let path):
      "`\(path)` holds no record; export it again"
    case .noDataRecords(let path, let count):
      "`\(path)` holds \(count) header record\(count == 1 ? "" : "s") and no response;"
        + " export it again, or choose another dialect if the header is shorter"
    case .onlyTestRecords(let path, let count):
      "`\(path)` holds \(count) response\(count == 1 ? "" : "s"), and none of a respondent: the survey"
        + " tool marks them as previews, tests or spam; export it again with real answers"
    case .binaryFile(let path, let line):
      "`\(path)` has a NUL byte on line \(line), so it is not a text file;"
        + " export it as CSV in UTF-8"
    case .unsupportedEncoding(let path, let encoding):
      "`\(path)` is written in \(encoding); save it as UTF-8"
    case .invalidUTF8(let path, let line, let byte):
      "`\(path)` has the byte 0x\(Self.hexadecimal(byte)) on line \(line), which is not UTF-8;"
        + " save the file as UTF-8"
    case .unterminatedQuote(let path, let line):
      "`\(path)` opens a quote on line \(line) that never closes;"
        + " close it, or double it if it belongs to the text"
    case .parserFailed(let path, let reason):
      "`\(path)` could not be parsed (\(reason)); split the file or export it again"
    case .unknownDialect(let name, let known):
      "there is no dialect `\(name)`; choose one of \(known.joined(separator: ", "))"
    case .dialectMismatch(let path, let dialect, let lacking):
      "`\(path)` is not a `\(dialect)` export: it lacks \(lacking); choose another dialect"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
