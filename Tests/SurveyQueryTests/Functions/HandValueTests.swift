import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

/// Numbers that can be checked on paper.
@Suite struct HandValueTests {
  @Test(arguments: [
    ("quantile(x, 0.25)", 3), ("quantile(x, 0.1)", 1.8), ("quantile(x, 0)", 1),
    ("quantile(x, 1)", 10),
    ("quantile(x, 0.5)", 4), ("median(x)", 4), ("mean(x)", 5), ("sd(x)", 12.5.squareRoot()),
    ("variance(x)", 12.5), ("quantile_third_quartile(x)", 7),
  ])
  func oneColumn(call: String, expected: Double) throws {
    // 1, 3, 4, 7, 10: mean 5, squares 16 + 4 + 1 + 4 + 25 = 50; a quarter of the way is the 2nd of 5.
    let sql = try PlainConnection.table("x", "1", "NULL", "10", "4", "3", "7")
    expectClose(try sql.value(call, from: "FROM t").number, .derived(expected))
  }

  @Test func ranksOfEqualValuesAreShared() throws {
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: Sxy = 4.5, Sxx = 4.5, Syy = 5.
    let sql = try PlainConnection.table("x, y", "10, 1", "20, 30", "20, 2", "90, 31", "NULL, 4")
    expectClose(
      try sql.value("spearman(x, y)", from: "FROM t").number,
      .derived((4.5 / 5).squareRoot()))
  }

  @Test func correlationIsThatOfPearson() throws {
    // Deviations −1, 0, 1 and −1, 1, 0: 1 / √(2 · 2).
    let sql = try PlainConnection.table("x, y", "1, 1", "2, 3", "3, 2", "4, NULL")
    expectClose(try sql.value("corr(x, y)", from: "FROM t").number, .derived(0.5))
  }

  @Test func valuesCountByTheirWeights() throws {
    let sql = try PlainConnection.table("x, w", "1, 3", "5, 1", "NULL, 9", "7, NULL", "100, 0")
    expectClose(
      try sql.value("weighted_mean(x, w)", from: "FROM t").number, .derived(2))
  }

  @Test func highestAnswersAreThoseOfTheScale() throws {
    let sql = try PlainConnection.table("x", "4", "3", "4", "1", "NULL")
    let row = try sql.rows("SELECT top2(x, 5), top2(x, 4), proportion(x >= 4) FROM t")[0]
    #expect(row == [.number(0.5), .number(0.75), .number(0.5)])
  }

  @Test func goodNewsOfAReversedItemIsAtTheLowEnd() throws {
    let item = SampleColumn("R", [1, 2, 5, 4, nil], keying: .reverse)
    let sql = try PlainConnection.of(Sample.dataset([Sample.form([item])]))
    let row = try sql.rows(
      "SELECT favourable(responses, 'R') FILTER (WHERE R <> 4), top2(responses, 'R') FROM responses"
    )
    #expect(row[0] == [.number(2.0 / 3), .number(0.5)])
  }

  @Test func halfOfTwoHasTheWilsonInterval() throws {
    // p = 1/2, n = 2: centre 1/2, half width z √(1/8 + z²/16) / (1 + z²/2) = 0.4055.
    let sql = try PlainConnection.table("x", "1", "0", "NULL")
    let row = try sql.rows("SELECT wilson_low(x), wilson_high(x), wilson_low(x > 5) FROM t")[0]
    expectClose(row[0].number, .published("0.0945"))
    expectClose(row[1].number, .published("0.9055"))
    #expect(row[2] == .number(0))
  }

  @Test func aMeanHasStudentsInterval() throws {
    // 1, 2, 3: mean 2, standard error 1/√3, t of 2 degrees of freedom 4.302653.
    let sql = try PlainConnection.table("x", "1", "2", "3")
    let row = try sql.rows("SELECT ci_low(x), ci_high('mean', x) FROM t")[0]
    expectClose(row[0].number, .published("-0.4841"))
    expectClose(row[1].number, .published("4.4841"))
  }

  @Test func wholeNumbersMayBeLargeOrWrittenAsReals() throws {
    let sql = try PlainConnection.table("x", "1000", "1002.0", "-5", "300", "0.5")
    expectClose(
      try sql.value("mean(x)", from: "FROM t WHERE x > 0.5").number,
      .derived(2302.0 / 3))
    expectClose(
      try sql.value("mean(x)", from: "FROM t").number, .derived(459.5))
  }
}
