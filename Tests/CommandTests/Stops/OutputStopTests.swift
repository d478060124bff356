import Foundation
import TestSupport
import Testing

/// Outputs that can't be written: a line, status 73, and everything as it was.
@Suite struct OutputStopTests {
  /// True where a test may have disks of its own, in a name space of its own.
  static let hasOwnDisks =
    (try? CommandRun.shell("unshare -Urm mount -t tmpfs none /mnt"))?.status == 0

  // What abacus did not make.

  @Test func aFolderOfSomebodyElse() throws {
    let study = try StopStudy()
    study.folder.write("mine", to: "out/notes.txt")
    try study.expectStop(
      [
        "out: error: the folder `out` holds `notes.txt` and no manifest of abacus, so it is left alone; choose a new or an empty folder [output-not-ours]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "out"])
    #expect(study.folder.names(in: "out") == ["notes.txt"])
    #expect(study.folder.text(of: "out/notes.txt") == "mine")
  }

  @Test func theFolderOfTheInputs() throws {
    let study = try StopStudy()
    let before = study.bytes(below: "")
    try study.expectStop(
      [
        ".: error: the folder `.` holds `codebook.yaml` and no manifest of abacus, so it is left alone; choose a new or an empty folder [output-not-ours]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "."])
    #expect(study.bytes(below: "").filter { $0.key != "findings.json" } == before)
  }

  @Test func aFileOfSomebodyElseInTheReportFolder() throws {
    let study = try StopStudy()
    let old = try #require(study.folder.text(of: "report/manifest.json"))
    study.folder.write(old.replacing("report.md", with: "other.md"), to: "report/manifest.json")
    try study.expectStop(
      [
        "report: error: the folder `report` holds `report.md`, which the report would bury and abacus did not make; move or rename it [output-not-ours]"
      ], status: 73)
  }

  @Test func aFile() throws {
    let study = try StopStudy()
    try study.expectStop(
      [
        "mentors.csv: error: `mentors.csv` is not a folder; choose another output folder or move it away [output-not-a-folder]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "mentors.csv"])
    try study.expectStop(
      [
        "mentors.csv: error: nothing can be made in the folder `mentors.csv` (Not a directory); choose another output folder or get the right to write there [output-not-writable]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "mentors.csv/out"])
    #expect(study.folder.text(of: "mentors.csv") == StopStudy.mentors)
  }

  @Test func aLink() throws {
    let study = try StopStudy()
    study.folder.write("mine", to: "theirs/notes.txt")
    try study.folder.link("nowhere", to: "gone")
    try study.folder.link("there", to: "theirs")
    try study.expectStop(
      [
        "nowhere: error: `nowhere` is not a folder; choose another output folder or move it away [output-not-a-folder]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "nowhere"])
    try study.expectStop(
      [
        "there: error: the folder `there` holds `notes.txt` and no manifest of abacus, so it is left alone; choose a new or an empty folder [output-not-ours]"
      ], status: 73, arguments: ["report", "study.yaml", "--out", "there"])
    #expect(study.folder.names(in: "theirs") == ["notes.txt"])
  }

  @Test func anExportThatSynthesizeWouldReplace() throws {
    let study = try StopStudy()
    study.folder.write("mine", to: "made/mentor.csv")
    let words = ["synthesize", "--seed", "1", "--codebook", "codebook.yaml", "--out", "made"]
    try study.expectStop(
      [
        "made/mentor.csv: error: `made/mentor.csv` exists; write elsewhere with --out, or replace it with --force [output-exists]"
      ], status: 73, arguments: words)
    try FileManager.default.removeItem(atPath: study.folder.path("made/mentor.csv"))
    try study.folder.makeFolder("made/mentor.csv")
    try study.expectStop(
      [
        "made/mentor.csv: error: `made/mentor.csv` is not a plain file; name one that abacus may write [output-not-writable]"
      ], status: 73, arguments: words + ["--force"])
    #expect(study.folder.names(in: "made") == ["mentor.csv"])
  }

  // What the disk does not take.

  @Test(.enabled(if: hasOwnDisks, "needs a name space of its own"))
  func aDiskThatIsFull() throws {
    let study = try StopStudy()
    let before = study.bytes()
    let run = try CommandRun.shell(
      """
      unshare -Urm sh -c 'mount -t tmpfs -o size=128k none disk && cp -r report disk/report && \
      "$ABACUS" report study.yaml --out disk/report --date 2025-06-24 --findings findings.json; \
      status=$?; cp -a disk/. copy; exit $status'
      """, in: try prepared(study, folders: ["disk", "copy"]))
    #expect(run.errorLines.count == 1)
    #expect(
      run.stderr.firstMatch(
        of:
          /^disk\/report\/report\.[a-z]+: error: no space is left for `disk\/report\/report\.[a-z]+`; make room or choose another disk \[disk-full\]\n$/
      ) != nil, "\(run.stderr)")
    #expect(run.status == 73)
    #expect(study.folder.names(in: "copy") == ["report"])
    #expect(study.bytes(below: "copy/report") == before)
    #expect(study.folder.text(of: "findings.json")?.contains("\"disk-full\"") == true)
  }

  @Test(.enabled(if: hasOwnDisks, "needs a name space of its own"))
  func aDiskThatIsFullForOtherFiles() throws {
    let study = try StopStudy()
    let run = try CommandRun.shell(
      """
      unshare -Urm sh -c 'mount -t tmpfs -o size=4k none disk && echo kept > disk/kept && \
      "$ABACUS" synthesize --seed 1 --codebook codebook.yaml --out disk \
      --findings disk/findings.json; status=$?; cp -a disk/. copy; exit $status'
      """, in: try prepared(study, folders: ["disk", "copy"]))
    #expect(
      run.errorLines == [
        "disk/mentor.csv: error: no space is left for `disk/mentor.csv`; make room or choose another disk [disk-full]",
        "disk/findings.json: error: no space is left for `disk/findings.json`; make room or choose another disk [disk-full]",
      ])
    #expect(run.status == 73)
    #expect(study.folder.names(in: "copy") == ["kept"])
  }

  @Test(.enabled(if: hasOwnDisks, "needs a name space of its own"))
  func aDiskThatMayOnlyBeRead() throws {
    let study = try StopStudy()
    let run = try CommandRun.shell(
      """
      unshare -Urm sh -c 'mount -t tmpfs -o ro none disk && \
      "$ABACUS" report study.yaml --out disk/report'
      """, in: try prepared(study, folders: ["disk"]))
    #expect(
      run.errorLines == [
        "disk: error: nothing can be made in the folder `disk` (Read-only file system); choose another output folder or get the right to write there [output-not-writable]"
      ])
    #expect(run.status == 73)
  }

  /// The system would end a command that writes beyond the limit with a signal.
  @Test(.enabled(if: !CommandRun.isSanitized, "a sanitizer's own files break the limit"))
  func aLimitOnTheSizeOfFiles() throws {
    let study = try StopStudy()
    let before = study.bytes()
    let run = try CommandRun.shell(
      "ulimit -f 4; \"$ABACUS\" report study.yaml --date 2025-06-24", in: study.folder.path(""))
    #expect(
      run.errorLines == [
        "report/report.md: error: `report/report.md` could not be written (File too large); check the space on the disk and its permissions [output-not-writable]"
      ])
    #expect(run.status == 73)
    #expect(study.bytes() == before)
    #expect(study.folder.names()?.filter { $0.hasPrefix(".") } == [])
  }

  @Test(arguments: [
    ["describe", "study.yaml"], ["describe", "numbers.csv"],
    ["reliability", "numbers.csv", "--items", "a,b"], ["codebook", "check", "codebook.yaml"],
    ["codebook", "show", "codebook.yaml", "--format", "json"],
    ["synthesize", "--seed", "1", "--codebook", "codebook.yaml", "--out", "made"],
  ])
  func aStandardOutputThatIsFull(words: [String]) throws {
    let study = try StopStudy()
    study.folder.write("a,b\n1,2\n2,1\n3,3\n", to: "numbers.csv")
    let run = try CommandRun.shell(
      "\"$ABACUS\" \(words.joined(separator: " ")) > /dev/full", in: study.folder.path(""))
    #expect(
      run.errorLines.contains(
        "standard output: error: the result could not be written (No space left on device); check the disk or the program that reads it [disk-full]"
      ))
    #expect(run.status == 73)
  }

  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    let study = try StopStudy()
    let run = try CommandRun.shell(
      "{ \"$ABACUS\" codebook show codebook.yaml; echo $? > status; } | true",
      in: study.folder.path(""))
    #expect(run.stderr == "")
    #expect(study.folder.text(of: "status") == "0\n")
  }

  private func prepared(_ study: StopStudy, folders: [String]) throws -> String {
    for folder in folders { try study.folder.makeFolder(folder) }
    return study.folder.path("")
  }
}
