import NumericCore
import NumericTestSupport
import Testing

/// Every statistic of scales over answers that nobody hopes for.
@Suite struct HostileInputTests {
  /// Values that lie between −1 and 1.
  static let correlations: Set<String> = ["correlation", "average", "minimum", "maximum"]
  /// Values that may be anything from 0 upwards.
  static let sizes: Set<String> = [
    "of_sum", "of_mean", "chi_squared", "degrees_of_freedom", "components_by_mean",
    "components_by_percentile_95", "components",
  ]
  /// Values from 0 to 1.
  static let shares: Set<String> = ["kmo", "p_value", "average_variance_extracted"]

  @Test(arguments: HostileScale.all) func everyValueIsInItsRangeOrHasAReason(scale: HostileScale) {
    for policy in MissingDataPolicy.allCases {
      for definition in StatisticRegistry.all {
        guard let input = scale.input(definition, policy) else { continue }
        do throws(NumericError) {
          for value in try definition.compute(input) {
            expectInRange(value, of: definition, "\(scale.name), \(policy)")
          }
        } catch {
          #expect(error.description.contains("; "), "\(definition.id), \(scale.name): \(error)")
        }
      }
    }
  }

  @Test(arguments: HostileScale.all.filter { $0.columns.count <= 5 })
  func everyIntervalContainsItsValue(scale: HostileScale) throws {
    let options = try BootstrapOptions(resampleCount: 100, seed: 1)
    for definition in StatisticRegistry.all {
      guard let resampling = definition.resampling else { continue }
      for policy in MissingDataPolicy.allCases {
        let drawn: BootstrapDistribution?
        switch resampling {
        case .numbers(let resample):
          drawn = (try? ItemRows(columns: scale.columns, policy: policy))
            .flatMap { try? resample($0, options) }
        case .answers(let resample):
          drawn = scale.codes.flatMap { try? resample($0, nil, options) }
        }
        guard let drawn, let interval = try? drawn.interval(level: 0.95) else { continue }
        let place: Comment = "\(definition.id), \(scale.name), \(policy)"
        #expect(interval.lower <= interval.upper, place)
        #expect(interval.lower <= drawn.estimate + 1e-9, place)
        #expect(drawn.estimate <= interval.upper + 1e-9, place)
      }
    }
  }

  private func expectInRange(
    _ value: NamedValue, of definition: StatisticDefinition, _ place: String
  ) {
    guard let number = value.value else { return }
    let comment: Comment = "\(definition.id) \(value.name) \(number), \(place)"
    #expect(number.isFinite, comment)
    let (lowest, highest) = Self.limits(value.name, definition)
    #expect(number >= lowest - 1e-9 && number <= highest + 1e-9, comment)
    if let interval = value.interval {
      #expect(interval.lower <= interval.upper, comment)
      #expect(interval.lower <= number + 1e-9 && number <= interval.upper + 1e-9, comment)
    }
  }

  private static func limits(
    _ name: String, _ definition: StatisticDefinition
  ) -> (Double, Double) {
    if definition.id == "eigenvalues" { return (-.infinity, .infinity) }
    if sizes.contains(name) { return (0, .infinity) }
    if shares.contains(name) { return (0, 1) }
    let isCorrelation = definition.id == "split_half" ? false : correlations.contains(name)
    // Reliabilities have no lower limit.
    return isCorrelation ? (-1, 1) : (-.infinity, 1)
  }
}

/// Answers to the items of one scale.
struct HostileScale: Sendable, CustomTestStringConvertible {
  let name: String
  let columns: [[Double?]]
  var testDescription: String { name }

  /// The same as codes; `nil` where they are none.
  var codes: [ItemCodes]? {
    var items: [ItemCodes] = []
    for column in columns {
      let answers = column.map { $0.flatMap { Int(exactly: $0) } }
      guard zip(column, answers).allSatisfy({ ($0 == nil) == ($1 == nil) }),
        let item = try? ItemCodes(answers: answers)
      else { return nil }
      items.append(item)
    }
    return items
  }

  /// The data for a statistic of scales; `nil` where they have no such shape or can't be counted.
  func input(_ definition: StatisticDefinition, _ policy: MissingDataPolicy) -> StatisticInput? {
    switch definition.input {
    case .items:
      (try? CovarianceMatrix(columns: columns, policy: policy)).map { .items($0) }
    case .answers:
      codes.flatMap { try? PairTally(of: $0, policy: policy) }.map { .answers($0) }
    default: nil
    }
  }

