import Foundation
import TestSupport
import Testing

/// `--findings FILE`: what is in it, and what it never replaces.
@Suite struct FindingsFileTests {
  private func run(_ study: StopStudy, _ words: String...) throws -> CommandRun {
    try CommandRun.abacus(words, in: study.folder.path(""))
  }

  @Test func itHoldsEveryFindingOfARunThatEnds() throws {
    let study = try StopStudy()
    try study.replace("\n24,1,Never,", with: "\n24,1,Nevver,", in: "mentors.csv")
    let run = try run(study, "report", "study.yaml", "--findings", "f.json")
    #expect(run.status == 1)
    let text = try #require(study.folder.text(of: "f.json"))
    #expect(
      text == """
        {
          "engine": "abacus 0.1.0",
          "exit_status": 1,
          "findings": [
            {"code": "unmatched-answer", "column": 3, "count": 1, "file": "mentors.csv", "line": 25, "message": "item `MA` has the answer \\"Nevver\\" once, which no option of `agree` matches; add it to the aliases of \\"Never\\" if it means that", "severity": "error", "stops": false, "subject": "MA"}
          ],
          "schema": "abacus.findings/1",
          "stopped": false
        }

        """)
    let json = try PrintedJSON(text)
    #expect(try run.errorLines == json.list("findings").map(StopStudy.line))
  }

  @Test func itIsWrittenByEveryCommand() throws {
    let study = try StopStudy()
    study.folder.write("a,b\n1,2\n2,1\n3,3\n", to: "numbers.csv")
    for (number, words) in [
      ["describe", "study.yaml"], ["describe", "numbers.csv"], ["reliability", "study.yaml"],
      ["reliability", "numbers.csv", "--items", "a,b"], ["codebook", "check", "codebook.yaml"],
      ["codebook", "show", "codebook.yaml"], ["report", "study.yaml"],
      ["synthesize", "--seed", "1", "--codebook", "codebook.yaml", "--out", "made"],
    ].enumerated() {
      let name = "f\(number).json"
      let run = try CommandRun.abacus(words + ["--findings", name], in: study.folder.path(""))
      #expect(run.status == 0, "\(words) \(run.stderr)")
      let json = try PrintedJSON(#require(study.folder.text(of: name)))
      #expect(json.top["schema"] as? String == "abacus.findings/1")
      #expect(json.top["stopped"] as? Bool == false)
    }
  }

  @Test func allFindingsAreInItThoughTheyAreFoldedOnTheTerminal() throws {
    let study = try StopStudy()
    let keys = (1...13).map { "key\($0): 1\n" }.joined()
    study.folder.write(StopStudy.codebook + keys, to: "codebook.yaml")
    let run = try run(study, "codebook", "check", "codebook.yaml", "--findings", "f.json")
    #expect(run.errorLines.count == 12)
    let json = try PrintedJSON(#require(study.folder.text(of: "f.json")))
    #expect(try json.list("findings").count == 13)
  }

  @Test func thoseOfAnEarlierRunAreReplacedInOneStep() throws {
    let study = try StopStudy()
    study.folder.write("", to: "f.json")
    #expect(try run(study, "report", "gone.yaml", "--findings", "f.json").status == 66)
    #expect(study.folder.text(of: "f.json")?.contains("missing-file") == true)
    #expect(try run(study, "report", "study.yaml", "--findings", "f.json").status == 0)
    #expect(study.folder.text(of: "f.json")?.contains("missing-file") == false)
    #expect(study.folder.names()?.filter { $0.contains(".abacus-") } == [])
  }

  @Test(arguments: ["study.yaml", "codebook.yaml", "mentors.csv", "report/report.json", "notes"])
  func noOtherFileIsEverReplaced(name: String) throws {
    let study = try StopStudy()
    study.folder.write("{\"schema\": \"abacus.findings/10\"}", to: "notes")
    let before = (study.bytes(below: ""), study.bytes())
    let run = try run(study, "report", "study.yaml", "--findings", name)
    #expect(
      run.errorLines == [
        "\(name): error: `\(name)` exists and holds no findings of abacus, so it is left alone; name another file [output-not-ours]"
      ])
    #expect(run.status == 73)
    #expect((study.bytes(below: ""), study.bytes()) == before)
  }

  @Test func aLinkToAnInputIsNotFollowed() throws {
    let study = try StopStudy()
    try study.folder.link("f.json", to: "mentors.csv")
    let run = try run(study, "report", "study.yaml", "--findings", "f.json")
    #expect(
      run.errorLines == [
        "f.json: error: `f.json` is not a plain file; name one that abacus may write [output-not-writable]"
      ])
    #expect(run.status == 73)
    #expect(study.folder.text(of: "mentors.csv") == StopStudy.mentors)
  }

  @Test func aFolderThatIsMissingIsSaidBeforeTheWork() throws {
    let study = try StopStudy()
    let run = try run(study, "report", "study.yaml", "--out", "new", "--findings", "gone/f.json")
    #expect(
      run.errorLines == [
        "gone: error: nothing can be made in the folder `gone` (No such file or directory); choose another output folder or get the right to write there [output-not-writable]"
      ])
    #expect(run.status == 73)
    #expect(study.folder.names(in: "new") == nil)
  }

  @Test func aDeviceIsWrittenTo() throws {
    let study = try StopStudy()
    let error = try run(study, "describe", "study.yaml", "--findings", "/dev/stderr")
    #expect(error.stderr.contains("\"schema\": \"abacus.findings/1\""))
    let full = try run(study, "describe", "study.yaml", "--findings", "/dev/full")
    #expect(full.status == 73)
    #expect(
      full.errorLines == [
        "/dev/full: error: no space is left for `/dev/full`; make room or choose another disk [disk-full]"
      ])
  }

  /// The results stand though their findings could not be written; nothing says otherwise.
  @Test func resultsStandWhereTheFindingsCanNotBeWritten() throws {
    let study = try StopStudy()
    try study.replace("\n24,1,Never,", with: "\n24,1,Nevver,", in: "mentors.csv")
    let run = try run(study, "describe", "study.yaml", "--findings", "/dev/full")
    #expect(run.status == 73)
    #expect(run.stdout.contains("MA"))
    #expect(run.errorLines.count == 2)
    #expect(!run.stderr.contains("there is no result"))
  }

  @Test(arguments: ["-", ""]) func standardOutputIsNotForFindings(name: String) throws {
    let study = try StopStudy()
    let run = try run(study, "report", "study.yaml", "--findings", name)
    #expect(run.status == 64)
    #expect(run.stderr.contains("standard output holds the results"))
  }

  @Test func aMisuseOfTheCommandLineWritesNone() throws {
    let study = try StopStudy()
    let run = try run(
      study, "describe", "study.yaml", "--items", "nobody", "--findings", "f.json")
    #expect(run.status == 64)
    #expect(study.folder.text(of: "f.json") == nil)
  }
}
