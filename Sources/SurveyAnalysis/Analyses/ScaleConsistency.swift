package import NumericCore
package import SurveyModel

/// The coefficients of one scale from its keyed codes; also of a bare file's columns.
package struct ScaleConsistency {
  /// Everything about its internal consistency.
  package let detail: ReliabilityDetail
  /// Items that look keyed the wrong way round.
  package let unreversedItems: [Item]

  /// Computes the coefficients of keyed codes.
  ///
  /// - Parameters:
  ///   - codes: one column an item, keyed in one direction, over the rows shown the scale.
  ///   - base: who is behind the rows used; decides whether an ordinary interval is right.
  ///   - dependence: which rows are resampled together where it is not.
  ///   - score: what a score is made as; the standard error of measurement has its units.
  ///   - asked: further statistics of items.
  /// - Throws: `NumericError` where no coefficient exists: under two items, no variance, …
  package init(
    items: [Item], codes: [ItemCodes], policy: MissingDataPolicy, level: Double, base: Base,
    dependence: ScaleRows.Dependence, kind: Scale.Kind, score: ScoringRule.Method,
    asked: [StatisticDefinition]
  ) throws(NumericError) {
    guard items.count >= 2 else { throw .tooFewItems(count: items.count, required: 2) }
    let tally = try PairTally(of: codes, policy: policy)
    let covariance = try CovarianceMatrix(of: tally)
    let skewed = zip(items, tally.items).filter { Self.isSkewed($0.1) }.map(\.0.id)
    try self.init(
      items: items, covariance: covariance, tally: tally, skewedItemIDs: skewed,
      rowCount: codes[0].rowCount,
      rows: ScaleRows(.codes(codes), policy: policy, dependence: dependence), policy: policy,
      level: level, base: base, kind: kind, score: score, asked: asked)
  }

  /// Computes the coefficients of a covariance matrix; `tally` is behind it where the answers are
  /// codes.
  package init(
    items: [Item], covariance: CovarianceMatrix, tally: PairTally?, skewedItemIDs: [String],
    rowCount: Int, rows: ScaleRows, policy: MissingDataPolicy, level: Double, base: Base,
    kind: Scale.Kind, score: ScoringRule.Method, asked: [StatisticDefinition]
  ) throws(NumericError) {
    guard items.count >= 2 else { throw .tooFewItems(count: items.count, required: 2) }
    let correlation = try? covariance.correlations()
    let used = policy == .listwise ? covariance.completeCaseCount : covariance.caseCount
    // The pair with the fewest rows is what the coefficient can rely on least.
    let fewest = policy == .listwise ? used : covariance.smallestPairCount
    let unreversed =
      correlation.map { correlation in
        WrongKeys(in: covariance, correlation, caseCount: fewest).places.map { items[$0] }
      } ?? []
    let constant = zip(items, covariance.diagonal).filter { $0.1 == 0 }.map(\.0.id)
    let warnings = Self.warnings(
      kind: kind, unreversed: unreversed, constant: constant, fewest: fewest,
      pairs: policy == .pairwise ? covariance : nil, base: base, rows: rows)
    let maker = PassportMaker(
      usedCount: used, droppedCount: max(0, rowCount - used), items: items, policy: policy,
      warnings: warnings, skewedItemIDs: skewedItemIDs)
    let coefficients = Coefficients(
      covariance: covariance, correlation: correlation, rows: rows, policy: policy, level: level,
      base: base, hasSkewedItems: !skewedItemIDs.isEmpty, score: score, passports: maker)
    detail = try coefficients.detail(
      of: items,
      asked: AskedCoefficients(
        definitions: asked, items: items, covariance: covariance, tally: tally, rows: rows,
        level: level, base: base, passports: maker
      ).results)
    unreversedItems = unreversed
  }

  /// What stands against reading the coefficients as they are.
  ///
  /// - Parameters:
  ///   - fewest: the fewest rows behind a pair of items.
  ///   - pairs: the covariances where each pair has its own rows; nil for complete rows.
  private static func warnings(
    kind: Scale.Kind, unreversed: [Item], constant: [String], fewest: Int,
    pairs: CovarianceMatrix?, base: Base, rows: ScaleRows
  ) -> [Passport.Warning] {
    var warnings: [Passport.Warning] = []
    if kind == .checklist { warnings.append(.checklist) }
    if !unreversed.isEmpty { warnings.append(.unreversedItems(unreversed.map(\.id))) }
    if !constant.isEmpty { warnings.append(.constantItems(constant)) }
    if fewest < 30 { warnings.append(.fewCases(fewest)) }
    if let pairs {
      warnings.append(.pairwise(smallest: pairs.smallestPairCount, largest: pairs.largestPairCount))
    }
    if !base.isIndependent { warnings.append(.dependentRows) }
    if let count = rows.groupCount, count >= ItemRows.smallestGroupCount {
      warnings.append(.drawnInGroups(count))
    }
    return warnings
  }

  private static func isSkewed(_ tally: ItemTally) -> Bool {
    guard let skewness = (try? Description(of: tally))?.skewness.type2 else { return false }
    return abs(skewness) > 1
  }
}

/// Makes the passports of one scale's coefficients.
struct PassportMaker {
  let usedCount: Int
  let droppedCount: Int
  let items: [Item]
  let policy: MissingDataPolicy
  /// What holds for every coefficient of the scale.
  let warnings: [Passport.Warning]
  let skewedItemIDs: [String]

