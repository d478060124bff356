import Foundation
import TestSupport
import Testing

/// Files that can't be read: one line with place and code, the status, the old report untouched.
@Suite struct InputStopTests {
  @Test func aStudyThatIsMissing() throws {
    let study = try StopStudy()
    try study.expectStop(
      ["gone.yaml: error: there is no file `gone.yaml`; check the path [missing-file]"], status: 66,
      arguments: ["report", "gone.yaml"])
  }

  @Test func aCodebookThatIsMissingIsReportedWhereTheStudyNamesIt() throws {
    let study = try StopStudy()
    try study.replace("codebook.yaml", with: "gone.yaml", in: "study.yaml")
    try study.expectStop(
      ["study.yaml:3:11: error: there is no file `gone.yaml`; check the path [missing-file]"],
      status: 66)
  }

  @Test func exportsThatAreMissingAreReportedWhereTheStudyNamesThem() throws {
    let study = try StopStudy()
    try study.replace("mentors.csv", with: "gone.csv", in: "study.yaml")
    try study.replace("mentees.csv", with: "gone-*.csv", in: "study.yaml")
    try study.expectStop(
      [
        "study.yaml:5:5: error: there is no file `gone.csv`; check the path [missing-file]",
        "study.yaml:6:5: error: no file matches `gone-*.csv`; correct `file` of this source [missing-file]",
      ], status: 66)
  }

  @Test func aFileThatIsMissingBesideAnotherMistakeIsUnusable() throws {
    let study = try StopStudy()
    try study.replace("mentors.csv", with: "gone.csv", in: "study.yaml")
    study.folder.write("", to: "mentees.csv")
    try study.expectStop(
      [
        "study.yaml:5:5: error: there is no file `gone.csv`; check the path [missing-file]",
        "mentees.csv: error: the file holds no record; export it again [empty-file]",
      ], status: 65)
  }

  @Test(arguments: ["study.yaml", "codebook.yaml", "mentors.csv"])
  func aFolder(name: String) throws {
    let study = try StopStudy()
    try FileManager.default.removeItem(atPath: study.folder.path(name))
    try study.folder.makeFolder(name)
    try study.expectStop(
      [
        "\(name): error: `\(name)` is a folder, a pipe or a device; name a plain file [not-a-file]"
      ],
      status: 65)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read anything"))
  func aFileThatMayNotBeRead() throws {
    let study = try StopStudy()
    try study.folder.setMode(0, of: "mentors.csv")
    try study.expectStop(
      [
        "mentors.csv: error: the file could not be read (Permission denied); check its permissions and that the disk is there [unreadable-file]"
      ], status: 66)
  }

  @Test(arguments: [
    ("", "mentors.csv: error: the file holds no record; export it again [empty-file]"),
    ("\n\r\n", "mentors.csv: error: the file holds no record; export it again [empty-file]"),
    (
      "n,year,MA,MB,MC\n",
      "mentors.csv: error: the file holds 1 header record and no response; export it again, or choose another dialect if the header is shorter [no-responses]"
    ),
    (
      "n,MA\n1,a\0b\n",
      "mentors.csv:2: error: the file has a NUL byte on line 2, so it is not a text file; export it as CSV in UTF-8 [binary-file]"
    ),
    (
      "n,MA\n1,Never\n2,\"Often\n3,Always\n",
      "mentors.csv:3: error: the file opens a quote on line 3 that never closes; close it, or double it if it belongs to the text [unterminated-quote]"
    ),
  ])
  func anExportThatIsNoTable(text: String, line: String) throws {
    let study = try StopStudy()
    study.folder.write(text, to: "mentors.csv")
    try study.expectStop([line], status: 65)
  }

  @Test(arguments: ["study.yaml", "codebook.yaml"])
  func aFileOfTheUserThatIsEmpty(name: String) throws {
    let study = try StopStudy()
    study.folder.write("\n", to: name)
    try study.expectStop(
      [
        "\(name): error: the file is empty; see the annotated example in the documentation [empty-file]"
      ], status: 65)
  }

  @Test func aDialectThatTheFileIsNot() throws {
    let study = try StopStudy()
    try study.replace("form: mentor,", with: "form: mentor, dialect: qualtrics,", in: "study.yaml")
    try study.replace("form: mentee,", with: "form: mentee, dialect: quatrics,", in: "study.yaml")
    try study.expectStop(
      [
        "study.yaml:6:5: error: there is no dialect `quatrics`; choose one of plain, qualtrics, qualtrics-legacy [unknown-dialect]",
        "study.yaml:5:5: error: `mentors.csv` is not a `qualtrics` export: it lacks a header record of `ImportId` cells; choose another dialect [wrong-dialect]",
      ], status: 65)
  }

  // What the columns are not.

  @Test func twoColumnsOfOneName() throws {
    let study = try StopStudy()
    try study.replace("n,year,MA,MB,MC\n", with: "n,year,MA,MA,MB,MC\n", in: "mentors.csv")
    let run = try CommandRun.abacus(["report", "study.yaml"], in: study.folder.path(""))
    #expect(
      run.errorLines.first
        == "mentors.csv:1: error: 2 columns are called `MA`, and the item `MA` needs one; rename the others [duplicate-column]"
    )
    #expect(run.status == 65)
  }

