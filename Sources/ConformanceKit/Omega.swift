import NumericCore

/// The values of kind `rel` that come from a factor model or from polychoric correlations.
func factorReliabilityValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try specification.scales.flatMap { scale in
    let name = "rel.\(scale.name).listwise"
    let data = try ScaleData(scale, in: table).completeCases()
    let fields = try omegaFields(data, name) + ordinalFields(data, "\(name).polychoric")
    return fields.map { ("\(name).\($0)", $1) }
  }
}

private func omegaFields(_ data: ScaleData, _ name: String) throws -> [(String, ReferenceValue)] {
  try ifDefined(name) {
    let covariance = try data.covariance(.listwise)
    return try ifDefined("\(name).omega") { try likelihoodFields(covariance) }
      + ifDefined("\(name).ml1") { try oneFactorFields(covariance, data.names) }
      + ifDefined("\(name).minres") { try minresFields(covariance.correlations(), data.names) }
      + ifDefined("\(name).omega3") { try hierarchicalFields(covariance, data.names) }
  }
}

private func likelihoodFields(_ covariance: CovarianceMatrix) throws -> [(String, ReferenceValue)] {
  let omega = try McDonaldOmega(of: covariance)
  return [
    ("omega.ml_model", .number(omega.omegaTotal)),
    ("omega.ml_obsvar", .number(omega.omegaOfObservedVariance)),
    ("CR.std", .number(omega.standardizedCompositeReliability)),
    ("AVE.std", .number(omega.standardizedVarianceExtracted)),
    ("AVE.obsvar", .number(omega.varianceExtracted)),
    ("AVE.model", .number(omega.impliedVarianceExtracted)),
  ]
}

private func minresFields(_ correlation: CorrelationMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let omega = try McDonaldOmegaMinres(of: correlation)
  return [
    ("omega_total.minres1_model", .number(omega.omegaTotal)),
    ("omega_total.minres1_observed", .number(omega.omegaOfObservedVariance)),
    ("omega.minres1_lambda2_over_observed", .number(omega.explainedShare)),
    ("minres1.loadings", .named(names, omega.loadings)),
  ]
}

private func hierarchicalFields(_ covariance: CovarianceMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  guard covariance.count >= McDonaldOmegaHierarchical.smallestItemCount else { return [] }
  let omega = try McDonaldOmegaHierarchical(
    of: covariance.correlations(), groupFactorCount: 3)
  let general = omega.schmidLeiman
  return [
    ("omega3.omega_h", .number(omega.omegaHierarchical)),
    ("omega3.omega_total", .number(omega.omegaTotal)),
    ("omega3.omega_lim", .number(omega.asymptoticOmega)),
    ("omega3.ECV", .object([("g", .number(general.explainedCommonVariance))])),
    ("omega3.g_loadings", .named(names, general.generalLoadings)),
  ]
}

/// The fit of one factor by maximum likelihood, with divisor n, and by minres.
private func oneFactorFields(_ covariance: CovarianceMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let analysis = try ConfirmatoryFactorAnalysis(
    of: covariance, model: .oneFactor(itemCount: covariance.count))
  let omega = try McDonaldOmega(of: covariance)
  let scale = Double(covariance.caseCount - 1) / Double(covariance.caseCount)
  let residuals = analysis.solution.residualVariances
  // lavaan turns the factor so that its first item loads positively.
  let sign = omega.loadings[0] < 0 ? -1.0 : 1.0
  let fields: [(String, ReferenceValue)] = [
    ("loadings_unstd", .named(names, omega.loadings.map { sign * $0 * scale.squareRoot() })),
    ("loadings_std", .named(names, omega.standardizedLoadings.map { sign * $0 })),
    ("theta", .named(names, residuals)),
  ]
  return (fields + fitFields(analysis)).map { ("ml1.\($0)", $1) }
}

/// What polychoric correlations give, for scales of codes.
private func ordinalFields(_ data: ScaleData, _ name: String) throws -> [(String, ReferenceValue)] {
  guard let codes = data.codes else { return [] }
  return try ifDefined(name) {
    let tally = try PairTally(of: codes, policy: .listwise)
    let matrix = try PolychoricMatrix(of: tally, emptyCells: .halfInBinary)
    // psych's correction acts only where items differ in their highest answer.
    let highest = Set(
      tally.items.map { item in
        item.codes.last { item.count(of: $0) > 0 } ?? 0
      })
    let corrected = try PolychoricMatrix(
      of: tally, emptyCells: highest.count > 1 ? .halfAdded : .halfInBinary)
    let ordinal = try OrdinalReliability(of: tally, emptyCells: .halfInBinary)
    let minres = try McDonaldOmegaMinres(of: matrix.correlations)
    let sign = ordinal.loadings[0] < 0 ? -1.0 : 1.0
    return [
      ("polychoric", .matrix(data.names, matrix.correlations.rows)),
      ("polychoric_correct05", .matrix(data.names, corrected.correlations.rows)),
      ("ordinal_alpha", .number(ordinal.ordinalAlpha)),
      ("ordinal_omega.minres1_model", .number(minres.omegaTotal)),
      ("ordinal_omega.wlsmv_latent", .number(ordinal.latentOmega)),
      ("ordinal_omega.wlsmv_latent_obsvar", .number(ordinal.latentOmegaOfObservedVariance)),
      ("ordinal_omega.green_yang", .number(ordinal.categoricalOmega)),
      ("ordinal_wlsmv.loadings_std", .named(data.names, ordinal.loadings.map { sign * $0 })),
    ]
  }
}
