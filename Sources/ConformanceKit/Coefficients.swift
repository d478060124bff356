import NumericCore

/// The values of kind `rel` that are defined on covariances and on correlations alike.
func coefficientFields(_ covariance: CovarianceMatrix, _ name: String) throws
  -> [(String, ReferenceValue)]
{
  let correlation = try? covariance.correlations()
  var fields = try metricFields(covariance, "cov", name)
  if let correlation { fields += try metricFields(correlation, "cor", name) }
  fields += try ifDefined(name) { try fixedSplitFields(covariance) }
  fields += try ifDefined(name) {
    [("glb.algebraic", .number(try GreatestLowerBound(of: covariance).bound))]
  }
  guard let correlation else { return fields }
  fields += try ifDefined(name) {
    [("glb.algebraic_cor", .number(try GreatestLowerBound(of: correlation).bound))]
  }
  return try fields
    + ifDefined(name) {
      let series = try TenBergeZegers(of: correlation)
      let values = [series.mu0, series.mu1, series.mu2, series.mu3]
      return [("tenberge", .named(["mu0", "mu1", "mu2", "mu3"], values))]
    }
}

private func metricFields(_ matrix: some ItemMatrix, _ metric: String, _ name: String) throws
  -> [(String, ReferenceValue)]
{
  let lambdas =
    try ifDefined(name) {
      let lambdas = try GuttmanLambdas(of: matrix)
      return [
        ("lambda1", .number(lambdas.lambda1)), ("lambda2", .number(lambdas.lambda2)),
        ("lambda3", .number(lambdas.lambda3)), ("lambda5", .number(lambdas.lambda5)),
      ]
    } + ifDefined(name) { [("lambda6", .number(try GuttmanLambda6(of: matrix).lambda))] }
  let splits = try ifDefined(name) {
    let splits = try SplitHalves(of: matrix)
    return [
      ("max_lambda4", .number(splits.maximum)), ("min_beta", .number(splits.minimum)),
      ("mean", .number(splits.mean)), ("count", .count(splits.splitCount)),
    ]
  }
  return lambdas.map { ("guttman.\(metric).\($0)", $1) }
    + splits.map { ("split.\(metric).\($0)", $1) }
}

private func fixedSplitFields(_ covariance: CovarianceMatrix) throws
  -> [(String, ReferenceValue)]
{
  let odd = try SplitHalf(of: covariance, by: .oddEven)
  let first = try SplitHalf(of: covariance, by: .firstSecond)
  return fields(of: odd).map { ("split.odd_even.\($0)", $1) }
    + [("split.odd_even.horst", .number(odd.horst))]
    + fields(of: first).map { ("split.first_second.\($0)", $1) }
}

private func fields(of split: SplitHalf) -> [(String, ReferenceValue)] {
  [
    ("r", .number(split.correlation)), ("spearman_brown", .number(split.spearmanBrown)),
    ("guttman_flanagan", .number(split.guttmanFlanagan)),
  ]
}

/// The bootstrap interval of alpha over complete rows.
func bootstrapFields(_ data: ScaleData) throws -> [(String, ReferenceValue)] {
  let rows =
    try data.codes.map { try ItemRows(of: $0, policy: .listwise) }
    ?? ItemRows(columns: data.columns, policy: .listwise)
  let options = try BootstrapOptions(resampleCount: 10_000, seed: 1)
  let distribution = try BootstrapDistribution(ofAlphaOf: rows, options: options)
  return [
    ("alpha.boot_percentile95", limits(try distribution.percentileInterval(level: 0.95)))
  ]
}
