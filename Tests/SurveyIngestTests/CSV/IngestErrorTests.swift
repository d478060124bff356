import Testing

@testable import SurveyIngest

/// The words of the errors about delimited files, each pinned once.
@Suite struct IngestErrorTests {
  @Test(arguments: [
    (IngestError.fileNotFound(path: "a.csv"), "there is no file `a.csv`; check the path"),
    (.notAFile(path: "a"), "`a` is a folder, a pipe or a device; name a plain file"),
    (
      .unreadableFile(path: "a.csv", reason: "Permission denied"),
      "the file could not be read (Permission denied); check its permissions and that the disk is"
        + " there"
    ),
    (.emptyFile(path: "a.csv"), "the file holds no record; export it again"),
    (
      .noDataRecords(path: "a.csv", headerRecordCount: 3),
      "the file holds 3 header records and no response; export it again, or choose another dialect"
        + " if the header is shorter"
    ),
    (
      .binaryFile(path: "a.csv", line: 1),
      "the file has a NUL byte on line 1, so it is not a text file; export it as CSV in UTF-8"
    ),
    (
      .unsupportedEncoding(path: "a.tsv", encoding: "UTF-32LE"),
      "the file is written in UTF-32LE; save it as UTF-8"
    ),
    (
      .invalidUTF8(path: "a.csv", line: 7, byte: 0x0E),
      "the file has the byte 0x0E on line 7, which is not UTF-8; save the file as UTF-8"
    ),
    (
      .unterminatedQuote(path: "a.csv", line: 12),
      "the file opens a quote on line 12 that never closes; close it, or double it if it belongs to"
        + " the text"
    ),
    (
      .parserFailed(path: "a.csv", reason: "data size too large"),
      "the file could not be parsed (data size too large); split the file or export it again"
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

  @Test(arguments: [
    (
      IngestError.notText(path: "a.xlsx", kind: "an Excel workbook"),
      "the file is an Excel workbook, which is not read; export it as CSV in UTF-8"
    ),
    (
      .brokenUTF16(path: "a.csv", line: 3),
      "the file has half a character on line 3, which UTF-16 does not allow; export it again"
    ),
    (
      .unknownEncoding(path: "a.csv", line: 3, byte: 0x81),
      "the file is not UTF-8, and its byte 0x81 on line 3 is no character of Windows-1252; save it"
        + " as UTF-8, or state its encoding"
    ),
    (
      .truncatedGzip(path: "a.gz"),
      "the file is packed with gzip and ends too early; copy or download it again"
    ),
    (
      .damagedGzip(path: "a.gz", reason: "incorrect data check"),
      "the file is packed with gzip and damaged (incorrect data check); copy or download it again"
    ),
    (
      .expandsTooMuch(path: "a.gz", ratio: 250),
      "the file unpacks to more than 250 times its size, as no export does; unpack it yourself and"
        + " look at what it holds"
    ),
  ])
  func saysOfBytes(error: IngestError, words: String) { #expect(error.description == words) }

  @Test(arguments: [
    (
      IngestError.tooLarge(path: "a.csv", limit: 4 << 30),
      "the file holds more than 4 GiB, which is the most that is read of such an input; split it"
        + " or correct the path"
    ),
    (
      .tooLarge(path: "a.yaml", limit: 16 << 20),
      "the file holds more than 16 MiB, which is the most that is read of such an input; split it"
        + " or correct the path"
    ),
    (
      .shiftedHeader(path: "a.csv"),
      "every record has one cell more than the header, so that each cell would be read under the name of"
        + " its neighbor; write a name for the first column in front of the others, which R does with"
        + " `col.names = NA`"
    ),
    (
      .reorderedHeader(path: "a.csv", line: 26),
      "the record on line 26 holds the names of the columns in another order, and the records below it"
        + " may have their cells in that order; split the file above this line, and read each part as a"
        + " file of its own"
    ),
    (
      .missingHeader(path: "a.csv", dates: [1], numbers: [2, 3], answers: [4], repeats: 2),
      "the first record looks like a response and not like the names of the columns: it has a date in"
        + " column 1, numbers in columns 2, 3, an answer in column 4 as the records below it, and 2"
        + " records below are the same; add a line of names above it, or begin each name with a letter"
        + " if these are names"
    ),
    (
      .changedWhileRead(path: "a.csv"),
      "the file changed while it was read; run this again when nothing writes to it"
    ),
    (
      .fileNotFound(path: "a\u{FFFD}.csv"),
      "there is no file `a\u{FFFD}.csv`; if its name holds bytes that are not UTF-8, rename it"
    ),
    (
      .tooManyColumns(path: "a.csv", limit: 250_000),
      "the file has more than 250000 columns in its header; check the delimiter and the quotes"
    ),
    (
      .tooRagged(path: "a.csv"),
      "the file has far more columns in its header than its records have cells; check the delimiter"
        + " and the quotes"
    ),
    (
      .nameTooLong(path: "a.csv", column: 2, limit: 32_767),
      "the file has more than 32767 bytes in the name of column 2; check the quotes in the header"
    ),
  ])
  func saysOfSizes(error: IngestError, words: String) { #expect(error.description == words) }
}