  static let all: [HostileScale] = invented + drawn

  private static let invented: [HostileScale] = [
    HostileScale(name: "one row", columns: [[1], [2], [3]]),
    HostileScale(name: "two rows", columns: [[1, 2], [2, 1], [1, 3]]),
    HostileScale(name: "one item", columns: [[1, 2, 3, 4]]),
    HostileScale(name: "one category", columns: [[3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 3]]),
    HostileScale(
      name: "a constant item", columns: [[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [3, 3, 3, 3, 3]]),
    HostileScale(
      name: "two items, one constant", columns: [[1, 2, 3, 4, 5], [2, 2, 2, 2, 2]]),
    HostileScale(
      name: "perfect correlations", columns: [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]),
    HostileScale(name: "mirrored items", columns: [[1, 2, 3, 4], [4, 3, 2, 1]]),
    HostileScale(
      name: "negative alpha",
      columns: [[1, 2, 3, 4, 5, 2], [5, 4, 3, 2, 2, 4], [3, 1, 5, 1, 3, 3]]),
    HostileScale(
      name: "pairs without rows", columns: [[1, 2, 3, nil, nil, nil], [nil, nil, nil, 1, 2, 3]]),
    HostileScale(
      name: "huge values",
      columns: [[1e154, 2e154, -3e154, 1e153], [2e154, 1e154, -1e154, 5e153], [1e154, 0, 1, 2]]),
    HostileScale(
      name: "huge values, tiny differences",
      columns: [
        [1e15, 1e15 + 1, 1e15 + 2], [1e15 + 2, 1e15, 1e15 + 1], [1e15, 1e15 + 2, 1e15 + 1],
      ]
    ),
    HostileScale(
      name: "tiny values", columns: [[1e-160, 2e-160, 3e-160], [2e-160, 1e-160, 5e-160]]),
    HostileScale(
      name: "contradicting pairs",
      columns: [
        [1, 5, nil, nil, 3, 3, 3, 3], [1, 5, 5, 1, nil, nil, 3, 3], [nil, nil, 5, 1, 1, 5, 3, 3],
      ]),
    HostileScale(
      name: "extremes are shared, the rest not",
      columns: [
        [1, 9, 5, 5, 5, 5, nil, nil, nil, nil], [1, 9, nil, nil, nil, nil, 5, 5, 5, 5],
      ]),
  ]

  private static let drawn: [HostileScale] = [
    draw("as many items as rows", rows: 8, items: 8, categories: 5),
    draw("fewer rows than items", rows: 5, items: 9, categories: 5),
    draw("heavy ties", rows: 60, items: 4, categories: 5) { $0 < 4.4 ? 1 : $0 },
    draw("two answers", rows: 60, items: 4, categories: 2),
    draw("many answers", rows: 160, items: 4, categories: 40),
    draw("a repeated item", rows: 120, items: 7, categories: 5, repeating: true),
    draw("missing answers", rows: 60, items: 7, categories: 5, missing: 0.5),
    draw("few rows, missing answers", rows: 14, items: 5, categories: 5, missing: 0.5),
    draw("nothing in common", rows: 100, items: 7, categories: 5, shared: 0),
    draw("one factor", rows: 100, items: 7, categories: 5, shared: 0.8),
  ]

  /// Answers of one factor with a seed.
  private static func draw(
    _ name: String, rows: Int, items: Int, categories: Int, missing: Double = 0,
    repeating: Bool = false, shared: Double = 0.4, _ change: (Double) -> Double = { $0 }
  ) -> HostileScale {
    var random = SeededGenerator(seed: UInt64(rows * 100 + items))
    func uniform() -> Double { Double.random(in: 0..<1, using: &random) }
    var columns = [[Double?]](repeating: [], count: items)
    for _ in 0..<rows {
      let common = uniform()
      for item in 0..<items {
        let value = uniform() < shared ? common : uniform()
        let code = change((value * Double(categories)).rounded(.down) + 1)
        columns[item].append(uniform() < missing ? nil : code)
      }
    }
    if repeating { columns[items - 1] = columns[0] }
    return HostileScale(name: name, columns: columns)
  }
}
