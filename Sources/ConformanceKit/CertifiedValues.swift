import NumericCore

/// The values of kind `nist`, whatever the data set is made for.
func certifiedValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  let fields: [(String, ReferenceValue)] =
    switch specification.certified {
    case nil: []
    case .univariate(let name): try univariateFields(table.texts(name).compactMap { $0 })
    case .analysisOfVariance(let y, let group):
      try ifDefined("nist") { try varianceFields(table.texts(y), by: table.texts(group)) }
    case .regression(let regression):
      try ifDefined("nist") { try regressionFields(regression, in: table) }
    }
  return fields.map { ("nist.\($0)", $1) }
}

private func univariateFields(_ texts: [String]) throws -> [(String, ReferenceValue)] {
  let values = texts.compactMap(Double.init)
  let description = try Description(of: values)
  let certified = try certifiedFields(values, unitsPerOne: 1)
  let shape: [(String, ReferenceValue)] = [
    ("skew_type1", .optional(description.skewness.type1)),
    ("kurtosis_type1", .optional(description.excessKurtosis.type1)),
  ]
  let decimal = try DecimalColumn(texts).map {
    try certifiedFields($0.wholes, unitsPerOne: $0.unitsPerOne)
  }
  return [("n", .count(description.count))] + certified
    + (certified + shape).map { ("\($0)_exact_of_doubles", $1) }
    + (decimal ?? []).map { ("\($0)_exact_decimal", $1) }
}

private func certifiedFields(_ values: [Double], unitsPerOne: Double) throws
  -> [(String, ReferenceValue)]
{
  let description = try Description(of: values)
  return [
    ("mean", .number(description.mean / unitsPerOne)),
    ("sd", .optional(description.standardDeviation.map { $0 / unitsPerOne })),
    ("autocorr1", .number(try Autocorrelation(of: values).coefficient)),
  ]
}

private func varianceFields(_ texts: [String?], by groups: [String?]) throws
  -> [(String, ReferenceValue)]
{
  let rows = texts.indices.filter { texts[$0] != nil && groups[$0] != nil }
  let used = rows.compactMap { texts[$0] }
  let values = used.compactMap(Double.init)
  let names = rows.compactMap { groups[$0] }
  func split(_ values: [Double]) -> [[Double]] {
    Set(names).sorted().map { name in
      zip(names, values).filter { $0.0 == name }.map { $0.1 }
    }
  }
  let result = try OneWayAnalysisOfVariance(groups: split(values))
  let decimal = try DecimalColumn(used).map {
    try OneWayAnalysisOfVariance(groups: split($0.wholes))
  }
  return [
    ("df_between", .count(result.between.degreesOfFreedom)),
    ("df_within", .count(result.within.degreesOfFreedom)),
    ("ss_between", .number(result.between.sumOfSquares)),
    ("ms_between", .number(result.between.meanSquare)),
    ("ss_within", .number(result.within.sumOfSquares)),
    ("ms_within", .number(result.within.meanSquare)),
    ("F", .infiniteWhereUndefined(result.fStatistic)),
    ("r2", .number(result.rSquared)), ("resid_sd", .number(result.residualStandardDeviation)),
    ("F_exact_of_doubles", .infiniteWhereUndefined(result.fStatistic)),
  ] + (decimal.map { [("F_exact_decimal", .infiniteWhereUndefined($0.fStatistic))] } ?? [])
}

private func regressionFields(_ model: Specification.Regression, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  let y = try table.numbers(model.outcome)
  let fit =
    if model.degree > 1 {
      try LinearRegression(
        outcome: y, powersOf: table.numbers(model.predictors[0]), degree: model.degree)
    } else {
      try LinearRegression(
        outcome: y, predictors: model.predictors.map(table.numbers),
        throughOrigin: !model.hasIntercept)
    }
  let names = fit.coefficients.indices.map { "B\(fit.hasIntercept ? $0 : $0 + 1)" }
  return [
    ("coef", .named(names, fit.coefficients.map(\.estimate))),
    ("se", .named(names, fit.coefficients.map(\.standardError))),
    ("resid_sd", .number(fit.residualStandardDeviation)), ("r2", .number(fit.rSquared)),
    ("F", .infiniteWhereUndefined(fit.fStatistic)),
    ("ss_regression", .number(fit.regressionSumOfSquares)),
    ("ss_residual", .number(fit.residualSumOfSquares)),
    (
      "df",
      .list(
        [fit.regressionDegreesOfFreedom, fit.residualDegreesOfFreedom].map(
          ReferenceValue.count))
    ),
  ]
}

extension ReferenceValue {
  /// A test statistic, infinite where nothing is left unexplained.
  fileprivate static func infiniteWhereUndefined(_ value: Double?) -> ReferenceValue {
    value.map(number) ?? .text("Inf")
  }
}
