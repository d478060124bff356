import Foundation
import TestSupport
import Testing

@Suite struct ReportCommandTests {
  @Test func theExampleIsWrittenInEveryFormat() throws {
    let folder = try ScratchFolder()
    let run = try report("--out", folder.path("out"), "--date", "2025-11-03")
    // The example's exports hold the flaws of real ones, and the report names them.
    #expect(run.status == 1)
    #expect(run.stdout == "")
    #expect(run.errorLines.allSatisfy { $0.hasSuffix("]") })
    #expect(
      folder.names(in: "out") == [
        "manifest.json", "numbers.json", "report.html", "report.json", "report.md",
      ])
    let json = try PrintedJSON(#require(folder.text(of: "out/report.json")))
    #expect(json.top["schema"] as? String == "abacus.report/1")
    #expect(folder.text(of: "out/report.md")?.hasPrefix("# ABC Mentorship 2025\n") == true)
    #expect(folder.text(of: "out/report.html")?.hasSuffix("</html>\n") == true)
  }

  @Test func theDayComesFromTheOptionOrTheEnvironment() throws {
    let study = try StudyFolder.small()
    let day = "\"date\": \"2025-06-23\""
    #expect(try study.run("report", "study.yaml", "--date", "2025-06-23").status == 0)
    #expect(study.scratch.text(of: "report/report.json")?.contains(day) == true)
    let first = study.scratch.text(of: "report/report.md")
    let run = try CommandRun.abacus(
      ["report", "study.yaml"], environment: ["SOURCE_DATE_EPOCH": "1750636800"],
      in: study.scratch.path(""))
    #expect(run.status == 0)
    #expect(study.scratch.text(of: "report/report.md") == first)
  }

  @Test(arguments: ["2025-6-3", "2025-02-31", "tomorrow"])
  func aDayThatIsNoneIsRefused(date: String) throws {
    let run = try report("--date", date)
    #expect(run.status == 64)
    #expect(run.stderr.contains("write it as 2025-06-23"))
  }

  @Test func noStudyIsNoInput() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(["report", "none.yaml"], in: folder.path(""))
    #expect(run.status == 66)
    #expect(folder.names() == [])
  }

  @Test func everyMistakeIsNamedAndNothingIsWritten() throws {
    let study = try StudyFolder.small()
    study.scratch.write("n,A,BB\n1,3,1\n", to: "a.csv")
    let run = try study.run("report", "study.yaml")
    #expect(run.status == 65)
    #expect(run.stderr.contains("a.csv:1: error: no column for the item `B`"))
    #expect(run.errorLines.count == 1)
    #expect(study.scratch.names()?.contains("report") == false)
  }

  @Test func anUnknownSectionIsRefusedWithTheNearest() throws {
    let study = try StudyFolder.small()
    let text = try #require(study.scratch.text(of: "study.yaml"))
    study.scratch.write(text + "report: {sections: [summry]}\n", to: "study.yaml")
    let run = try study.run("report", "study.yaml")
    #expect(run.status == 65)
    #expect(run.stderr.contains("did you mean `summary`?"))
  }

  @Test func aFolderThatAbacusDidNotMakeIsLeftAlone() throws {
    let study = try StudyFolder.small()
    study.scratch.write("mine", to: "out/notes.txt")
    let run = try study.run("report", "study.yaml", "--out", "out")
    #expect(run.status == 73)
    #expect(study.scratch.names(in: "out") == ["notes.txt"])
  }

  @Test func aSecondRunReplacesTheFirst() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml", "--date", "2025-06-23").status == 0)
    #expect(try study.run("report", "study.yaml", "--date", "2025-06-24").status == 0)
    #expect(study.scratch.text(of: "report/report.json")?.contains("2025-06-24") == true)
    #expect(study.scratch.names()?.filter { $0.hasPrefix(".") } == [])
  }

  /// Four persons: everything is hidden, in every file.
  @Test func aTinyStudyIsHiddenEverywhere() throws {
    let study = try StudyFolder.small(rows: ["1,5,2", "2,4,1", "3,5,5", "4,1,3"])
    #expect(try study.run("report", "study.yaml").status == 0)
    for name in ["report.md", "report.html", "report.json", "numbers.json"] {
      let text = try #require(study.scratch.text(of: "report/\(name)"))
      let words = name == "numbers.json" ? "\"hidden\"" : "fewer than 5 mentors"
      #expect(text.contains(words), "\(name)")
      #expect(!text.contains("3.75") && !text.contains("2.75"), "\(name)")
    }
  }

  private func report(_ arguments: String...) throws -> CommandRun {
    try CommandRun.abacus(["report", Places.example] + arguments)
  }
}
