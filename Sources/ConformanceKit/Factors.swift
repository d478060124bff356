import NumericCore

/// The values of kind `cfa`.
func modelValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try specification.models.flatMap { name, syntax in
    let description = ModelDescription(syntax)
    let columns = try description.items.map { try table.numbers($0) }
    return try ifDefined("cfa.\(name)") {
      let covariance = try CovarianceMatrix(columns: columns, policy: .listwise)
      let model = try FactorModel(
        itemCount: description.items.count, factors: description.itemsOfFactors)
      let analysis = try ConfirmatoryFactorAnalysis(of: covariance, model: model)
      return [("model", .text(syntax)), ("n", .count(analysis.fit.caseCount))]
        + fitFields(analysis) + estimateFields(analysis, description)
        + compositeFields(analysis, description)
    }.map { ("cfa.\(name).\($0)", $1) }
  }
}

/// A model in lavaan's syntax: factor =~ item + item …
struct ModelDescription {
  private(set) var factors: [String] = []
  private(set) var items: [String] = []
  private(set) var itemsOfFactors: [[Int]] = []

  init(_ syntax: String) {
    let separated = syntax.map { $0 == "+" || $0.isNewline ? " " : String($0) }.joined()
    let tokens = separated.split(separator: " ").map(String.init)
    for (index, token) in tokens.enumerated() where token != "=~" {
      if index + 1 < tokens.count, tokens[index + 1] == "=~" {
        factors.append(token)
        itemsOfFactors.append([])
      } else if !itemsOfFactors.isEmpty {
        if !items.contains(token) { items.append(token) }
        itemsOfFactors[itemsOfFactors.count - 1].append(items.firstIndex(of: token) ?? 0)
      }
    }
  }
}

func fitFields(_ analysis: ConfirmatoryFactorAnalysis) -> [(String, ReferenceValue)] {
  let fit = analysis.fit
  let interval = fit.rootMeanSquareErrorInterval
  let fields: [(String, ReferenceValue)] = [
    ("npar", .count(analysis.model.parameterCount)),
    ("fmin", .number(analysis.discrepancy / 2)), ("chisq", .number(fit.chiSquared)),
    ("df", .count(fit.degreesOfFreedom)), ("pvalue", .optional(fit.pValue)),
    ("baseline.chisq", .number(fit.baselineChiSquared)),
    ("baseline.df", .count(fit.baselineDegreesOfFreedom)),
    ("cfi", .number(fit.comparativeFitIndex)), ("tli", .number(fit.tuckerLewisIndex)),
    ("logl", .number(analysis.logLikelihood)), ("aic", .number(analysis.akaikeCriterion)),
    ("bic", .number(analysis.bayesianCriterion)), ("rmsea", .number(fit.rootMeanSquareError)),
    ("rmsea.ci.lower", .optional(interval?.lower)),
    ("rmsea.ci.upper", .optional(interval?.upper)),
    ("rmsea.pvalue", .optional(fit.closeFitPValue)), ("srmr", .number(fit.standardizedResidual)),
  ]
  return fields.map { ("fit.\($0)", $1) }
}

private func estimateFields(
  _ analysis: ConfirmatoryFactorAnalysis, _ description: ModelDescription
) -> [(String, ReferenceValue)] {
  var fields = [
    ("est", parameters(analysis.solution, description)),
    ("std", parameters(analysis.standardizedSolution, description)),
  ]
  if let errors = analysis.standardErrors { fields.append(("se", parameters(errors, description))) }
  return fields
}

private func parameters(_ solution: FactorSolution, _ model: ModelDescription) -> ReferenceValue {
  var fields: [(String, ReferenceValue)] = []
  for (factor, items) in model.itemsOfFactors.enumerated() {
    for item in items {
      fields.append(
        (
          "\(model.factors[factor])=~\(model.items[item])",
          .number(solution.loadings[item, factor])
        ))
    }
  }
  for (item, name) in model.items.enumerated() {
    fields.append(("\(name)~~\(name)", .number(solution.residualVariances[item])))
  }
  for first in model.factors.indices {
    for second in first..<model.factors.count {
      fields.append(
        (
          "\(model.factors[first])~~\(model.factors[second])",
          .number(solution.factorCovariances[first, second])
        ))
    }
  }
  return .object(fields)
}

private func compositeFields(
  _ analysis: ConfirmatoryFactorAnalysis, _ description: ModelDescription
) -> [(String, ReferenceValue)] {
  let composites = description.factors.indices.map {
    FactorComposite(of: analysis, factor: $0)
  }
  return [
    ("CR_model", .named(description.factors, composites.map(\.omegaTotal))),
    ("CR_obsvar", .named(description.factors, composites.map(\.omegaOfObservedVariance))),
    ("AVE_obsvar", .named(description.factors, composites.map(\.varianceExtracted))),
  ]
}
