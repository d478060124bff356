import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis
@testable import SurveyQuery

/// Ends of intervals have the level of the study, whichever way they are asked for.
@Suite struct StudyLevelTests {
  /// Persons with two rows each, who answer about themselves in both.
  private static let columns = (0..<4).map { place in
    SampleColumn(
      "a\(place)",
      (0..<48).map { row in
        let person = row / 2
        return .code(min(5, max(1, person % 5 + 1 + (person * (place + 3) / 2) % 3 - 1)))
      }, level: .person)
  }
  private static let dataset = Sample.dataset([
    Sample.form(
      columns, scales: [Sample.scale("s", of: .items(columns.map(\.item)))],
      persons: (0..<48).map { $0 / 2 })
  ])

  private static func results(_ level: Double) -> AnalysisResults {
    StudyAnalysis(
      dataset: dataset, confidenceLevel: level, missing: .listwise,
      disclosure: DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1),
      asked: [McDonaldOmega.definition]
    ).run()
  }

  @Test(arguments: [0.8, 0.95, 0.99])
  func endsByNameAreThoseOfTheReport(level: Double) throws {
    let sql = try PlainConnection.of(Self.dataset, level: level)
    let results = Self.results(level)
    func expect(_ call: String, _ expected: Double?) throws {
      #expect(
        try sql.value(call, from: "FROM responses") == .number(#require(expected)), "\(call)")
    }
    let item = try #require(results.items.first?.content.detail)
    try expect("ci_low(responses, 'a0')", item.meanInterval?.interval?.lower)
    try expect("wilson_high(responses, 'a0')", item.agree?.interval.interval?.upper)
    let scale = try #require(results.scales.first?.content.detail)
    try expect("mean(responses, 's')", scale.description.mean)
    try expect("ci_high(responses, 's')", scale.meanInterval.interval?.upper)
    let reliability = try #require(results.reliabilities.first?.content.detail)
    #expect(reliability.headline.passport.usedCount == 24)
    try expect(
      "ci_low('cronbach_alpha', responses, 's')", reliability.headline.interval?.interval?.lower)
    let omega = try #require(try reliability.asked.first?.outcome.get().first?.interval?.interval)
    #expect(omega.level == level)
    try expect("ci_high('mcdonald_omega', responses, 's')", omega.upper)
  }

  @Test func endsByColumnsFollowTheLevelToo() throws {
    let calls = [
      "ci_low(a0)", "wilson_low(a0 > 3)", "ci_low('corr', a0, a1)", "ci_low('cohen_kappa', a0, a1)",
      "ci_low('icc', a0, a1)", "ci_low('cronbach_alpha', a0, a1, a2)",
      "ci_low('mcdonald_omega', a0, a1, a2, a3)", "ci_low('standardized_alpha', a0, a1, a2)",
    ]
    let ends = try [0.8, 0.95].map { level in
      let sql = try PlainConnection.of(Self.dataset, level: level)
      return try calls.map { call -> Double in
        guard case .number(let end) = try sql.value(call, from: "FROM responses") else {
          Issue.record("\(call)")
          return .nan
        }
        return end
      }
    }
    for (place, call) in calls.enumerated() { #expect(ends[0][place] > ends[1][place], "\(call)") }
  }

  @Test func questionsForIntervalsAreKnown() throws {
    let session = try QuerySession(
      QueryData(dataset: Self.dataset, findings: [], confidenceLevel: 0.8))
    #expect(session.asksForInterval("SELECT CI_low(a0) FROM responses"))
    #expect(session.asksForInterval("SELECT wilson_high(a0 > 3) FROM responses"))
    #expect(!session.asksForInterval("SELECT avg(a0), 'ci_low' FROM responses"))
  }
}
