import Foundation
import TestSupport
import Testing

@Suite struct QueryCommandTests {
  private static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: q, title: "Q", language: en, version: "1"}
    attributes:
      - {id: who, use: respondent}
      - {id: site, kind: category}
      - {id: months, kind: number}
    response_scales:
      agree:
        options:
          - {code: 1, label: "no"}
          - {code: 2, label: "partly"}
          - {code: 3, label: "yes"}
    forms:
      mentee:
        items:
          - {id: A1, stem: "One", response_scale: agree}
          - {id: A2, stem: "Two", response_scale: agree}
        scales:
          - {id: S, name: "Both", items: [A1, A2]}
    """

  /// 44 at Ulm, 12 at Bonn, 4 at Kiel.
  private static let answers =
    "who,site,months,A1,A2\n"
    + (0..<60).map { row in
      let site = row < 44 ? "Ulm" : row < 56 ? "Bonn" : "Kiel"
      return "p\(row),\(site),\(row),\(row % 3 + 1),\((row / 2) % 3 + 1)\n"
    }.joined()

  private func study(_ more: String = "") throws -> ScratchFolder {
    let folder = try ScratchFolder()
    folder.write(Self.codebook, to: "codebook.yaml")
    folder.write(Self.answers, to: "answers.csv")
    folder.write(
      """
      schema: abacus.study/1
      title: "Q"
      codebook: codebook.yaml
      sources: [{file: answers.csv, form: mentee, dialect: plain}]
      \(more)
      """, to: "study.yaml")
    return folder
  }

  private func ask(_ folder: ScratchFolder, _ arguments: String..., input: String = "") throws
    -> CommandRun
  {
    try CommandRun.abacus(["query", "study.yaml"] + arguments, input: input, in: folder.path(""))
  }

  private func rows(_ run: CommandRun) throws -> [[String: Any]] {
    try PrintedJSON(run.stdout).list("rows")
  }

  @Test func aQuestionByGroupsIsAnswered() throws {
    let run = try ask(study(), "mean(A1) by site", "--format", "json")
    #expect(run.status == 0)
    #expect(run.stderr == "")
    let rows = try rows(run)
    #expect(rows.map { $0["site"] as? String } == ["Bonn", "Kiel", "Ulm"])
    #expect(rows[1]["mean(A1)"] is NSNull)
  }

  @Test func whatWasShownIsLoggedAndProtectsFewAlsoLater() throws {
    let folder = try study()
    let first = try rows(ask(folder, "mean(A1) where months < 40", "--format", "json"))
    let second = try rows(ask(folder, "mean(A1) where months < 38", "--format", "json"))
    #expect(first[0]["mean(A1)"] is Double)
    #expect(second[0]["mean(A1)"] is NSNull)
    #expect(folder.mode(of: "study.query-log") == 0o600)
    let log = try #require(folder.text(of: "study.query-log"))
    let lines = log.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(lines.map { $0[0] } == ["abacus query log 1", "data", "group"])
    #expect(lines[2][1...2] == ["mentee", "A1"])
    #expect(lines[2][3] == "ffffffffff")
  }

  @Test func describeAndReliabilityShareTheLog() throws {
    let folder = try study()
    let described = try CommandRun.abacus(
      ["describe", "study.yaml", "--items", "A1", "--where", "months < 40"], in: folder.path(""))
    #expect(described.status == 0)
    #expect(
      try rows(ask(folder, "mean(A2) where months < 38", "--format", "json"))[0]["mean(A2)"]
        is NSNull)
    let reliability = try CommandRun.abacus(
      ["reliability", "study.yaml", "--where", "months < 39"], in: folder.path(""))
    #expect(reliability.stdout.contains("hidden: with what was shown before"))
  }

  @Test func nobodyAndAFewLookAlikeWhereGroupsAreMadeByAnswers() throws {
    let folder = try study()
    let runs = try ["A1 = 1 and site = Kiel", "A1 = 2 and A1 = 3"].map { condition in
      try CommandRun.abacus(
        ["describe", "study.yaml", "--where", condition], in: folder.path(""))
    }
    for run in runs {
      #expect(run.status == 64)
      #expect(run.stdout == "")
      #expect(
        run.errorLines.first
          == "Error: nobody, or fewer than 20 persons, who are needed where groups are made by answers; widen it"
      )
    }
    let tables = try ["A1 = 1 and site = Kiel", "A1 = 2 and A1 = 3"].map {
      try ask(folder, "mean(A2) where \($0)", "--format", "json").stdout
    }
    #expect(tables[0] == tables[1])
  }

  @Test func aWriteCutShortIsForgottenAndADamagedLogStops() throws {
    let folder = try study()
    _ = try ask(folder, "mean(A1) where months < 40")
    let log = try #require(folder.text(of: "study.query-log"))
    folder.write(log + "group\tmentee\tA", to: "study.query-log")
    #expect(try ask(folder, "mean(A1) where months < 35").status == 0)
    #expect(folder.text(of: "study.query-log")?.hasPrefix(log + "group\tmentee\tA1\t") == true)
    folder.write(log + "nonsense\n", to: "study.query-log")
    let stopped = try ask(folder, "mean(A1) where months < 30")
    #expect(stopped.status == 73)
    #expect(
      stopped.errorLines == [
        "study.query-log:4: error: this line of the query log is damaged, so what was shown before is not known; restore the file from a backup [output-not-ours]"
      ])
    #expect(stopped.stdout == "")
  }

  @Test func anotherFileInTheLogsPlaceIsLeftAlone() throws {
    let folder = try study()
    folder.write("my notes\n", to: "study.query-log")
    let run = try ask(folder, "mean(A1)")
    #expect(run.status == 73)
    #expect(folder.text(of: "study.query-log") == "my notes\n")
  }

  @Test func sqlIsForThoseWhoMaySeeEverything() throws {
    let refused = try ask(study(), "SELECT 1")
    #expect(refused.status == 64)
    #expect(refused.stderr.contains("SQL is not answered about a study that is shared"))
  }

  @Test func privateStudiesKeepNoLogAndHideSmallGroups() throws {
    let folder = try study("access: private")
    let rows = try rows(ask(folder, "mean(A1) by site", "--format", "json"))
    #expect(rows[1]["mean(A1)"] is NSNull)
    #expect(rows[0]["mean(A1)"] is Double)
    #expect(folder.text(of: "study.query-log") == nil)
  }

  @Test func unrestrictedShowsEverythingAndSaysSo() throws {
    let folder = try study()
    let run = try ask(folder, "mean(A1) by site", "--unrestricted", "--format", "json")
    #expect(try rows(run)[1]["mean(A1)"] is Double)
    #expect(run.stdout.contains("Unrestricted: no group is hidden, however small."))
    #expect(folder.text(of: "study.query-log") == nil)
  }

  @Test func whatASpreadsheetHasNoPlaceForIsSaidBesides() throws {
    let run = try ask(study(), "mean(A1)", "--unrestricted", "--format", "csv")
    #expect(run.errorLines == ["note: Unrestricted: no group is hidden, however small."])
  }

  @Test(arguments: ["", "  \n"]) func anEmptyQuestionIsNone(text: String) throws {
    let run = try ask(study(), "-", input: text)
    #expect(run.status == 64)
    #expect(
      run.errorLines.first
        == "Error: the question is empty; ask one, as in \"mean(MA1) by site\"")
  }

  @Test func whoAnsweredIsShownToThoseWhoMaySeeEverythingAndAsk() throws {
    let folder = try study()
    let sql = "SELECT respondent_id FROM responses LIMIT 1"
    let hidden = try ask(folder, sql, "--unrestricted")
    #expect(hidden.status == 64)
    #expect(hidden.stderr.contains("--identifying"))
    let shown = try ask(folder, sql, "--unrestricted", "--identifying", "--format", "json")
    #expect(try rows(shown)[0]["respondent_id"] as? String == "p0")
    let refused = try ask(folder, "mean(A1)", "--identifying")
    #expect(refused.status == 64)
    #expect(refused.stderr.contains("needs --unrestricted"))
  }

  @Test func mistakesHaveACaret() throws {
    let run = try ask(study(), "mean(A1) where sit = Ulm")
    #expect(run.status == 64)
    #expect(
      run.errorLines.prefix(3) == [
        "Error: there is no field `sit`; did you mean `site`?", "  mean(A1) where sit = Ulm",
        "                 ^",
      ])
  }

  @Test func rowsAndGroupsMayStandBesideTheQuestion() throws {
    let folder = try study()
    let one = try ask(folder, "mean(A1) where site = Ulm by site", "--format", "json").stdout
    let other = try ask(
      folder, "mean(A1)", "--where", "site = Ulm", "--by", "site", "--format", "json"
    ).stdout
    #expect(one == other)
    let input = try ask(
      folder, "-", "--format", "json", input: "mean(A1) where site = Ulm by site\n")
    #expect(input.stdout == one)
  }

  @Test(arguments: ["csv", "json", "md", "html"]) func theEndingOfAFileIsItsFormat(
    ending: String
  ) throws {
    let folder = try study()
    let run = try ask(folder, "mean(A1) by site", "--output", "answer.\(ending)")
    #expect(run.status == 0)
    #expect(run.stdout == "")
    let text = try #require(folder.text(of: "answer.\(ending)"))
    #expect(text.contains("Bonn"))
    #expect(try ask(folder, "mean(A1)", "--output", "answer.doc").status == 64)
  }

  @Test func savedQuestionsAreListedAskedAndPartOfTheReport() throws {
    let folder = try study()
    let none = try ask(folder, "--saved", "a")
    #expect(none.status == 64)
    #expect(
      none.stderr.contains(
        "there is no saved question `a`; none is saved, so write questions to files `NAME.sql` in `queries` beside the study"
      ), "\(none.stderr)")
    folder.write("-- title: By site\n-- Who and where.\nmean(A1)\nby site;\n", to: "queries/a.sql")
    folder.write("-- title: Bad\nmean(A1)\n  by sit\n", to: "queries/b.sql")
    folder.write("SELECT 1;\n", to: "queries/c.sql")
    let list = try rows(ask(folder, "--list", "--format", "json"))
    #expect(list.map { $0["title"] as? String } == ["By site", "Bad", "c"])
    #expect(list.map { $0["kind"] as? String } == ["by groups", "by groups", "SQL"])
    #expect(try rows(ask(folder, "--saved", "a", "--format", "json")).count == 3)
    #expect(try ask(folder, "--saved", "aa").status == 64)
    let report = try CommandRun.abacus(
      ["report", "study.yaml", "--out", "report"], in: folder.path(""))
    #expect(report.status == 1)
    #expect(
      report.stderr.contains(
        "queries/b.sql:3: error: the saved question `b` has no answer: there is no field `sit`; did you mean `site`? [unanswered-question]"
      ))
    let markdown = try #require(folder.text(of: "report/report.md"))
    #expect(markdown.contains("### By site"))
    #expect(markdown.contains("Who and where."))
    let manifest = try #require(folder.text(of: "report/manifest.json"))
    #expect(manifest.contains("queries/a.sql"))
  }
}
