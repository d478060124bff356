import TestSupport
import Testing

@Suite struct StandardInputTests {
  private static let table = "A,B,C\n1,2,3\n2,3,3\n4,4,5\n5,5,5\n"

  @Test func describeReadsIt() throws {
    let run = try CommandRun.abacus(
      ["describe", "-", "--items", "B", "--format", "csv"], input: Self.table)
    #expect(run.status == 0)
    #expect(run.stderr == "")
    #expect(run.stdout.contains("\nB,4,0,3.5,"))
  }

  @Test func reliabilityReadsIt() throws {
    let run = try CommandRun.abacus(
      ["reliability", "-", "--items", "A..C", "--format", "markdown"], input: Self.table)
    #expect(run.status == 0)
    #expect(run.stdout.contains("standard input"))
    #expect(!run.stdout.contains("/dev/"))
  }

  @Test func messagesNameIt() throws {
    let missing = try CommandRun.abacus(["describe", "-", "--items", "D"], input: Self.table)
    #expect(missing.status == 65)
    #expect(missing.stderr.hasPrefix("standard input:1: error: there is no column `D`"))
    let empty = try CommandRun.abacus(["describe", "-"], input: "")
    #expect(empty.status == 65)
    #expect(
      empty.stderr
        == "standard input: error: the file holds no record; export it again [empty-file]\n")
    let texts = try CommandRun.abacus(["describe", "-"], input: "A\nx\ny\n")
    #expect(texts.status == 65)
    #expect(texts.stderr.hasPrefix("standard input: error: no column holds numbers"))
  }

  @Test func itIsNoSourceOfAStudy() throws {
    let study = try AccentStudy(Array(AccentStudy.answers.utf8))
    try study.folder.edit("a.csv", to: "\"-\"")
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains("study.yaml:5:12: error: `file` can't be `-`"))
    #expect(study.folder.scratch.names(in: "report") == nil)
  }
}