  @Test func aColumnThatTheFileLacks() throws {
    let study = try StopStudy()
    try study.replace("n,year,MA,MB,MC\n", with: "n,year,MA,MBB,MC\n", in: "mentors.csv")
    try study.expectStop(
      [
        "mentors.csv:1: error: no column for the item `MB`; the nearest name is `MBB`; write `columns: {MB: MBB}` at this source [missing-column]"
      ], status: 65)
  }

  @Test func theOtherForm() throws {
    let study = try StopStudy()
    study.folder.write(StopStudy.mentees, to: "mentors.csv")
    try study.expectStop(
      [
        "mentors.csv:1: error: the study reads this file as form `mentor`, but its columns are those of form `mentee`; correct `form` or `file` of the source [wrong-form]"
      ], status: 65)
  }

  @Test func twoTextsForOneCode() throws {
    let study = try StopStudy()
    try study.replace("\n24,1,Never,", with: "\n24,1,1,", in: "mentors.csv")
    try study.expectStop(
      [
        "mentors.csv:1:3: error: column `MA` holds both \"Never\" and \"1\" for the code 1 of item `MA`; export the file anew with either texts or numbers [two-texts-for-one-code]"
      ], status: 65)
  }

  // Every command that reads a file says the same of it.

  @Test(arguments: [
    ["describe", "F"], ["reliability", "F", "--items", "a,b"],
    ["codebook", "check", "F"], ["codebook", "show", "F"],
    ["synthesize", "--seed", "1", "--codebook", "F"],
  ])
  func everyCommandSaysTheSame(arguments: [String]) throws {
    let study = try StopStudy()
    let isTable = ["describe", "reliability"].contains(arguments[0])
    let name = isTable ? "x.csv" : "x.yaml"
    let words = arguments.map { $0 == "F" ? name : $0 }
    try study.expectStop(
      ["\(name): error: there is no file `\(name)`; check the path [missing-file]"], status: 66,
      arguments: words)
    try study.folder.makeFolder(name)
    try study.expectStop(
      [
        "\(name): error: `\(name)` is a folder, a pipe or a device; name a plain file [not-a-file]"
      ],
      status: 65, arguments: words)
    try FileManager.default.removeItem(atPath: study.folder.path(name))
    study.folder.write("a: b\0c\n", to: name)
    try study.expectStop(
      [
        "\(name):1: error: the file has a NUL byte on line 1, so it is not a text file; export it as CSV in UTF-8 [binary-file]"
      ], status: 65, arguments: words)
    study.folder.write([0x61, 0x3A, 0x0A, 0x81, 0x0A], to: name)
    guard !isTable else { return }
    try study.expectStop(
      [
        "\(name):2: error: the file has the byte 0x81 on line 2, which is not UTF-8; save the file as UTF-8 [invalid-encoding]"
      ], status: 65, arguments: words)
  }

  @Test func aFileWithoutNumbersIsUnusable() throws {
    let study = try StopStudy()
    study.folder.write("a,b\nx,y\n", to: "words.csv")
    try study.expectStop(
      [
        "words.csv: error: no column holds numbers; name columns with --items or write a study [missing-column]"
      ], status: 65, arguments: ["describe", "words.csv"])
  }
}
