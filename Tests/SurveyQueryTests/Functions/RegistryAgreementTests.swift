import Foundation
import NumericCore
import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis
@testable import SurveyQuery

/// Every statistic of the registry gives over SQL what it gives to the report, bit for bit.
@Suite struct RegistryAgreementTests {
  let dataset: SurveyDataset
  let sql: PlainConnection

  init() throws {
    dataset = try #require(Example.dataset)
    sql = try PlainConnection.of(dataset)
  }

  @Test(arguments: StatisticRegistry.all.map(\.id.rawValue))
  func agreesWithItsDefinition(id: String) throws {
    let definition = try #require(StatisticRegistry.definition(id: StableID(rawValue: id)))
    switch definition.input {
    case .column: try compareColumns(definition)
    case .share: try compareShares(definition)
    case .items, .answers: try compareScales(definition)
    case .subscales: try compareSubscales(definition)
    case .pair:
      try compare(definition, "MA1, MA2") { .pair(try numbers("MA1"), try numbers("MA2")) }
    case .raters:
      try compare(definition, "MA1, MA2, MA3") {
        .raters([try numbers("MA1"), try numbers("MA2"), try numbers("MA3")])
      }
    case .groups: Issue.record("\(id) can't be asked for in SQL; teach it to `StatisticFunctions`")
    }
  }

  @Test func everyOtherNameIsKnown() {
    for definition in StatisticRegistry.all {
      for name in [definition.id.rawValue] + definition.otherNames {
        #expect(FunctionCatalogue.function(name) != nil, "\(name)")
      }
    }
    for name in ["sd", "mean", "icc", "kappa", "omega"] {
      #expect(FunctionCatalogue.function(name) != nil, "\(name)")
    }
  }

  @Test func noNameIsOneOfSQLitesOwn() throws {
    let connection = try PlainConnection.empty()
    let own = try connection.rows("SELECT name FROM pragma_function_list WHERE builtin = 1")
      .compactMap { $0.first?.text }
    #expect(Set(own).isDisjoint(with: StatisticFunctions.all.map(\.name)))
  }

  @Test func anotherNameOfOneValueGivesThatValue() throws {
    let rows = try sql.rows(
      "SELECT linear_kappa(MA1, MA2), weighted_kappa_linear(MA1, MA2), quadratic_kappa(MA1, MA2), weighted_kappa_quadratic(MA1, MA2) FROM responses"
    )
    #expect(rows[0][0] == rows[0][1])
    #expect(rows[0][2] == rows[0][3])
    #expect(rows[0][0] != rows[0][2])
  }

