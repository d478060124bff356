import TestSupport
import Testing

/// Answers to a question with several options that can't be read.
@Suite struct UnreadableTicksTests {
  /// Rows with the ticks `a`, `b`, `a`, … of which the last `unreadable` have another word.
  private func study(rows: Int, unreadable: Int) throws -> StudyFolder {
    let answers = (0..<rows).map { row in
      row >= rows - unreadable ? "p\(row),4,maybe," : "p\(row),3,yes,\(row % 2 == 0 ? "yes" : "")"
    }
    return try StudyFolder(files: [
      "codebook.yaml": """
      schema: abacus.codebook/1
      instrument: {id: t, title: T}
      response_scales: {r: {kind: numeric, minimum: 0, maximum: 10}}
      forms:
        m:
          items: [{id: A, stem: S, response_scale: r}]
          multi_select: [{id: Q, stem: Which, options: [{code: a, label: Exams}, {code: b, label: Jobs}]}]
      attributes: [{id: who, use: respondent}]
      """,
      "a.csv": "who,A,Q_a,Q_b\n" + answers.joined(separator: "\n") + "\n",
      "study.yaml":
        "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources:\n  - {file: a.csv, form: m}\n",
    ])
  }

  @Test func theRowsOfAQuestionAddUp() throws {
    let study = try study(rows: 30, unreadable: 2)
    #expect(try study.run("report", "study.yaml", "--out", "out").status <= 1)
    let report = try #require(study.scratch.text(of: "out/report.md"))
    #expect(report.split(separator: "\n").contains { $0.hasPrefix("| Unreadable") })
    let json = try PrintedJSON(#require(study.scratch.text(of: "out/report.json")))
    let question = try #require(try json.list("multi_select").first)
    let parts = [
      "row_count", "nothing_ticked_count", "not_shown_count", "broken_off_count",
      "unreadable_count",
    ].compactMap { question[$0] as? Int }
    #expect(parts == [28, 0, 0, 0, 2])
  }

  @Test func ofASmallGroupTheyAreNotCounted() throws {
    let study = try study(rows: 10, unreadable: 2)
    #expect(try study.run("report", "study.yaml", "--out", "out").status <= 1)
    let report = try #require(study.scratch.text(of: "out/report.md"))
    #expect(!report.split(separator: "\n").contains { $0.hasPrefix("| Unreadable") })
    let json = try PrintedJSON(#require(study.scratch.text(of: "out/report.json")))
    let question = try #require(try json.list("multi_select").first)
    #expect(question["unreadable_count"] as? Int == nil)
  }
}
