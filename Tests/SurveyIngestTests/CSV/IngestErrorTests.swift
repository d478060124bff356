import Testing

@testable import SurveyIngest

/// The words of the errors about delimited files, each pinned once.
@Suite struct IngestErrorTests {
  @Test(arguments: [
    (IngestError.fileNotFound(path: "a.csv"), "there is no file `a.csv`; check the path"),
    (.notAFile(path: "a"), "`a` is a folder or a device; name one exported file"),
    (
      .unreadableFile(path: "a.csv", reason: "Permission denied"),
      "`a.csv` could not be read (Permission denied); check its permissions and that the disk is"
        + " there"
    ),
    (.emptyFile(path: "a.csv"), "`a.csv` holds no record; export it again"),
    (
      .noDataRecords(path: "a.csv", headerRecordCount: 3),
      "`a.csv` holds 3 header records and no response; export it again, or choose another dialect"
        + " if the header is shorter"
    ),
    (
      .binaryFile(path: "a.csv", line: 1),
      "`a.csv` has a NUL byte on line 1, so it is not a text file; export it as CSV in UTF-8"
    ),
    (
      .unsupportedEncoding(path: "a.tsv", encoding: "UTF-16LE"),
      "`a.tsv` is written in UTF-16LE; save it as UTF-8"
    ),
    (
      .invalidUTF8(path: "a.csv", line: 7, byte: 0x0E),
      "`a.csv` has the byte 0x0E on line 7, which is not UTF-8; save the file as UTF-8"
    ),
    (
      .unterminatedQuote(path: "a.csv", line: 12),
      "`a.csv` opens a quote on line 12 that never closes; close it, or double it if it belongs to"
        + " the text"
    ),
    (
      .parserFailed(path: "a.csv", reason: "data size too large"),
      "`a.csv` could not be parsed (data size too large); split the file or export it again"
    ),
    (
      .unknownDialect(name: "quatrics", known: ["plain", "qualtrics"]),
      "there is no dialect `quatrics`; choose one of plain, qualtrics"
    ),
    (
      .dialectMismatch(path: "a.csv", dialect: "qualtrics", lacking: "a header"),
      "`a.csv` is not a `qualtrics` export: it lacks a header; choose another dialect"
    ),
  ])
  func says(error: IngestError, words: String) { #expect(error.description == words) }
}
