import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis
@testable import SurveyQuery

/// Items and scales by name have the numbers and intervals of the report, bit for bit.
@Suite struct ReportAgreementTests {
  let dataset: SurveyDataset
  let sql: PlainConnection

  /// The report's results with everything shown.
  private static let results = Example.dataset.map { dataset in
    StudyAnalysis(
      dataset: dataset, missing: .listwise,
      disclosure: DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1)
    ).run()
  }
  let results: AnalysisResults

  init() throws {
    dataset = try #require(Example.dataset)
    sql = try PlainConnection.of(dataset)
    results = try #require(Self.results)
  }

  @Test func itemsHaveTheReportsNumbers() throws {
    var comparedCount = 0
    for result in results.items {
      guard let detail = result.content.detail, let description = detail.description else {
        continue
      }
      let name = "responses, '\(result.item.id)'"
      let shares = [
        "top2(\(name))", "favourable(\(name))", "wilson_low(\(name))",
        "ci_high('favourable', \(name))",
      ]
      // A rating has no such shares; SQL refuses them.
      let hasShares = detail.agree != nil
      let row = try numbers(
        [
          "n(\(name))", "mean(\(name))", "sd(\(name))", "skewness(\(name))", "ci_low(\(name))",
          "ci_high(\(name))",
        ] + (hasShares ? shares : [String](repeating: "max(NULL)", count: shares.count)) + [
          "quantile(\(name), 0.25)"
        ],
        wave: result.wave)
      let mean = detail.meanInterval?.interval
      #expect(
        row == [
          Double(description.count), description.mean, description.standardDeviation,
          description.skewness.type2, mean?.lower, mean?.upper, detail.agree?.proportion.rate,
          detail.favourable?.proportion.rate, detail.agree?.interval.interval?.lower,
          detail.favourable?.interval.interval?.upper, description.quartiles.lower,
        ], "\(result.item.id), wave \(result.wave)")
      comparedCount += 1
    }
    #expect(comparedCount > 50)
  }

  @Test func scalesHaveTheReportsNumbers() throws {
    for result in results.scales {
      let detail = result.content.detail
      let name = "responses, '\(result.scale.id)'"
      let row = try numbers(
        ["mean(\(name))", "sd(\(name))", "median(\(name))", "ci_low(\(name))", "ci_high(\(name))"],
        wave: result.wave)
      let mean = detail?.meanInterval.interval
      #expect(
        row == [
          detail?.description.mean, detail?.description.standardDeviation,
          detail?.description.median,
          mean?.lower, mean?.upper,
        ], "\(result.scale.id), wave \(result.wave)")
    }
  }

  @Test func scalesHaveTheReportsReliability() throws {
    for result in results.reliabilities {
      let detail = result.content.detail
      let id = detail?.headline.passport.definitionID ?? "cronbach_alpha"
      let name = "responses, '\(result.scale.id)'"
      let row = try numbers(
        ["\(id)(\(name))", "standardized_alpha(\(name))"], wave: result.wave)
      let standardized = detail?.others.first {
        $0.passport.definitionID == "standardized_alpha"
      }
      #expect(row == [detail?.headline.value, standardized?.value], "\(result.scale.id)")
    }
  }

  @Test func aCoefficientHasTheReportsInterval() throws {
    for id in ["MB_GROW", "EB_GROW"] {
      let result = try #require(results.reliabilities.first { $0.scale.id == id && $0.wave == 0 })
      let interval = result.content.detail?.headline.interval?.interval
      let row = try numbers(
        [
          "ci_low('cronbach_alpha', responses, '\(id)')",
          "ci_high('cronbach_alpha', responses, '\(id)')",
        ], wave: 0)
      #expect(row == [interval?.lower, interval?.upper], "\(id)")
    }
  }

  private func numbers(_ expressions: [String], wave: Int) throws -> [Double?] {
    let list = expressions.map { "\($0) FILTER (WHERE wave = \(wave))" }
    return try sql.rows("SELECT \(list.joined(separator: ", ")) FROM responses")[0].map(\.number)
  }
}
