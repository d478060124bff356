import NumericCore

/// The values of kinds `score` and `rel`.
func scaleValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try specification.scales.flatMap { scale in
    let data = try ScaleData(scale, in: table)
    let reliability = try MissingDataPolicy.allCases.flatMap { policy in
      let prefix = "rel.\(scale.name).\(policy.rawValue)"
      let used = policy == .listwise ? try data.completeCases() : data
      let simulated = try ifDefined(prefix) {
        specification.simulates && policy == .listwise ? try bootstrapFields(used) : []
      }
      return try (reliabilityFields(used, policy: policy, prefix) + simulated)
        .map { ("\(prefix).\($0)", $1) }
    }
    return try scoreFields(data).map { ("score.\(scale.name).\($0)", $1) } + reliability
  }
}

private func scoreFields(_ data: ScaleData) throws -> [(String, ReferenceValue)] {
  let k = data.names.count
  return try Set([1, (k + 1) / 2, k]).sorted().flatMap { minimum in
    try ifDefined("score") {
      let scores = try data.means(minimumAnswered: minimum)
      let description = try Description(of: scores.compactMap { $0 })
      let fields: [(String, ReferenceValue)] = [
        ("n", .count(description.count)), ("mean", .number(description.mean)),
        ("sd", .optional(description.standardDeviation)),
        ("sum_of_scores", .number(description.sum)),
        ("first20", .list(scores.prefix(20).map(ReferenceValue.optional))),
      ]
      return fields.map { ("min_answered_\(minimum).\($0)", $1) }
    }
  }
}

private func reliabilityFields(
  _ data: ScaleData, policy: MissingDataPolicy, _ name: String
) throws -> [(String, ReferenceValue)] {
  try ifDefined(name) {
    let covariance = try data.covariance(policy)
    let varying = covariance.droppingConstantItems()
    let varyingNames = zip(data.names, covariance.diagonal).filter { $0.1 > 0 }.map { $0.0 }
    return try ifDefined(name) { try alphaFields(covariance, varying: varying) }
      + ifDefined(name) { try contributionFields(covariance, data.names) }
      + ifDefined(name) { try correlationFields(varying, varyingNames) }
      + ifDefined(name) { try smcFields(varying, varyingNames) }
      + coefficientFields(covariance, name)
      + ifDefined(name) { try binaryFields(data) }
  } + ifDefined(name) { try itemFields(data) }
}

private func alphaFields(_ covariance: CovarianceMatrix, varying: CovarianceMatrix) throws
  -> [(String, ReferenceValue)]
{
  let alpha = try CronbachAlpha(of: covariance)
  let measurement = try StandardErrorOfMeasurement(of: covariance)
  return [
    ("n", .count(covariance.caseCount)), ("k", .count(covariance.count)),
    ("n_complete", .count(covariance.completeCaseCount)),
    ("alpha.raw", .number(alpha.alpha)),
    ("alpha.ase_vanzyl", .optional(alpha.standardError)),
    ("alpha.ase", .optional(try CronbachAlpha(of: varying).standardError)),
    ("alpha.ci95_feldt", limits(try alpha.feldtInterval(level: 0.95))),
    ("alpha.ci95_duhachek", limits(try alpha.duhachekInterval(level: 0.95))),
    ("sd_total", .number(measurement.sumStandardDeviation)),
    ("SEM.sum", .number(measurement.ofSum)), ("SEM.mean", .number(measurement.ofMean)),
  ]
}

private func contributionFields(_ covariance: CovarianceMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let items = try ItemAnalysis(of: covariance).items
  return [
    ("alpha_if_dropped.raw", .named(names, items.map(\.alphaIfItemDropped))),
    ("item.r_total", .named(names, items.map(\.itemTotalCorrelation))),
    ("item.r_corrected", .named(names, items.map(\.itemRestCorrelation))),
  ]
}

/// What is defined on correlations, and so only for items that vary.
private func correlationFields(_ covariance: CovarianceMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let correlation = try covariance.correlations()
  let standardized = try StandardizedAlpha(of: correlation)
  let pairs = try InterItemCorrelations(of: correlation)
  let items = try ItemAnalysis(of: covariance).items
  return [
    ("alpha.std", .number(standardized.alpha)),
    ("signal_noise", .optional(standardized.signalToNoiseRatio)),
    ("avg_interitem_r", .number(pairs.average)), ("median_interitem_r", .number(pairs.median)),
    ("interitem_r_min", .number(pairs.minimum)), ("interitem_r_max", .number(pairs.maximum)),
    ("cor", .matrix(names, correlation.rows)),
    ("alpha_if_dropped.std", .named(names, items.map(\.standardizedAlphaIfItemDropped))),
    ("item.std.r", .named(names, items.map(\.standardizedItemTotalCorrelation))),
    ("item.r.drop", .named(names, items.map(\.itemRestCorrelation))),
  ]
}

/// What needs the squared multiple correlations, and so no item that the others determine.
private func smcFields(_ covariance: CovarianceMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let lambda = try GuttmanLambda6(of: covariance.correlations()).lambda
  let items = try ItemAnalysis(of: covariance).items
  return [
    ("G6_smc_corr", .number(lambda)),
    ("item.r.cor", .named(names, items.map(\.overlapCorrectedCorrelation))),
  ]
}

private func itemFields(_ data: ScaleData) throws -> [(String, ReferenceValue)] {
  let scores = try data.means(minimumAnswered: 1)
  let total = try Description(of: scores.compactMap { $0 })
  let items = try data.columns.map { try Description(of: $0.compactMap { $0 }) }
  let correlations = data.columns.map { try? PearsonCorrelation($0, scores).coefficient }
  return [
    ("mean_score_mean", .number(total.mean)),
    ("mean_score_sd", .optional(total.standardDeviation)),
    ("item.n", .named(data.names, items.map { Double($0.count) })),
    ("item.mean", .named(data.names, items.map(\.mean))),
    ("item.sd", .named(data.names, items.map(\.standardDeviation))),
    ("item.raw.r", .named(data.names, correlations)),
  ]
}

/// KR-20 and KR-21, of complete cases of items with two codes.
private func binaryFields(_ data: ScaleData) throws -> [(String, ReferenceValue)] {
  guard let limits = data.limits, limits.count == 2, let codes = data.codes else { return [] }
  let tally = try PairTally(of: codes, policy: .listwise)
  let result = try KuderRichardson(of: tally, codes: limits)
  return [
    ("kr20", .number(result.kr20)), ("kr21", .number(result.kr21)),
    ("item.difficulty", .named(data.names, result.difficulties)),
  ]
}
