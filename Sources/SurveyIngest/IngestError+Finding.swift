package import SurveyModel

extension IngestError {
  /// The error as users see it.
  ///
  /// - Parameter place: where the user can mend it, such as the line of the study that names the
  ///   file; the file itself where absent.
  package func finding(at place: SourceLocation? = nil) -> Finding {
    Finding(code, at: place ?? location, String(describing: self))
  }

  /// The kind of finding that each error is.
  var code: FindingCode {
    switch self {
    case .fileNotFound: .missingFile
    case .notAFile: .notAFile
    case .unreadableFile: .unreadableFile
    case .emptyFile: .emptyFile
    case .noDataRecords, .onlyTestRecords: .noResponses
    case .binaryFile, .notText: .binaryFile
    case .unsupportedEncoding: .unsupportedEncoding
    case .invalidUTF8, .brokenUTF16, .unknownEncoding: .invalidEncoding
    case .truncatedGzip: .truncatedGzip
    case .damagedGzip: .damagedGzip
    case .expandsTooMuch, .tooLarge: .tooLarge
    case .changedWhileRead: .changedWhileRead
    case .tooManyColumns, .tooRagged, .nameTooLong, .shiftedHeader: .unlikelyTable
    case .missingHeader: .missingHeader
    case .reorderedHeader: .headerBelow
    case .unterminatedQuote: .unterminatedQuote
    case .parserFailed: .unparsableFile
    case .unknownDialect: .unknownDialect
    case .dialectMismatch: .wrongDialect
    }
  }

  /// The file and, where it is known, the line.
  private var location: SourceLocation? {
    switch self {
    case .fileNotFound(let path), .notAFile(let path), .unreadableFile(let path, _),
      .emptyFile(let path), .noDataRecords(let path, _), .onlyTestRecords(let path, _),
      .unsupportedEncoding(let path, _),
      .parserFailed(let path, _), .dialectMismatch(let path, _, _), .notText(let path, _),
      .truncatedGzip(let path), .damagedGzip(let path, _), .expandsTooMuch(let path, _),
      .tooLarge(let path, _), .changedWhileRead(let path), .tooManyColumns(let path, _),
      .tooRagged(let path):
      SourceLocation(file: path)
    case .binaryFile(let path, let line), .invalidUTF8(let path, let line, _),
      .unterminatedQuote(let path, let line), .brokenUTF16(let path, let line),
      .unknownEncoding(let path, let line, _, _):
      SourceLocation(file: path, line: line)
    case .reorderedHeader(let path, let line):
      SourceLocation(file: path, line: line)
    case .shiftedHeader(let path), .missingHeader(let path, _, _, _, _):
      SourceLocation(file: path, line: 1)
    case .nameTooLong(let path, let column, _):
      SourceLocation(file: path, line: 1, column: column)
    case .unknownDialect: nil
    }
  }
}
