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