  @Test func columnsHaveTheIntervalOfIndependentRows() throws {
    let names = ["MB1_keyed", "MB2_keyed", "MB3_keyed"]
    let analysis = BareAnalysis(
      columns: try names.map { .init(name: $0, values: try numbers($0)) }, confidenceLevel: 0.95)
    let asked = [McDonaldOmega.definition, CronbachAlpha.definition]
    let result = analysis.reliability(policy: .listwise, limits: nil, asked: asked).result
    let outcomes = try #require(result.content.detail?.asked).map { try $0.outcome.get()[0] }
    let list = names.joined(separator: ", ")
    let row = try sql.rows(
      "SELECT ci_low('omega', \(list)), ci_high('cronbach_alpha', \(list)) FROM responses")[0]
    #expect(row[0].number != nil)
    #expect(
      row.map(\.number) == [
        outcomes[0].interval?.interval?.lower, outcomes[1].interval?.interval?.upper,
      ])
  }

  // MARK: By shape

  private func compareColumns(_ definition: StatisticDefinition) throws {
    for item in ["MA1", "MC3"] {
      let codes = try numbers(item).compactMap { $0.map { Int($0) } }
      let tally = ItemTally(of: try ItemCodes(answers: codes))
      try compare(definition, item) { .tally(tally) }
      try compare(definition, "responses, '\(item)'") { .tally(tally) }
    }
    for form in dataset.forms {
      for scale in form.form.scales.prefix(2) {
        let rows = Array(0..<Int32(form.rowCount))
        let scores = ScaleScores(of: scale.items, rule: scale.scoring, in: form, rows: rows)
        try compare(definition, "responses, '\(scale.id)'") {
          .column(scores.scores.compactMap(\.self))
        }
      }
    }
  }

  private func compareShares(_ definition: StatisticDefinition) throws {
    let answers = try numbers("MA1").compactMap(\.self)
    let input = StatisticInput.share(
      try Proportion(successCount: answers.count { $0 >= 4 }, totalCount: answers.count))
    try compare(definition, "MA1 >= 4") { input }
    try compare(definition, "responses, 'MA1'") { input }
  }

  private func compareScales(_ definition: StatisticDefinition) throws {
    for form in dataset.forms {
      for scale in form.form.scales.filter({ !$0.items.isEmpty }).prefix(3) {
        let rows = Array(0..<Int32(form.rowCount))
        let codes = try ResponseMatrix(form, items: scale.items, rows: rows).keyedCodes()
        for policy in MissingDataPolicy.allCases {
          let tally = try PairTally(of: codes, policy: policy)
          let input =
            definition.input == .answers
            ? StatisticInput.answers(tally) : .items(try CovarianceMatrix(of: tally))
          let columns = scale.items.map { "\($0.id)_keyed" }.joined(separator: ", ")
          try compare(definition, "\(columns), '\(policy)'") { input }
          try compare(
            definition, "responses, '\(scale.id)', '\(policy)'", itemNames: scale.items.map(\.id)
          ) { input }
        }
      }
    }
  }

  private func compareSubscales(_ definition: StatisticDefinition) throws {
    let form = try #require(dataset.responses(to: "mentor"))
    let parts = ["MA_ROLE", "MA_CHAR"].compactMap(form.form.scale).map(\.items)
    let rows = Array(0..<Int32(form.rowCount))
    let codes = try ResponseMatrix(form, items: parts.flatMap(\.self), rows: rows).keyedCodes()
    let covariance = try CovarianceMatrix(of: PairTally(of: codes, policy: .listwise))
    try compare(definition, "responses, 'MA'") {
      .subscales(covariance, [[0, 1, 2, 3], [4, 5, 6, 7]])
    }
  }

  // MARK: Comparing

  private func numbers(_ column: String) throws -> [Double?] {
    try sql.rows("SELECT \(column) FROM responses ORDER BY responses").map { $0[0].number }
  }

  /// Compares every output of a statistic, and the reason where it has none.
  private func compare(
    _ definition: StatisticDefinition, _ arguments: String, itemNames: [String]? = nil,
    _ input: () throws -> StatisticInput
  ) throws {
    let input = try input()
    let expected: [NamedValue]
    do throws(NumericError) {
      expected = try definition.compute(input)
    } catch {
      try refused(definition, arguments, error)
      return
    }
    for output in definition.outputs {
      let values = expected.filter { $0.name == output }
      let name =
        definition.outputs.count > 1 ? "\(definition.id)_\(output)" : definition.id.rawValue
      let cell = try sql.value("\(name)(\(arguments))", from: "FROM responses")
      let comment: Comment = "\(name)(\(arguments))"
      if values.count == 1, values[0].item == nil {
        #expect(cell.number?.bitPattern == values[0].value?.bitPattern, comment)
      } else {
        #expect(try several(cell, values, itemNames) == values.map(\.value), comment)
      }
      guard let interval = values.first?.interval, definition.input != .items else { continue }
      guard !arguments.hasPrefix("responses") else { continue }
      let ends = try sql.rows(
        "SELECT ci_low('\(name)', \(arguments)), ci_high('\(name)', \(arguments)) FROM responses")[
          0]
      #expect(ends.map(\.number) == [interval.lower, interval.upper], comment)
    }
  }

  private func refused(
    _ definition: StatisticDefinition, _ arguments: String, _ error: NumericError
  ) throws {
    let name =
      definition.id == "quantile" ? "quantile_first_quartile" : definition.id.rawValue
    let row = try sql.rows(
      "SELECT \(name)(\(arguments)), why('\(name)', \(arguments)) FROM responses")[0]
    #expect(row == [.null, .text(error.description)], "\(name)(\(arguments))")
  }

  /// The numbers of a JSON object by item, or of an array.
  private func several(
    _ cell: PlainConnection.Cell, _ values: [NamedValue], _ itemNames: [String]?
  ) throws -> [Double?] {
    let data = Data(try #require(cell.text).utf8)
    guard values[0].item != nil else { return try JSONDecoder().decode([Double?].self, from: data) }
    let members = try JSONDecoder().decode([String: Double?].self, from: data)
    return values.map { value in
      let item = value.item ?? 0
      return members[itemNames?[item] ?? String(item + 1)] ?? nil
    }
  }
}
