import SurveyModel
import TestSupport
import Testing

@Suite struct EncodingInputTests {
  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian], [false, true])
  func unicodeGivesTheNumbersWithoutAWord(encoding: TextEncoding, isMarked: Bool) throws {
    let bytes = Encoded.bytes(AccentStudy.answers, as: encoding, marked: isMarked)
    let study = try AccentStudy(bytes)
    let run = try study.report()
    #expect(run.status == 0)
    #expect(!run.stderr.contains("assumed-encoding"))
    #expect(try study.agreeing() == 20)
    let source = try study.source()
    #expect(source["encoding"] as? String == encoding.rawValue)
    #expect(source["encoding_assumed"] as? Bool == false)
    #expect(source["delimiter"] as? String == "semicolon")
    let notes = study.folder.scratch.text(of: "report/report.md") ?? ""
    #expect(notes.contains("\(encoding.label), semicolon"))
  }

  @Test func theOldWesternEncodingIsAssumedAndSaid() throws {
    let study = try AccentStudy(Encoded.bytes(AccentStudy.answers, as: .iso8859_1))
    let run = try study.report()
    #expect(run.status == 0)
    #expect(
      run.errorLines.filter { $0.contains("assumed-encoding") } == [
        "a.csv:1: warning: the file is not UTF-8 and is read as ISO-8859-1; confirm it with `encoding: iso-8859-1` at its source (of a bare file `--encoding`), or state another [assumed-encoding]"
      ])
    #expect(try study.agreeing() == 20)
    #expect(try study.source()["encoding_assumed"] as? Bool == true)
    let notes = study.folder.scratch.text(of: "report/report.md") ?? ""
    #expect(notes.contains("ISO-8859-1 (assumed), semicolon"))
  }

  @Test func whatTheStudyStatesIsTaken() throws {
    let bytes = Encoded.bytes(AccentStudy.answers, as: .windows1252)
    let study = try AccentStudy(bytes, source: ", encoding: windows-1252")
    let run = try study.report()
    #expect(!run.stderr.contains("assumed-encoding"))
    #expect(try study.agreeing() == 20)
    #expect(try study.source()["encoding"] as? String == "windows-1252")
  }

  /// A wrong statement makes other letters, which no label and no column has.
  @Test func aWrongStatementIsNoQuietHarm() throws {
    let study = try AccentStudy(
      Encoded.bytes(AccentStudy.answers, as: .utf8), source: ", encoding: windows-1252")
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains("[missing-column]"))
  }

  @Test(
    arguments: [
      (
        [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x0A, 0x00],
        "half a character on line 2"
      ),
      ([0x61, 0x0A, 0xC3, 0xA9, 0x0A, 0xC3, 0xA9, 0xE9, 0x0A], "the byte 0xE9 on line 3"),
      ([0x61, 0x0A, 0xE9, 0x0A, 0x81, 0x0A], "byte 0x81 on line 3"),
      ([0x61, 0x2C, 0x62, 0x0A, 0x31, 0x00, 0x0A], "a NUL byte on line 2"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "written in UTF-32LE"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], "is an Excel workbook"),
    ] as [([UInt8], String)])
  func whatIsNoTextStopsAndLeavesTheReport(bytes: [UInt8], words: String) throws {
    let study = try AccentStudy(Encoded.bytes(AccentStudy.answers, as: .utf8))
    #expect(try study.report().status == 0)
    let before = study.folder.scratch.text(of: "report/report.json")
    study.folder.scratch.write(bytes, to: "a.csv")
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains(words))
    #expect(study.folder.scratch.text(of: "report/report.json") == before)
  }

  @Test func aCodebookMayBeUnicodeOfSixteenBits() throws {
    let codebook = Encoded.bytes(AccentStudy.codebook, as: .utf16LittleEndian, marked: true)
    let study = try AccentStudy(Array(AccentStudy.answers.utf8), codebook: codebook)
    #expect(try study.report().status == 0)
    #expect(try study.agreeing() == 20)
  }

  @Test func aCodebookOfAnOldEncodingStops() throws {
    let codebook = Encoded.bytes(AccentStudy.codebook, as: .iso8859_1)
    let study = try AccentStudy(Array(AccentStudy.answers.utf8), codebook: codebook)
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains("the byte 0xF6 on line 7, which is not UTF-8"))
  }

  @Test func anEncodingThatIsNotReadIsRefusedWithTheList() throws {
    let list = "write one of utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1"
    let study = try AccentStudy(
      Array(AccentStudy.answers.utf8), source: ", encoding: klingon")
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains("study.yaml:5:38: error: `encoding` can't be `klingon`; \(list)"))
    let bare = try study.folder.run("describe", "a.csv", "--encoding", "klingon")
    #expect(bare.status == 64)
    #expect(bare.stderr.contains("--encoding can't be `klingon`; \(list)"))
    let both = try study.folder.run("describe", "study.yaml", "--encoding", "utf-8")
    #expect(both.status == 64)
    #expect(both.stderr.contains("a study says it with `encoding:` at a source"))
  }

  @Test func aBareFileHasAnEncodingToo() throws {
    let folder = try ScratchFolder()
    folder.write(Encoded.bytes("Größe,b\n1,2\n2,3\n", as: .iso8859_1), to: "a.csv")
    let assumed = try CommandRun.abacus(
      ["describe", "a.csv", "--items", "Größe", "--format", "csv"], in: folder.path(""))
    #expect(assumed.status == 0)
    #expect(assumed.stdout.contains("\nGröße,2,"))
    #expect(assumed.errorLines.count == 1)
    #expect(assumed.stderr.hasPrefix("a.csv:1: warning: "))
    let stated = try CommandRun.abacus(
      ["describe", "a.csv", "--items", "Größe", "--format", "csv", "--encoding", "latin1"],
      in: folder.path(""))
    #expect(stated.stderr == "")
    #expect(stated.stdout == assumed.stdout)
  }
}
