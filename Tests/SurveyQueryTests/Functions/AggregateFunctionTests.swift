import CSurveyTable
import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

/// How functions behave as aggregates of SQLite.
@Suite struct AggregateFunctionTests {
  @Test func groupsAndFiltersKeepRowsApart() throws {
    let sql = try PlainConnection.table(
      "g, x, y", "'a', 1, 1", "'a', 3, 2", "'b', 10, 5", "'b', 20, 1", "'b', 30, 9")
    let rows = try sql.rows(
      "SELECT g, mean(x), n(x) FILTER (WHERE y > 1), corr(x, y) FROM t GROUP BY g ORDER BY g")
    #expect(rows[0] == [.text("a"), .number(2), .integer(1), .number(1)])
    #expect(Array(rows[1].prefix(3)) == [.text("b"), .number(20), .integer(2)])
  }

  @Test func noRowsGiveNothingAndACountOfNone() throws {
    let sql = try PlainConnection.table("x", "NULL")
    for rest in ["FROM t", "FROM t WHERE 0"] {
      let row = try sql.rows("SELECT mean(x), n(x), cronbach_alpha(x, x), median(x) \(rest)")[0]
      #expect(row == [.null, .integer(0), .null, .null])
    }
    #expect(
      try sql.value("why('mean', x)", from: "FROM t WHERE 0")
        == .text("there are no rows; widen the condition"))
  }

  @Test func distinctValuesCountOnce() throws {
    let sql = try PlainConnection.table("x", "1", "1", "1", "4")
    #expect(try sql.value("mean(DISTINCT x)", from: "FROM t") == .number(2.5))
  }

  @Test func windowsAreRefused() throws {
    let sql = try PlainConnection.table("x", "1", "2")
    #expect(
      sql.message("SELECT mean(x) OVER (ORDER BY x) FROM t")
        == "mean() may not be used as a window function")
  }

  @Test func aReasonIsGivenOnlyWhereThereIsNoNumber() throws {
    let sql = try PlainConnection.table("x, y", "1, 2", "1, 2", "1, 2")
    let row = try sql.rows(
      "SELECT why('mean', x), why('cronbach_alpha', x, y), why('ci_low', 'median', x), why('sd', x) FILTER (WHERE 0) FROM t"
    )[0]
    #expect(row[0] == .null)
    #expect(
      row[1]
        == .text("the total score has no variance; check that the items are keyed in one direction")
    )
    #expect(
      row[2] == .text("no interval is computed with this statistic; report it with its n"))
    #expect(row[3] == .text("there are no rows; widen the condition"))
  }

  @Test func itemsAreNamedInJSON() throws {
    let columns = [
      SampleColumn("A", [1, 2, 4, 5]), SampleColumn("B", [2, 1, 4, 4]),
      SampleColumn("C", [1, 3, 3, 5]),
    ]
    let scale = Sample.scale("S", of: .items(columns.map(\.item)))
    let sql = try PlainConnection.of(Sample.dataset([Sample.form(columns, scales: [scale])]))
    let rows = try sql.rows(
      "SELECT j.key FROM (SELECT alpha_if_item_dropped(responses, 'S') AS o FROM responses), json_each(o) j"
    )
    #expect(rows == [[.text("A")], [.text("B")], [.text("C")]])
    #expect(
      try sql.value("item_rest_correlation(A, B, C) ->> '$.2' > 0.5", from: "FROM responses")
        == .integer(1))
  }

  @Test func rowsOfAnotherFormAreLeftOut() throws {
    let mentors = Sample.form([SampleColumn("A", [1, 5])], id: "mentor")
    let mentees = Sample.form([SampleColumn("E", [2, 2, 2])], id: "mentee")
    let sql = try PlainConnection.of(Sample.dataset([mentors, mentees]))
    let row = try sql.rows(
      "SELECT mean(responses, 'A'), n(responses, 'A'), mean(responses, 'E') FROM responses")[0]
    #expect(row == [.number(3), .integer(2), .number(2)])
  }

  @Test func anItemOfThePersonCountsAPersonOnce() throws {
    let column = SampleColumn("P", [nil, 5, 1, 2], level: .person)
    let form = Sample.form([column], persons: [0, 0, 0, 1])
    let sql = try PlainConnection.of(Sample.dataset([form]))
    #expect(try sql.value("mean(responses, 'P')", from: "FROM responses") == .number(3.5))
  }

  @Test func personsWithSeveralRowsLeaveNoOrdinaryInterval() throws {
    let column = SampleColumn("A", [1, 2, 3, 4])
    let form = Sample.form([column], persons: [0, 0, 1, 1])
    let sql = try PlainConnection.of(Sample.dataset([form]))
    let row = try sql.rows(
      "SELECT ci_low(responses, 'A'), why('wilson_low', responses, 'A'), wilson_low(A >= 4) > 0 FROM responses"
    )[0]
    #expect(row[0] == .null)
    #expect(
      row[1]
        == .text(
          "4 rows come from 2 persons, so that the usual interval is too narrow; report the number without one"
        ))
    #expect(row[2] == .integer(1))
  }

  @Test func aStoppedQuestionFreesWhatItGathered() throws {
    let sql = try PlainConnection.table("x", "1", "2", "3")
    _ = sql.message("SELECT mean(x), sd(CASE x WHEN 3 THEN 'text' ELSE x END) FROM t")
    #expect(sql.study.openGroupCount == 0)
    sqlite3_progress_handler(sql.handle, 1000, { _ in 1 }, nil)
    let stopped = sql.message(
      "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT 100000) SELECT mean(i), cronbach_alpha(i, i % 7) FROM c"
    )
    #expect(stopped == "interrupted")
    #expect(sql.study.openGroupCount == 0)
  }
}
