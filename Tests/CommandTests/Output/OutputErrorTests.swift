import SurveyModel
import Testing

@testable import AbacusCommands

@Suite struct OutputErrorTests {
  static let messages: [(OutputError, String)] = [
    (
      .notAFolder(path: "out"),
      """
      `out` is not a folder; \
      choose another output folder or move it away
      """
    ),
    (
      .notOurs(path: "out", example: "thesis.txt"),
      """
      the folder `out` holds `thesis.txt` and no manifest of abacus, so it is left alone; \
      choose a new or an empty folder
      """
    ),
    (
      .wouldBury(path: "out", names: ["a.md", "b.md"]),
      """
      the folder `out` holds `a.md`, `b.md`, which the report would bury and abacus did not make; \
      move or rename it
      """
    ),
    (
      .parentNotWritable(path: "reports", reason: "Permission denied"),
      """
      nothing can be made in the folder `reports` (Permission denied); \
      choose another output folder or get the right to write there
      """
    ),
    (
      .cannotWrite(path: "out/report.html", reason: "No space left on device"),
      """
      `out/report.html` could not be written (No space left on device); \
      check the space on the disk and its permissions
      """
    ),
    (
      .diskFull(path: "out/report.html"),
      "no space is left for `out/report.html`; make room or choose another disk"
    ),
    (
      .notAFile(path: "f"), "`f` is not a plain file; name one that abacus may write"
    ),
    (
      .locked(path: "out"),
      """
      another process has `out` locked, and did not let go of it within 10 seconds; \
      wait until that process has ended, then try again
      """
    ),
    (
      .notFindings(path: "a.csv"),
      """
      `a.csv` exists and holds no findings of abacus, so it is left alone; \
      name another file
      """
    ),
    (
      .notOwnFolder(path: "study.history"),
      """
      `study.history` is a link or a file where abacus keeps a folder of its own, so nothing is written or removed there; \
      move it away
      """
    ),
    (
      .otherOwner(path: "out"),
      """
      `out` belongs to another user, so nothing is written or removed there; \
      choose another place, or let its owner run this
      """
    ),
    (
      .notPlain(path: "study.history/lock"),
      """
      `study.history/lock` is no plain file with one name, but a link or a pipe perhaps, so it is left alone; \
      move it away
      """
    ),
    (
      .holdsInput(path: "out", input: "out/a.csv"),
      """
      the folder `out` holds `out/a.csv`, which is an input of this run, so it is left alone; \
      choose another output folder
      """
    ),
    (
      .isInput(path: "a.csv", input: "a.csv"),
      "`a.csv` is an input of this run, so it is left alone; name another file"
    ),
    (
      .isInput(path: "b.csv", input: "a.csv"),
      "`b.csv` is `a.csv`, an input of this run, so it is left alone; name another file"
    ),
    (
      .notWritten(path: "a.csv"),
      "`a.csv` exists and is not as abacus wrote it; name another file, or replace it with --force"
    ),
    (
      .exists(path: "./mentor.csv"),
      "`./mentor.csv` exists; write elsewhere with --out, or replace it with --force"
    ),
    (
      .notCarriedOver(path: "out", folder: ".out.abacus-aB3dE6"),
      """
      the new report is at `out`, but files of the old one that abacus did not make are still below `.out.abacus-aB3dE6`; \
      move them yourself
      """
    ),
    (
      .cannotReplace(path: "out", reason: "Device or resource busy"),
      """
      the report at `out` could not be replaced (Device or resource busy); \
      choose another output folder, on a plain local disk
      """
    ),
  ]

  @Test(arguments: messages)
  func saysWhatIsWrongAndWhatToDo(error: OutputError, expected: String) {
    #expect(error.description == expected)
  }

  /// Each is a finding at the path it is about.
  @Test(arguments: [
    (OutputError.notAFolder(path: "p"), FindingCode.outputNotAFolder),
    (.notOurs(path: "p", example: "x"), .outputNotOurs),
    (.wouldBury(path: "p", names: ["x"]), .outputNotOurs),
    (.notFindings(path: "p"), .outputNotOurs),
    (.notOwnFolder(path: "p"), .outputNotOurs),
    (.otherOwner(path: "p"), .outputNotOurs),
    (.notPlain(path: "p"), .outputNotOurs),
    (.holdsInput(path: "p", input: "i"), .outputIsInput),
    (.isInput(path: "p", input: "i"), .outputIsInput),
    (.notWritten(path: "p"), .outputExists),
    (.exists(path: "p"), .outputExists),
    (.notAFile(path: "p"), .outputNotWritable),
    (.locked(path: "p"), .lockedFile),
    (.parentNotWritable(path: "p", reason: "r"), .outputNotWritable),
    (.cannotWrite(path: "p", reason: "r"), .outputNotWritable),
    (.cannotReplace(path: "p", reason: "r"), .outputNotWritable),
    (.diskFull(path: "p"), .diskFull),
    (.notCarriedOver(path: "p", folder: "f"), .outputLeftBehind),
  ])
  func isAFinding(error: OutputError, code: FindingCode) {
    #expect(
      error.finding.description == "p: error: \(error.description) [\(code.rawValue)]")
    #expect(ExitStatus.of([error.finding]) == (code == .lockedFile ? 75 : 73))
  }
}
