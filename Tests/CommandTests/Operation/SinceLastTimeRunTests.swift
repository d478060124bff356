import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct SinceLastTimeRunTests {
  @Test func theSecondReportTellsOfTheFirst() throws {
    let program = try Program()
    try program.run("run", ".", "--date", "2025-06-02")
    #expect(program.folder.text(of: "east/report/report.md")?.contains("Since last time") == false)
    program.write(rows: 40, to: "east")
    try program.run("run", ".", "--date", "2025-06-09")
    let text = try #require(program.folder.text(of: "east/report/report.md"))
    #expect(text.contains("## Since last time"))
    #expect(text.contains("differs from the report of 2 June 2025"))
    #expect(text.contains("**+16** responses: Mentors"))
    // What it was made from is in the manifest, so it can be made again.
    let run = try program.run("verify", "east/report")
    #expect(run.status == 0, "\(run.stdout)")
    let manifest = try #require(PublishedReport(at: program.folder.path("east/report"))?.manifest)
    #expect(manifest.inputs.filter { $0.kind == .history }.count == 4)
  }

  /// Copies of earlier reports stand in the history, and it knows which responses they share.
  @Test func anyTwoRunsCanBeCompared() throws {
    let program = try Program()
    try program.run("run", ".")
    program.write(rows: 40, to: "east")
    try program.run("run", ".")
    let old = try #require(program.folder.names(in: "east/study.history/runs")?.first)
    let run = try program.run("diff", "east/study.history/runs/\(old)", "east/report")
    #expect(run.status == 2)
    #expect(run.stdout.contains("in both\n"), "\(run.stdout)")
    #expect(!run.stdout.contains("unknown"), "\(run.stdout)")
  }

  /// The history knows persons who are behind both, though their answers are others.
  @Test func personsOfBothRunsAreNotDisjoint() throws {
    let program = try Program()
    try program.run("run", ".")
    let answers = Program.answers(40).replacing(",1,", with: ",2,")
    program.folder.write(answers, to: "east/answers.csv")
    try program.run("run", ".")
    let old = try #require(program.folder.names(in: "east/study.history/runs")?.first)
    let run = try program.run("diff", "east/study.history/runs/\(old)", "east/report", "--disjoint")
    #expect(run.status == 64)
    #expect(
      run.stderr.contains(
        "--disjoint can't be: some persons, or those whom they are paired with, are behind both reports"
      ), "\(run.stderr)")
  }

  /// Digests of another salt, or of another study, differ for one and the same person.
  @Test func otherDigestsAreNoOtherPersons() throws {
    let program = try Program(["east", "west"])
    try program.run("run", ".")
    let other = try program.run("diff", "east/report", "west/report")
    #expect(!other.stdout.contains("Nobody is in both"), "\(other.stdout)")
    program.folder.write("0123456789abcdef", to: "east/study.history/salt")
    program.write(rows: 40, to: "east")
    try program.run("run", ".")
    let text = try #require(program.folder.text(of: "east/report/report.md"))
    let section = text.split(separator: "## Since last time").last?.split(separator: "\n## ").first
    #expect(section?.contains("Nobody is in both") == false)
    #expect(section?.contains("in both is not known") == true)
  }

  /// Two responses more are fewer than the minimum of five: their answers could be computed.
  @Test func aDifferenceOfFewPersonsIsNotShown() throws {
    let program = try Program()
    try program.run("run", ".")
    program.write(rows: 26, to: "east")
    try program.run("run", ".")
    let text = try #require(program.folder.text(of: "east/report/report.md"))
    let section = text.split(separator: "## Since last time").last?.split(separator: "\n## ").first
    #expect(section?.contains("First (mean)") == false)
    #expect(section?.contains("**+2** responses") == true)
  }

  @Test func aTrendIsDrawnFromTheThirdReportOn() throws {
    let program = try Program()
    for rows in [24, 32, 40] {
      program.write(rows: rows, to: "east")
      try program.run("run", ".")
    }
    #expect(program.folder.text(of: "east/report/report.html")?.contains("<svg") == true)
    let run = try program.run("verify", "east/report")
    #expect(run.status == 0, "\(run.stdout)")
  }

  /// Thirty runs: the archive is pruned, and the report in place can still be made again.
  @Test func whatIsPrunedIsNoPartOfTheReportInPlace() throws {
    let program = try Program()
    for rows in 0..<16 {
      program.write(rows: 24 + 6 * rows, to: "east")
      try program.run("run", ".")
    }
    let kept = try #require(program.folder.names(in: "east/study.history/runs"))
    #expect(kept.count == 13)
    let run = try program.run("verify", "east/report")
    #expect(run.status == 0, "\(run.stdout)")
    #expect(try program.events().count == 32)
  }
}
