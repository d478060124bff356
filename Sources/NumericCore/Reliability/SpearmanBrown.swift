/// The reliability of a scale of two items.
public struct SpearmanBrown: Hashable, Sendable {
  /// Spearman–Brown coefficient. No unit; at most 1.
  public let coefficient: Double
  /// Correlation of the two items, from −1 to 1.
  public let correlation: Double
  /// Number of persons with an answer to both items; 0 where it is not known.
  public let completeCaseCount: Int
}

extension SpearmanBrown {
  /// Computes the coefficient from the correlation of two items.
  ///
  ///     coefficient = 2 r / (1 + r)
  ///
  /// `r` is the correlation of the items. The coefficient is also their standardized alpha.
  ///
  /// - Parameter correlation: 2 × 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when there is one item; `wrongInput` when there are more than two;
  ///   `noTotalVariance` when r is −1.
  ///
  /// Reference: Eisinga, te Grotenhuis and Pelzer (2013), International Journal of Public Health 58,
  /// 637–642, doi:10.1007/s00038-012-0416-3. Checked against R psych 2.2.9, `alpha` (`std.alpha`).
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    guard correlation.count >= 2 else {
      throw .tooFewItems(count: correlation.count, required: 2)
    }
    guard correlation.count == 2 else { throw .wrongInput(required: "exactly 2 items") }
    let r = correlation[0, 1]
    // Rounding leaves about 1e-16 where the exact sum is zero.
    guard 1 + r > 1e-12 else { throw .noTotalVariance }
    coefficient = 2 * r / (1 + r)
    self.correlation = r
    completeCaseCount = correlation.completeCaseCount
  }
}

extension SpearmanBrown {
  /// The coefficient and the correlation behind it.
  public static let definition = StatisticDefinition(
    id: "spearman_brown", name: "Spearman–Brown coefficient of two items",
    sentence:
      "How consistently the two items of a short scale rank people, from their correlation.",
    formula: "coefficient = 2 r / (1 + r), r the correlation of the two items",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$total$std.alpha for two items",
      "SPSS RELIABILITY /MODEL=SPLIT for two items, Spearman-Brown Coefficient, Equal Length",
    ],
    notSameAs: ["Cronbach's alpha of the two items, unless both have the same variance"],
    input: .items, outputs: ["coefficient", "correlation"],
    resampling: .covariances { matrix throws(NumericError) in
      try SpearmanBrown(of: matrix.correlations()).coefficient
    },
    cautions: [
      Caution("more than two items", instead: "cronbach_alpha"),
      .constantItemUndefined,
      Caution("negative", instead: "nothing as a reliability: look at the keying first"),
    ],
    reference:
      "Eisinga, te Grotenhuis and Pelzer (2013), International Journal of Public Health 58, "
      + "637–642, doi:10.1007/s00038-012-0416-3"
  ) { input throws(NumericError) in
    let result = try SpearmanBrown(of: input.covariances().correlations())
    return [
      NamedValue("coefficient", result.coefficient, count: result.completeCaseCount),
      NamedValue("correlation", result.correlation, count: result.completeCaseCount),
    ]
  }
}
