/// The rule by which persons get values of factors.
public enum FactorScoreMethod: String, Hashable, Sendable, CaseIterable {
  /// The best prediction of the factors (Thurstone's regression); scores are drawn to the mean.
  case regression
  /// Unbiased for each person (Bartlett's weighted least squares).
  case bartlett
}

/// The values of factors for persons.
public struct FactorScores: Hashable, Sendable {
  /// The rule by which they were computed.
  public let method: FactorScoreMethod
  /// The weights of standardized items, one row an item, one column a factor.
  public let weights: Matrix
  /// For each row of the data one score a factor, in standard deviations of the factor; `nil` where
  /// an answer is missing.
  public let scores: [[Double]?]
}

extension FactorScores {
  /// Weights standardized answers.
  ///
  ///     regression: R⁻¹ Λ Φ;  Bartlett: Ψ⁻¹ Λ (Λᵀ Ψ⁻¹ Λ)⁻¹
  ///
  /// `R` are the correlations, `Λ` the pattern, `Φ` the factor correlations, `Ψ` the uniquenesses.
  /// Answers are standardized by the means and standard deviations of complete rows.
  ///
  /// - Parameters:
  ///   - columns: one for each item; `nil` is a missing value.
  ///   - factors: an extraction from the same items.
  ///   - rotation: of that extraction; `nil` scores the factors as they were extracted.
  /// - Throws: `unequalLengths` when the numbers of items differ; `dependentItems`; what
  ///   `CovarianceMatrix` throws for the columns; `constantValues`.
  ///
  /// References: Thomson (1939), The Factorial Analysis of Human Ability; Bartlett (1937), British
  /// Journal of Psychology 28, 97–104. Checked against R 4.2.2, `factanal(scores =)`.
  public init(
    of columns: [[Double?]], factors: FactorExtraction, rotation: FactorRotation?,
    method: FactorScoreMethod
  ) throws(NumericError) {
    let k = factors.itemCount
    guard columns.count == k else { throw .unequalLengths(first: columns.count, second: k) }
    let covariance = try CovarianceMatrix(columns: columns, policy: .listwise)
    for item in 0..<k where !(covariance[item, item] > 0) { throw .constantValues(item: item) }
    let pattern = rotation?.pattern ?? factors.loadings
    let between =
      rotation?.factorCorrelations
      ?? Matrix(diagonal: [Double](repeating: 1, count: factors.factorCount))
    switch method {
    case .regression:
      weights = try CholeskyFactor(of: factors.correlations.matrix).solving(pattern * between)
    case .bartlett:
      let scaled = pattern.scalingRows(by: factors.uniquenesses.map { 1 / $0 })
      let inner = try CholeskyFactor(of: pattern.times(scaled, transposingSelf: true))
      weights = inner.solving(scaled.transposed).transposed
    }
    self.method = method
    scores = FactorScores.scores(columns, weights, covariance.diagonal.map { $0.squareRoot() })
  }

  private static func scores(
    _ columns: [[Double?]], _ weights: Matrix, _ deviations: [Double]
  ) -> [[Double]?] {
    let rows = (columns.first ?? []).indices.map { row -> [Double]? in
      let values = columns.compactMap { $0[row] }
      return values.count == columns.count ? values : nil
    }
    let complete = rows.compactMap { $0 }
    let means = columns.indices.map { item in
      complete.reduce(0) { $0 + $1[item] } / Double(complete.count)
    }
    return rows.map { row in
      row.map { values in
        (0..<weights.columnCount).map { factor in
          values.indices.reduce(0) { sum, item in
            sum + weights[item, factor] * (values[item] - means[item]) / deviations[item]
          }
        }
      }
    }
  }
}
