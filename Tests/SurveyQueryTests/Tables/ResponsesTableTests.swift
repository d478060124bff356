import SurveyAnalysis
import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

@Suite struct ResponsesTableTests {
  private let data = QueryFixture.twoForms()

  private func rows(_ sql: String) throws -> [[QueryTable.Value]] {
    try QuerySession(data).run(sql).rows
  }

  private func count(_ sql: String) throws -> Int? {
    guard case .integer(let count)? = try rows(sql).first?.first else { return nil }
    return Int(count)
  }

  @Test func formsFollowEachOther() throws {
    #expect(
      try rows("SELECT form, role, min(response), max(response) FROM responses GROUP BY 1, 2") == [
        [.text("mentee"), .text("mentee"), .integer(40), .integer(89)],
        [.text("mentor"), .text("mentor"), .integer(0), .integer(39)],
      ])
  }

  @Test func rowNumbersAreThoseOfQueryData() throws {
    for row in try rows("SELECT responses, form, respondent FROM responses") {
      guard case .integer(let number) = row[0] else { continue }
      let place = try #require(data.place(ofRow: Int(number)))
      let form = data.dataset.forms[place.formIndex]
      #expect(row[1] == .text(form.form.id))
      #expect(row[2] == .integer(Int64(form.persons[place.row]) + 1))
    }
  }

  @Test func everyCodeAndKindOfMissingIsThere() throws {
    let answers = try rows("SELECT a2, a2_label, a2_missing, a2_keyed FROM responses LIMIT 40")
    let cells = data.dataset.forms[0].items["a2"]?.cells ?? []
    #expect(answers.count == cells.count)
    for (row, cell) in zip(answers, cells) {
      if let reason = MissingReason(cell: cell) {
        #expect(row == [.null, .null, .text(reason.rawValue), .null])
      } else {
        let code = Int64(cell) + 1
        #expect(row == [.integer(code), .text("option \(code)"), .null, .integer(6 - code)])
      }
    }
  }

  @Test func columnsOfTheOtherFormHaveNoKindOfMissing() throws {
    #expect(
      try count("SELECT count(b1) + count(b1_missing) FROM responses WHERE form = 'mentor'") == 0)
  }

  @Test func optionsAreTickedOrNot() throws {
    #expect(
      try rows(
        "SELECT use_x, use_y FROM responses WHERE response BETWEEN 1 AND 4 ORDER BY response") == [
          [.integer(1), .integer(0)], [.integer(0), .integer(1)], [.integer(1), .integer(1)],
          [.null, .null],
        ])
  }

  @Test func scoresAreThoseOfTheReport() throws {
    let form = data.dataset.forms[0]
    let scale = try #require(form.form.scale("A"))
    let scores = ScaleScores(
      of: scale.items, rule: scale.scoring, in: form, rows: (0..<40).map { Int32($0) }
    ).scores
    let own = try rows("SELECT A FROM responses WHERE form = 'mentor' ORDER BY response")
    #expect(own == scores.map { [$0.map(QueryTable.Value.number) ?? .null] })
  }

  @Test func tooManyColumnsLoseLabelsFirst() {
    let columns = [ColumnRank.always, .label, .missing, .keyed, .always].enumerated().map {
      TableColumn(name: "c\($0)", type: .text, summary: "", rank: $1) { _ in .same(.null) }
    }
    func kept(_ limit: Int) -> [String] {
      TableDefinition("t", "Rows", limit: limit, columns: columns) { [] }.columns.map(\.name)
    }
    #expect(kept(5) == ["c0", "c1", "c2", "c3", "c4"])
    #expect(kept(4) == ["c0", "c2", "c3", "c4"])
    #expect(kept(3) == ["c0", "c3", "c4"])
    #expect(kept(2) == ["c0", "c4"])
    #expect(kept(1).isEmpty)
    #expect(
      TableDefinition("t", "Rows", limit: 3, columns: columns) { [] }.summary
        == "Rows; SQLite allows 3 columns, so the labels, the kinds of missing are left out")
  }

  @Test func aStudyWithoutResponsesHasEmptyTables() throws {
    let empty = QueryData(
      dataset: SurveyDataset(
        codebook: Codebook(instrument: Instrument(id: "x", title: "X"), forms: []), waves: [],
        forms: [], intake: [], pairCount: 0), findings: [], confidenceLevel: 0.95)
    let session = try QuerySession(empty)
    for table in session.tables {
      #expect(try session.run("SELECT * FROM \(table.name) WHERE rowid = 1").rows.isEmpty)
      #expect(try session.run("SELECT count(*) FROM \(table.name)").rows == [[.integer(0)]])
    }
  }
}
