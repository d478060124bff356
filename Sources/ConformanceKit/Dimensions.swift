import NumericCore

/// The values of kind `dim`.
func dimensionValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try specification.dimensions.flatMap { set in
    let rows = try set.filter?.rows(of: table)
    let columns = try set.items.map { name in
      let column = try table.numbers(name)
      return rows.map { rows in rows.map { column[$0] } } ?? column
    }
    let name = "dim.\(set.name)"
    return try ifDefined(name) {
      let covariance = try CovarianceMatrix(columns: columns, policy: .listwise)
      let matrix = try covariance.correlations()
      return [("n", .count(matrix.completeCaseCount)), ("cor", .matrix(set.items, matrix.rows))]
        + (try ifDefined(name) { try matrixFields(matrix, set.items) })
        + (try ifDefined(name) { specification.simulates ? try parallelFields(matrix) : [] })
        + (try ifDefined(name) { try partialFields(matrix) })
        + (try ExtractionMethod.allCases.flatMap { method in
          try ifDefined("\(name).\(method)") {
            try factorFields(matrix, set, method).map { ("efa.\(method.rawValue).\($0)", $1) }
          }
        })
    }.map { ("\(name).\($0)", $1) }
  }
}

private func matrixFields(_ matrix: CorrelationMatrix, _ names: [String]) throws
  -> [(String, ReferenceValue)]
{
  let eigenvalues = try Eigenvalues(of: matrix)
  let adequacy = try SamplingAdequacy(of: matrix)
  let bartlett = try BartlettSphericity(of: matrix)
  return [
    ("eigenvalues", numbers(eigenvalues.values)),
    ("kaiser_n", .count(eigenvalues.countAboveOne)),
    ("kmo.overall", .number(adequacy.overall)), ("kmo.items", .named(names, adequacy.items)),
    ("bartlett.chisq", .number(bartlett.chiSquared)),
    ("bartlett.df", .count(bartlett.degreesOfFreedom)), ("bartlett.p", .number(bartlett.pValue)),
    ("det_R", .number(bartlett.determinant)),
    ("smc", .named(names, try SquaredMultipleCorrelations(of: matrix).values)),
  ]
}

private func parallelFields(_ matrix: CorrelationMatrix) throws -> [(String, ReferenceValue)] {
  let parallel = try ParallelAnalysis(of: matrix, draws: 4000, seed: 1)
  return [
    ("parallel.pca.sim_mean", numbers(parallel.randomMeans)),
    ("parallel.pca.sim_p95", numbers(parallel.randomPercentiles)),
    ("parallel.pca.n_mean", .count(parallel.componentCount(.mean))),
    ("parallel.pca.n_p95", .count(parallel.componentCount(.percentile95))),
  ]
}

private func partialFields(_ matrix: CorrelationMatrix) throws -> [(String, ReferenceValue)] {
  let partial = try MinimumAveragePartial(of: matrix)
  return [
    ("map.trace", numbers(partial.averageSquares)), ("map.n", .count(partial.componentCount)),
    ("map4.n", .count(partial.componentCountByFourthPowers)),
  ]
}

private func factorFields(
  _ matrix: CorrelationMatrix, _ set: DimensionSpecification, _ method: ExtractionMethod
) throws -> [(String, ReferenceValue)] {
  let factors = try FactorExtraction(of: matrix, factorCount: set.factorCount, method: method)
  var fields: [(String, ReferenceValue)] = [
    ("unrotated", loadings(set.items, factors.loadings)),
    ("communalities", .named(set.items, factors.communalities)),
    ("uniquenesses", .named(set.items, factors.uniquenesses)),
    ("objective", .number(factors.objective)), ("dof", .count(factors.degreesOfFreedom)),
    ("var_accounted_unrotated", accounted(factors)),
  ]
  if method == .maximumLikelihood, let test = try? FactorTest(of: factors) {
    fields += [("chisq", .number(test.chiSquared)), ("p", .number(test.pValue))]
  }
  let varimax = try FactorRotation(of: factors, method: .varimax(kaiser: true))
  let variances = varimax.variances.sorted(by: >)
  fields += [
    ("varimax_ss", numbers(variances)),
    ("varimax_prop_var", numbers(variances.map { $0 / Double(set.items.count) })),
  ]
  let rotations: [(String, RotationMethod)] = [
    ("varimax", .varimax(kaiser: true)), ("varimax_raw", .varimax(kaiser: false)),
    ("promax_stats_m4", .promax(power: 4)), ("oblimin", .oblimin(kaiser: false)),
    ("oblimin_kaiser", .oblimin(kaiser: true)),
  ]
  for (name, rotation) in rotations {
    fields += try ifDefined(name) {
      let turned = try FactorRotation(of: factors, method: rotation)
      return [
        (name, loadings(set.items, turned.pattern)),
        ("\(name)_phi", .matrix(numbered(set.factorCount), turned.factorCorrelations.rows)),
        ("\(name)_criterion", .optional(turned.criterion)),
      ]
    }
  }
  return fields
}

private func accounted(_ factors: FactorExtraction) -> ReferenceValue {
  let sums = (0..<factors.factorCount).map { factor in
    factors.loadings.column(factor).reduce(0) { $0 + $1 * $1 }
  }
  let k = Double(factors.itemCount)
  let total = sums.reduce(0, +)
  var (running, cumulative) = (0.0, [Double]())
  for sum in sums {
    running += sum
    cumulative.append(running)
  }
  return .object([
    ("cols", .list(numbered(factors.factorCount).map(ReferenceValue.text))),
    (
      "data",
      .list(
        [
          sums, sums.map { $0 / k }, cumulative.map { $0 / k }, sums.map { $0 / total },
          cumulative.map { $0 / total },
        ].map(numbers))
    ),
  ])
}

private func loadings(_ names: [String], _ matrix: Matrix) -> ReferenceValue {
  .object([
    ("rows", .list(names.map(ReferenceValue.text))),
    ("cols", .list(numbered(matrix.columnCount).map(ReferenceValue.text))),
    ("data", .list(matrix.rows.map(numbers))),
  ])
}

private func numbered(_ count: Int) -> [String] { (1...count).map { "F\($0)" } }

func numbers(_ values: [Double]) -> ReferenceValue { .list(values.map(ReferenceValue.number)) }
