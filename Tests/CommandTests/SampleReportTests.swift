import TestSupport
import Testing

/// The committed sample reports are what today's code makes of the example data.
@Suite(.enabled(if: Places.hasSampleReport, "there is no sample report yet"))
struct SampleReportTests {
  @Test func theSampleIsUpToDate() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(
      [
        "report", "data/examples/abc-2025/study.yaml", "--out", folder.path("out"), "--date",
        "2025-11-03",
      ], in: Places.path(""))
    #expect(run.status <= 1, "\(run.stderr)")
    for name in ["report.md", "report.html", "report.json", "numbers.json"] {
      let made = try #require(folder.text(of: "out/\(name)"))
      let committed = try Places.text(Places.path("reports/abc-2025/\(name)"))
      // Compared outside the macro, which would print both files.
      let isSame = made == committed
      #expect(isSame, "reports/abc-2025/\(name) is out of date; make it again with `make samples`")
    }
  }
}