  /// The passport of a coefficient with its interval, and that of resamples beside it.
  func passport(
    _ definition: StatisticDefinition, of value: Double = 0, interval: IntervalOutcome? = nil,
    resampled: IntervalOutcome? = nil
  ) -> Passport {
    Passport(
      definition, usedCount: usedCount, droppedCount: droppedCount, itemIDs: items.map(\.id),
      reversedItemIDs: items.filter(\.isReverseKeyed).map(\.id), missingRule: policy,
      warnings: warnings + (value < 0 ? [.negativeReliability] : [])
        + skewed(interval, resampled))
  }

  /// Only Feldt's interval takes items for normal.
  private func skewed(
    _ interval: IntervalOutcome?, _ resampled: IntervalOutcome?
  ) -> [Passport.Warning] {
    guard !skewedItemIDs.isEmpty, interval?.interval?.method == .feldt else { return [] }
    return [.skewedItems(skewedItemIDs, resampledBeside: resampled?.interval != nil)]
  }
}

/// Computes the coefficients that a scale's number of items allows.
private struct Coefficients {
  let covariance: CovarianceMatrix
  let correlation: CorrelationMatrix?
  let rows: ScaleRows
  let policy: MissingDataPolicy
  let level: Double
  let base: Base
  let hasSkewedItems: Bool
  let score: ScoringRule.Method
  let passports: PassportMaker

  func detail(
    of items: [Item], asked: [AskedCoefficient]
  ) throws(NumericError) -> ReliabilityDetail {
    if items.count == 2 { return try twoItems(asked: asked) }
    let alpha = try CronbachAlpha(of: covariance)
    let analysis = try ItemAnalysis(of: covariance)
    let interval = interval(of: CronbachAlpha.definition) { () throws(NumericError) in
      try alpha.feldtInterval(level: level)
    }
    let resampled = resampledBeside(CronbachAlpha.definition)
    return ReliabilityDetail(
      headline: Estimate(
        value: alpha.alpha, interval: interval, resampled: resampled,
        passport: passports.passport(
          CronbachAlpha.definition, of: alpha.alpha, interval: interval, resampled: resampled)),
      others: standardized() + standardError(alpha.alpha),
      items: zip(items, analysis.items).map { item, row in
        ItemConsistency(
          item: item, itemRestCorrelation: row.itemRestCorrelation,
          alphaIfItemDropped: row.alphaIfItemDropped)
      }, asked: asked)
  }

  private func twoItems(asked: [AskedCoefficient]) throws(NumericError) -> ReliabilityDetail {
    // Constant items have no correlations; the error says which item it is.
    let known: CorrelationMatrix
    if let correlation { known = correlation } else { known = try covariance.correlations() }
    let coefficient = try SpearmanBrown(of: known)
    return ReliabilityDetail(
      headline: Estimate(
        value: coefficient.coefficient,
        interval: rows.interval(of: SpearmanBrown.definition, level: level),
        passport: passports.passport(SpearmanBrown.definition, of: coefficient.coefficient)),
      others: averageCorrelation(known) + standardError(coefficient.coefficient), items: [],
      asked: asked)
  }

  private func standardized() -> [Estimate] {
    guard let correlation, let alpha = try? StandardizedAlpha(of: correlation) else { return [] }
    // Beside the headline's an interval of resamples would tell nothing new, and costs the most.
    let interval =
      policy == .pairwise
      ? .absent(.pairwiseCases)
      : IntervalOutcome(for: base) { () throws(NumericError) in
        try alpha.feldtInterval(level: level)
      }
    let standardized = Estimate(
      value: alpha.alpha, interval: interval,
      passport: passports.passport(StandardizedAlpha.definition, interval: interval))
    return [standardized] + averageCorrelation(correlation)
  }

  private func averageCorrelation(_ correlation: CorrelationMatrix) -> [Estimate] {
    guard let average = try? InterItemCorrelations(of: correlation).average else { return [] }
    return [
      Estimate(
        value: average, interval: nil,
        passport: passports.passport(InterItemCorrelations.definition))
    ]
  }

  /// In the units of the scale's score; no error follows from a negative reliability.
  private func standardError(_ reliability: Double) -> [Estimate] {
    guard
      let error = try? StandardErrorOfMeasurement(of: covariance, reliability: reliability)
    else { return [] }
    return [
      Estimate(
        value: score == .sum ? error.ofSum : error.ofMean, interval: nil,
        passport: passports.passport(StandardErrorOfMeasurement.definition))
    ]
  }

  /// The ordinary interval where rows are independent and complete, else one of resamples.
  private func interval(
    of definition: StatisticDefinition, _ make: () throws(NumericError) -> ConfidenceInterval
  ) -> IntervalOutcome {
    if policy == .listwise, base.isIndependent { return IntervalOutcome(for: base, make) }
    return rows.interval(of: definition, level: level) ?? .absent(.pairwiseCases)
  }

  /// The interval of resamples that stands beside an ordinary one whose assumptions fail.
  private func resampledBeside(_ definition: StatisticDefinition) -> IntervalOutcome? {
    guard hasSkewedItems, policy == .listwise, base.isIndependent else { return nil }
    return rows.interval(of: definition, level: level)
  }
}
