import SurveyIngest
import SurveyModel
import Testing

/// The kind and place of each error, as users see it.
@Suite struct IngestErrorFindingTests {
  @Test(arguments: [
    (IngestError.fileNotFound(path: "a.csv"), "a.csv: error: ", FindingCode.missingFile),
    (.notAFile(path: "a"), "a: error: ", .notAFile),
    (.unreadableFile(path: "a.csv", reason: "r"), "a.csv: error: ", .unreadableFile),
    (.emptyFile(path: "a.csv"), "a.csv: error: ", .emptyFile),
    (.noDataRecords(path: "a.csv", headerRecordCount: 1), "a.csv: error: ", .noResponses),
    (.binaryFile(path: "a.csv", line: 3), "a.csv:3: error: ", .binaryFile),
    (
      .unsupportedEncoding(path: "a.csv", encoding: "UTF-32LE"), "a.csv: error: ",
      .unsupportedEncoding
    ),
    (.invalidUTF8(path: "a.csv", line: 7, byte: 0xE9), "a.csv:7: error: ", .invalidEncoding),
    (.unterminatedQuote(path: "a.csv", line: 12), "a.csv:12: error: ", .unterminatedQuote),
    (.parserFailed(path: "a.csv", reason: "r"), "a.csv: error: ", .unparsableFile),
    (.unknownDialect(name: "x", known: ["plain"]), "error: ", .unknownDialect),
    (
      .dialectMismatch(path: "a.csv", dialect: "x", lacking: "y"), "a.csv: error: ", .wrongDialect
    ),
  ])
  func aFinding(error: IngestError, place: String, code: FindingCode) {
    #expect(
      error.finding().description == "\(place)\(error.description) [\(code.rawValue)]")
    let line = SurveyModel.SourceLocation(file: "study.yaml", line: 5, column: 5)
    #expect(
      error.finding(at: line).description
        == "study.yaml:5:5: error: \(error.description) [\(code.rawValue)]")
  }
}
