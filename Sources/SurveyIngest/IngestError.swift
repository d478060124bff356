package import SurveyModel

/// What stops the reading of an export, a codebook or a study file.
package enum IngestError: Error, Hashable, Sendable {
  /// Nothing exists at the path.
  case fileNotFound(path: String)
  /// The path names a directory or a device, or in a study a pipe.
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
  /// The file is of another kind, which its first bytes tell.
  case notText(path: String, kind: String)
  /// Half a character stands in UTF-16: a lone surrogate, or half a unit at the end.
  case brokenUTF16(path: String, line: Int)
  /// A byte stands for no character of the encoding.
  case unknownEncoding(path: String, line: Int, byte: UInt8, encoding: TextEncoding = .windows1252)
  /// The bytes of a packed file end too early.
  case truncatedGzip(path: String)
  /// The bytes of a packed file are not what was packed; `reason` is zlib's own words.
  case damagedGzip(path: String, reason: String)
  /// A packed file unpacks to more than `ratio` times its size.
  case expandsTooMuch(path: String, ratio: Int)
  /// The input holds more bytes than are read.
  case tooLarge(path: String, limit: Int)
  /// The file was written while it was read.
  case changedWhileRead(path: String)
  /// The header has more columns than are read.
  case tooManyColumns(path: String, limit: Int)
  /// Records lack so many cells that the header can't be theirs.
  case tooRagged(path: String)
  /// The first record looks like a response. The columns, from 1, in which it holds a date, a number
  /// or an answer like the records below; `repeats` of these are the same.
  case missingHeader(path: String, dates: [Int], numbers: [Int], answers: [Int], repeats: Int)
  /// Every record has one cell more than the header, so that no name stands above its cells.
  case shiftedHeader(path: String)
  /// The record on `line` holds the names of the columns in another order.
  case reorderedHeader(path: String, line: Int)
  /// The name of a column is longer than any.
  case nameTooLong(path: String, column: Int, limit: Int)
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
      // Swift puts this character for bytes that are not UTF-8.
      path.contains("\u{FFFD}")
        ? "there is no file `\(path)`; if its name holds bytes that are not UTF-8, rename it"
        : "there is no file `\(path)`; check the path"
    case .notAFile(let path):
      "`\(path)` is a folder, a pipe or a device; name a plain file"
    case .unreadableFile(_, let reason):
      "the file could not be read (\(reason)); check its permissions and that the disk is there"
    case .emptyFile:
      "the file holds no record; export it again"
    case .noDataRecords(_, let count):
      "the file holds \(count) header record\(count == 1 ? "" : "s") and no response;"
        + " export it again, or choose another dialect if the header is shorter"
    case .onlyTestRecords(_, let count):
      "the file holds \(count) response\(count == 1 ? "" : "s"), and none of a respondent: the survey"
        + " tool marks them as previews, tests or spam; export it again with real answers"
    case .binaryFile(_, let line):
      "the file has a NUL byte on line \(line), so it is not a text file;"
        + " export it as CSV in UTF-8"
    case .unsupportedEncoding(_, let encoding):
      "the file is written in \(encoding); save it as UTF-8"
    case .notText(_, let kind):
      "the file is \(kind), which is not read; export it as CSV in UTF-8"
    case .brokenUTF16(_, let line):
      "the file has half a character on line \(line), which UTF-16 does not allow;"
        + " export it again"
    case .unknownEncoding(_, let line, let byte, let encoding):
      "the file is not UTF-8, and its byte 0x\(Self.hexadecimal(byte)) on line \(line) is no"
        + " character of \(encoding.label); save it as UTF-8, or state its encoding"
    case .truncatedGzip:
      "the file is packed with gzip and ends too early; copy or download it again"
    case .damagedGzip(_, let reason):
      "the file is packed with gzip and damaged (\(reason)); copy or download it again"
    case .expandsTooMuch(_, let ratio):
      "the file unpacks to more than \(ratio) times its size, as no export does;"
        + " unpack it yourself and look at what it holds"
    case .tooLarge(_, let limit):
      "the file holds more than \(Self.size(limit)), which is the most that is read of"
        + " such an input; split it or correct the path"
    case .changedWhileRead:
      "the file changed while it was read; run this again when nothing writes to it"
    case .tooManyColumns(_, let limit):
      "the file has more than \(limit) columns in its header; check the delimiter and the quotes"
    case .tooRagged:
      "the file has far more columns in its header than its records have cells;"
        + " check the delimiter and the quotes"
    case .missingHeader(_, let dates, let numbers, let answers, let repeats):
      "the first record looks like a response and not like the names of the columns:"
        + Self.evidence(dates, numbers, answers, repeats)
        + "; add a line of names above it, or begin each name with a letter if these are names"
    case .shiftedHeader:
      "every record has one cell more than the header, so that each cell would be read under the name of"
        + " its neighbor; write a name for the first column in front of the others, which R does with"
        + " `col.names = NA`"
    case .reorderedHeader(_, let line):
      "the record on line \(line) holds the names of the columns in another order, and the records"
        + " below it may have their cells in that order; split the file above this line, and read each"
        + " part as a file of its own"
    case .nameTooLong(_, let column, let limit):
      "the file has more than \(limit) bytes in the name of column \(column);"
        + " check the quotes in the header"
    case .invalidUTF8(_, let line, let byte):
      "the file has the byte 0x\(Self.hexadecimal(byte)) on line \(line), which is not UTF-8;"
        + " save the file as UTF-8"
    case .unterminatedQuote(_, let line):
      "the file opens a quote on line \(line) that never closes;"
        + " close it, or double it if it belongs to the text"
    case .parserFailed(_, let reason):
      "the file could not be parsed (\(reason)); split the file or export it again"
    case .unknownDialect(let name, let known):
      "there is no dialect `\(name)`; choose one of \(known.joined(separator: ", "))"
    case .dialectMismatch(let path, let dialect, let lacking):
      "`\(path)` is not a `\(dialect)` export: it lacks \(lacking); choose another dialect"
    }
  }

  /// What the first record has in common with those below it.
  private static func evidence(
    _ dates: [Int], _ numbers: [Int], _ answers: [Int], _ repeats: Int
  ) -> String {
    func part(_ columns: [Int], _ one: String, _ many: String) -> String? {
      guard let first = columns.first else { return nil }
      guard columns.count > 1 else { return " \(one) in column \(first)" }
      let shown = columns.prefix(5).map(String.init).joined(separator: ", ")
      return " \(many) in columns \(shown)\(columns.count > 5 ? ", …" : "")"
    }
    let parts = [
      part(dates, "a date", "dates"), part(numbers, "a number", "numbers"),
      part(answers, "an answer", "answers"),
    ]
    let same =
      repeats == 0
      ? "" : ", and \(counted(repeats, "record below is", "records below are")) the same"
    return " it has" + parts.compactMap(\.self).joined(separator: ",")
      + " as the records below it" + same
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 30 { return "\(bytes >> 30) GiB" }
    return bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
