/// The polychoric correlations between items.
public struct PolychoricMatrix: Hashable, Sendable {
  /// The correlations, with the counts behind them.
  public let correlations: CorrelationMatrix
  /// For each item its thresholds over all its answers, in standard deviations, ascending.
  public let thresholds: [[Double]]
  /// For each item the codes that occur, ascending; one more than its thresholds.
  public let codes: [[Int]]
  /// What was done about combinations of two answers that nobody gave.
  public let emptyCells: EmptyCellRule
  /// The smallest eigenvalue of the correlations; not positive for a matrix of no real variables.
  public let smallestEigenvalue: Double
  /// What a reader must know beside the correlations.
  public let warnings: [PolychoricWarning]
}

/// A reason to read polychoric correlations with care.
public enum PolychoricWarning: Hashable, Sendable {
  /// Two items have combinations of answers that nobody gave; their correlation leans on few.
  case emptyCells(first: Int, second: Int, count: Int)
  /// The correlation of two items is close to ±1.
  case nearBoundary(first: Int, second: Int, correlation: Double)
  /// The pairs do not fit together as one matrix, so that a factor model of it is doubtful.
  case notPositiveDefinite(smallestEigenvalue: Double)
}

extension PolychoricWarning: CustomStringConvertible {
  /// What is doubtful, with the values; then what to do.
  public var description: String {
    switch self {
    case .emptyCells(let first, let second, let count):
      "items \(first + 1) and \(second + 1) have \(count) combinations of answers that nobody gave; "
        + "merge rare answers, or report coefficients of the scores"
    case .nearBoundary(let first, let second, let correlation):
      "items \(first + 1) and \(second + 1) have a polychoric correlation of \(correlation); look "
        + "whether they ask the same"
    case .notPositiveDefinite(let smallest):
      "the polychoric correlations contradict each other (smallest eigenvalue \(smallest)); report "
        + "coefficients of the scores"
    }
  }
}

extension PolychoricMatrix {
  /// Estimates each pair's correlation from its contingency table.
  ///
  /// For pairwise counts, thresholds are those of the persons who answered both items.
  ///
  /// - Parameters:
  ///   - tally: at least two items with at least two answers each that occur.
  ///   - emptyCells: what is done about combinations that nobody chose.
  /// - Throws: `tooFewItems`; `tooFewValues` where no row is left; `noCommonValues`;
  ///   `constantValues`; `tooManyCategories` above 12 answers of an item; `noFiniteCorrelation` with
  ///   the pair whose likelihood has no maximum.
  ///
  /// Reference: Olsson (1979), Psychometrika 44, 443–460, doi:10.1007/BF02296207.
  /// Checked against R lavaan 0.6-14, `lavCor`.
  public init(of tally: PairTally, emptyCells: EmptyCellRule) throws(NumericError) {
    try self.init(
      of: tally, emptyCells: emptyCells,
      tables: PolychoricMatrix.tables(of: tally, emptyCells: emptyCells))
  }

  /// Estimates each pair's correlation from its reduced table.
  init(
    of tally: PairTally, emptyCells: EmptyCellRule, tables: [PolychoricTable]
  ) throws(NumericError) {
    let k = tally.itemCount
    var matrix = Matrix(diagonal: [Double](repeating: 1, count: k))
    var warnings: [PolychoricWarning] = []
    for ((first, second), table) in zip(PairTallyKernel.pairs(k), tables) {
      let value = try PolychoricMatrix.estimate(table, first, second)
      matrix[first, second] = value
      matrix[second, first] = value
      if table.emptyCellCount > 0 {
        warnings.append(.emptyCells(first: first, second: second, count: table.emptyCellCount))
      }
      if abs(value) > 0.99 {
        warnings.append(.nearBoundary(first: first, second: second, correlation: value))
      }
    }
    smallestEigenvalue = try SymmetricEigen.values(of: matrix).last ?? 1
    if smallestEigenvalue <= 1e-10 {
      warnings.append(.notPositiveDefinite(smallestEigenvalue: smallestEigenvalue))
    }
    let counts = tables.map(\.totalCount)
    correlations = CorrelationMatrix(
      count: k, entries: matrix.entries, completeCaseCount: tally.completeCaseCount,
      caseCount: tally.policy == .listwise ? tally.completeCaseCount : tally.rowCount,
      smallestPairCount: counts.min() ?? 0, largestPairCount: counts.max() ?? 0)
    codes = tally.items.map { item in item.codes.filter { item.count(of: $0) > 0 } }
    thresholds = try PolychoricMatrix.itemThresholds(tally).map(\.thresholds)
    self.emptyCells = emptyCells
    self.warnings = warnings
  }

  /// The number of items.
  public var count: Int { correlations.count }

  /// The reduced tables of the pairs (0, 1), (0, 2), …, (1, 2), …
  static func tables(
    of tally: PairTally, emptyCells: EmptyCellRule
  ) throws(NumericError) -> [PolychoricTable] {
    let k = tally.itemCount
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let thresholds = tally.policy == .listwise ? try itemThresholds(tally) : []
    var tables: [PolychoricTable] = []
    for (first, second) in PairTallyKernel.pairs(k) {
      do {
        tables.append(
          try PolychoricTable(
            of: tally.table(first, second), emptyCells: emptyCells,
            known: thresholds.isEmpty ? nil : (thresholds[first], thresholds[second])))
      } catch .constantValues(let item) {
        throw .constantValues(item: item == 0 ? first : second)
      } catch .tooManyCategories(let item, let count, let allowed) {
        throw .tooManyCategories(
          item: item == 0 ? first : second, count: count, allowed: allowed)
      } catch .tooFewValues(let count, let required) {
        if tally.policy == .listwise { throw .tooFewValues(count: count, required: required) }
        throw .noCommonValues(first: first, second: second)
      }
    }
    return tables
  }

  private static func itemThresholds(_ tally: PairTally) throws(NumericError) -> [ItemThresholds] {
    var thresholds: [ItemThresholds] = []
    for item in tally.items {
      let counts = item.counts.filter { $0 > 0 }.map(Double.init)
      guard !counts.isEmpty else { throw .tooFewValues(count: 0, required: 2) }
      thresholds.append(try ItemThresholds(counts: counts))
    }
    return thresholds
  }

  private static func estimate(
    _ table: PolychoricTable, _ first: Int, _ second: Int
  ) throws(NumericError) -> Double {
    do {
      return try PolychoricCorrelation.estimate(table)
    } catch .noFiniteCorrelation {
      throw .noFiniteCorrelation(first: first, second: second)
    }
  }
}
