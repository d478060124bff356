import TestSupport
import Testing

@Suite struct DiffCommandTests {
  @Test func aReportIsEqualToItself() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml").status == 0)
    let run = try study.run("diff", "report", "report")
    #expect(run.status == 0)
    #expect(run.stdout.contains("Both have the same numbers."))
  }

  /// Answers to A rise by one; everybody is somebody else.
  @Test func aDifferenceEndsWithTwo() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml", "--out", "old").status == 0)
    study.scratch.write(answers(rows: 30) { "\(min(5, $0 % 5 + 2)),\($0 % 4 + 1)" }, to: "a.csv")
    #expect(try study.run("report", "study.yaml", "--out", "new").status == 0)
    let run = try study.run("diff", "old", "new", "--disjoint", "--all")
    #expect(run.status == 2)
    #expect(run.stdout.contains("independent groups"))
    // 74/24 before, 114/30 now.
    #expect(run.stdout.contains("+0.72"))
    let unknown = try study.run("diff", "old/numbers.json", "new")
    #expect(unknown.status == 2)
    #expect(unknown.stdout.contains("not known"))
  }

  /// One response more: the comparison must not tell what that one person said.
  @Test func oneMoreResponseIsNotToldApart() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml", "--out", "old").status == 0)
    study.scratch.write(answers(rows: 25) { "\($0 % 5 + 1),\($0 % 4 + 1)" }, to: "a.csv")
    #expect(try study.run("report", "study.yaml", "--out", "new").status == 0)
    let run = try study.run("diff", "old", "new", "--all")
    #expect(run.status == 2)
    #expect(run.stdout.contains("Hidden: Mentors"))
    for mean in ["3.08", "3.00", "2.50", "2.48"] { #expect(!run.stdout.contains(mean), "\(mean)") }
  }

  @Test func everyFormatHoldsTheComparison() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml").status == 0)
    let json = try PrintedJSON(
      study.run("diff", "report", "report", "--format", "json", "--all").stdout)
    #expect(json.top["schema"] as? String == "abacus.diff/1")
    #expect(json.top["equal"] as? Bool == true)
    #expect(json.top["overlap"] as? String == "same")
    #expect(try json.list("changes").allSatisfy { $0["verdict"] as? String == "unchanged" })
    #expect(
      try study.run("diff", "report", "report", "--format", "markdown").stdout.hasPrefix("# What"))
  }

  @Test func wavesOfOneReportAreCompared() throws {
    let run = try CommandRun.abacus(
      ["diff", "reports/abc-2025", "--waves", "early,late"], in: Places.path(""))
    #expect(run.status == 2)
    #expect(run.stdout.contains("Early → Late"))
    let unknown = try CommandRun.abacus(
      ["diff", "reports/abc-2025", "--waves", "early,latte"], in: Places.path(""))
    #expect(unknown.status == 64)
    #expect(unknown.stderr.contains("did you mean `late`?"))
  }

  @Test(arguments: [
    (["a"], "name a second report"), (["a", "b", "--waves", "x,y"], "name one report"),
    (["a", "--waves", "x"], "name two waves"), (["a", "--waves", "x,x"], "name two waves"),
  ])
  func aMisuseIsNamed(arguments: [String], words: String) throws {
    let run = try CommandRun.abacus(["diff"] + arguments)
    #expect(run.status == 64)
    #expect(run.stderr.contains(words))
  }

  @Test func theSameExportsAreNotDisjoint() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml").status == 0)
    let run = try study.run("diff", "report", "report", "--disjoint")
    #expect(run.status == 64)
    #expect(run.stderr.contains("made from the same exports"))
  }

  // MARK: Who is in both waves

  private static let refusal = "are in both waves; leave it out"

  private func waves(_ study: StudyFolder, _ report: String = "report") throws -> CommandRun {
    try study.run("diff", report, "--waves", "big,small", "--disjoint", "--all")
  }

  @Test func aPanelIsNotDisjoint() throws {
    let study = try PanelStudy.folder(
      [("big", 40), ("small", 30)], mentor: { "m\($1)" }, mentee: { "e\($1)" })
    #expect(try study.run("report", "study.yaml").status <= 1)
    let run = try waves(study)
    #expect(run.status == 64 && run.stdout.isEmpty)
    #expect(
      run.stderr.contains(
        "--disjoint can't be: some mentors and mentees \(Self.refusal)"
      ))
    let plain = try study.run("diff", "report", "--waves", "big,small")
    #expect(plain.stdout.contains("Persons answered in both waves"))
    #expect(!plain.stdout.contains("--disjoint") && !plain.stdout.contains("may have"))
    // A report of an earlier version says it by its totals alone.
    let text = try #require(study.scratch.text(of: "report/numbers.json"))
    study.scratch.write(text.replacing("\"shared_respondents\"", with: "\"other\""), to: "old.json")
    #expect(try waves(study, "old.json").status == 64)
  }

  @Test func newMenteesOfTheSameMentorsAreNotDisjoint() throws {
    let study = try PanelStudy.folder(
      [("big", 40), ("small", 30)], mentor: { "m\($1)" }, mentee: { "e\($0)\($1)" })
    #expect(try study.run("report", "study.yaml").status <= 1)
    #expect(
      try waves(study).stderr.contains(
        "some mentors and persons whom mentees are paired with \(Self.refusal)"))
    let numbers = try PrintedJSON(#require(study.scratch.text(of: "report/numbers.json")))
    let mentees = try #require(
      try numbers.list("shared_respondents").first { $0["form"] as? String == "mentee" })
    #expect(mentees["persons"] as? Bool == false)
    #expect(mentees["partners"] as? Bool == true)
  }

  @Test func cohortsAreKnownToBeDisjoint() throws {
    let study = try PanelStudy.cohorts(("big", 40), ("small", 30))
    #expect(try study.run("report", "study.yaml").status <= 1)
    let run = try waves(study)
    #expect(run.status == 2 || run.status == 0)
    #expect(run.stdout.contains("Nobody is in both"))
  }

  @Test func withoutIdentifiersTheComparisonTakesTheUsersWord() throws {
    let study = try PanelStudy.folder(
      [("big", 40), ("small", 30)], mentor: { _, _ in "" }, mentee: { "e\($0)\($1)" })
    #expect(try study.run("report", "study.yaml").status <= 1)
    let run = try waves(study)
    #expect(!run.stdout.contains("Nobody is in both"))
    #expect(run.stdout.contains("because --disjoint says that nobody is in both"))
    let json = try PrintedJSON(
      study.run(
        "diff", "report", "--waves", "big,small", "--disjoint", "--format", "json"
      ).stdout)
    #expect(json.top["overlap"] as? String == "disjoint_as_stated")
  }

  @Test func anExportOfBothReportsIsNotDisjoint() throws {
    let study = try PanelStudy.cohorts(("big", 40), ("small", 30))
    #expect(try study.run("report", "study.yaml", "--out", "new").status <= 1)
    let text = try #require(study.scratch.text(of: "study.yaml"))
    study.scratch.write(
      text.split(separator: "\n").filter { !$0.contains("small") }.joined(separator: "\n"),
      to: "study.yaml")
    #expect(try study.run("report", "study.yaml", "--out", "old").status <= 1)
    let run = try study.run("diff", "old", "new", "--disjoint")
    #expect(run.status == 64)
    #expect(run.stderr.contains("an export is behind both reports"))
  }

  @Test func whatIsNoReportIsNamed() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml").status == 0)
    try study.scratch.makeFolder("plain")
    study.scratch.write("{\"schema\": \"abacus.numbers/9\"}", to: "later.json")
    study.scratch.write("half a nu", to: "broken.json")
    for (path, status, words) in [
      ("none", 66, "there is no report `none`; check the path [missing-file]"),
      ("plain", 65, "name a folder that `abacus report` wrote [not-a-report]"),
      ("later.json", 65, "is of schema `abacus.numbers/9`"),
      ("broken.json", 65, "is damaged, or holds no numbers of a report"),
    ] as [(String, Int32, String)] {
      let run = try study.run("diff", "report", path)
      #expect(run.status == status, "\(path)")
      #expect(run.stdout.isEmpty)
      #expect(run.errorLines.count == 1 && run.stderr.contains(words), "\(run.stderr)")
    }
  }

  @Test func aReportOfAnOlderAbacusIsNamed() throws {
    let study = try StudyFolder.small()
    #expect(try study.run("report", "study.yaml").status == 0)
    let manifest = try #require(study.scratch.text(of: "report/manifest.json"))
    study.scratch.write(
      manifest.replacing("\"numbers.json\"", with: "\"other.json\""), to: "report/manifest.json")
    let run = try study.run("diff", "report", "report")
    #expect(run.status == 65)
    #expect(run.stderr.contains("has no numbers.json"))
    #expect(run.stderr.contains("make it again with this abacus"))
  }

  private func answers(rows: Int, _ row: (Int) -> String) -> String {
    "n,A,B\n" + (1...rows).map { "\($0),\(row($0))\n" }.joined()
  }
}
