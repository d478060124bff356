import TestSupport
import Testing

/// The same eight responses in two files: an early one that leaves blank what was not answered, and a
/// late one that writes `-99` for what was seen and not answered.
@Suite struct BreakOffStudyTests {
  private static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    waves: [early, late]
    roles: {mentor: {singular: mentor, plural: mentors}}
    response_scales: {five: {kind: numeric, minimum: 1, maximum: 5}}
    forms:
      mentor:
        items:
          - {id: A1, stem: "A one", response_scale: five}
          - {id: A2, stem: "A two", response_scale: five}
          - {id: A3, stem: "A three", response_scale: five}
          - {id: A4, stem: "A four", response_scale: five}
          - {id: B1, stem: "B one", response_scale: five}
          - {id: B2, stem: "B two", response_scale: five}
        scales:
          - {id: SA, items: [A1, A2, A3, A4]}
          - {id: SB, items: [B1, B2]}
          - {id: SD, subscales: [SA, SB], min_answered: all}
        multi_select:
          - {id: Q, stem: Which, options: [{code: x, label: X}, {code: y, label: Y}]}
        open: [{id: O, stem: Say}]
    attributes:
      - {id: who, use: respondent}

    """

  /// A1 to A4, B1, B2, two options, the open question; `*` was seen and not answered.
  private static let rows = [
    "True,p1,3,2,3,4,1,2,X,*,words",  // SA 3, SB 1.5, SD 2.25
    "True,p2,1,1,4,*,3,3,*,*,*",  // SA 2, SB 3, SD 2.5
    "False,p3,5,,,,,,,,",  // one answer of four: no score
    "False,p4,2,2,5,,,,,,",  // SA 3, no SD
    "False,p5,1,1,1,1,,,,,",  // SA 1, no SD
    "False,p6,,,,,,,,,",  // nothing
    "False,p7,2,2,2,2,2,2,X,Y,",  // SA 2, SB 2, SD 2
    "True,p8,4,4,4,4,3,4,*,Y,words",  // SA 4, SB 3.5, SD 3.75
  ]

  private func folder() throws -> StudyFolder {
    let names = "Finished,who,A1,A2,A3,A4,B1,B2,Q_1,Q_2,O"
    let wordings =
      "Finished,Who,A one,A two,A three,A four,B one,B two,Which - X,Which - Y,Say"
    let ids = ["finished", "who"] + (1...6).map { "QID\($0)" } + ["QID7_1", "QID7_2", "QID8_TEXT"]
    let header =
      [names, wordings, ids.map { "\"{\"\"ImportId\"\":\"\"\($0)\"\"}\"" }.joined(separator: ",")]
    func file(_ mark: String) -> String {
      (header + Self.rows.map { $0.replacing("*", with: mark) }).joined(separator: "\n") + "\n"
    }
    return try StudyFolder(files: [
      "codebook.yaml": Self.codebook, "early.csv": file(""), "late.csv": file("-99"),
      "study.yaml": """
      schema: abacus.study/1
      title: T
      codebook: codebook.yaml
      access: private
      invited: {mentor: 10}
      disclosure: {minimum: 1, full_from: 2, largest_share: 1}
      sources:
        - {file: early.csv, form: mentor, wave: early}
        - {file: late.csv, form: mentor, wave: late}

      """,
    ])
  }

  private func csv(_ arguments: String...) throws -> [String] {
    let folder = try folder()
    let run = try CommandRun.abacus(
      arguments + ["--format", "csv"], in: folder.scratch.path(""))
    #expect(run.status == 0, "\(run.stderr)")
    return run.stdout.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func bothFilesGiveTheScoresWorkedOutByHand() throws {
    let rows = try csv(
      "query", "study.yaml",
      "SELECT wave, SA, SB, SD FROM responses ORDER BY wave, response")
    let scores = [
      "3,1.5,2.25", "2,3,2.5", ",,", "3,,", "1,,", ",,", "2,2,2", "4,3.5,3.75",
    ]
    #expect(
      rows.dropFirst().map { $0 }
        == scores.map { "early,\($0)" } + scores.map { "late,\($0)" })
  }

  @Test func sqlCountsWhatIsBrokenOffAlikeAndNoTick() throws {
    let rows = try csv(
      "query", "study.yaml",
      """
      SELECT wave, sum(A2_missing = 'broken_off') AS a2, sum(B2_missing = 'broken_off') AS b2,
        sum(A4_missing = 'skipped') AS a4, count(Q_x) AS q, count(SD) AS sd
      FROM responses GROUP BY wave ORDER BY wave
      """)
    #expect(rows.dropFirst().map { $0 } == ["early,2,4,1,4,4", "late,2,4,1,4,4"])
  }

  @Test func aConditionFindsThem() throws {
    let rows = try csv(
      "query", "study.yaml", "n(A1), mean(SA) where B1 is broken_off and A1 is not missing by wave")
    // p3, p4 and p5: three answers to A1, and scores of 3 and 1.
    #expect(rows.dropFirst().map { $0 } == ["early,3,3,3,2", "late,3,3,3,2"])
  }

  @Test func theReportGivesBothRatesAndCountsAlike() throws {
    let folder = try folder()
    let run = try folder.run("report", "study.yaml", "--out", "out")
    #expect(run.status == 0, "\(run.stderr)")
    let text = try #require(folder.scratch.text(of: "out/report.md"))
      .replacing("\n> ", with: " ")
    #expect(
      text.contains(
        "partial responses included, among all who were invited. Without partial responses (RR5) it is 30 % of the mentors."
      ))
    #expect(text.contains("4 mentors gave partial responses only."))
    #expect(text.contains("1 mentor left before the first answer"))
    #expect(text.contains("| Broken off before"))
    let report = try PrintedJSON(try #require(folder.scratch.text(of: "out/report.json")))
    let flow = try #require(report.top[object: "responses"][list: "forms"].first)
    #expect(flow["person_count"] as? Int == 7)
    #expect(flow["response_rate"] as? Double == 0.7)
    #expect(flow["complete_response_rate"] as? Double == 0.3)
    #expect(flow[list: "waves"].count == 2)
    for wave in flow[list: "waves"] {
      #expect(wave["asked_count"] as? Int == 48)
      #expect(wave[object: "missing"]["broken_off"] as? Int == 16)
      #expect(wave[object: "missing"]["skipped"] as? Int == 1)
      #expect(wave[object: "missing"]["not_administered"] as? Int == 0)
    }
    for question in try report.list("multi_select") {
      #expect(question["row_count"] as? Int == 3)
      #expect(question["nothing_ticked_count"] as? Int == 1)
      #expect(question["broken_off_count"] as? Int == 4)
      #expect(question["unreadable_count"] as? Int == 0)
    }
  }
}
