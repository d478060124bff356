extension OrdinalReliability {
  /// Categorical omega.
  public static let categoricalOmegaDefinition = StatisticDefinition(
    id: "categorical_omega", name: "Categorical omega",
    sentence:
      "How much of the spread of the total score is due to the one thing that all items measure, "
      + "where items have few answers.",
    formula:
      "omega = Σ c(i, j; λ(i) λ(j)) / Σ c(i, j; r(i, j)), c the covariance of two items' codes for "
      + "a correlation of the normal variables behind them, λ the loadings of one factor (DWLS), "
      + "r the polychoric correlations; of_model has λ(i) λ(j) in the place of r(i, j)",
    sameAs: [
      "semTools::compRelSEM(lavaan::cfa(one factor, ordered = TRUE), ord.scale = TRUE)",
      "semTools::compRelSEM(fit, ord.scale = TRUE, obs.var = FALSE) for of_model",
    ],
    notSameAs: [
      "semTools::compRelSEM(fit, ord.scale = FALSE), which is of variables that nobody scores",
      "MBESS::ci.reliability(type = \"categorical\") where its thresholds are estimated otherwise",
    ],
    input: .answers, outputs: ["categorical_omega", "of_model"],
    resampling: .ordinal { tally throws(NumericError) in
      try OrdinalReliability(of: tally, emptyCells: .halfInBinary).categoricalOmega
    },
    cautions: [
      .constantItemUndefined,
      Caution(
        "above 1, which it is over the observed variance where one factor does not fit",
        instead: "nothing: it is undefined, and the reason shows both versions and the fit"),
      Caution("more than 12 different answers to an item", instead: "mcdonald_omega"),
      Caution(
        "empty cells in the tables of pairs of items, or a matrix that is not positive definite",
        instead: "cronbach_alpha, and why the polychoric correlations fail"),
      Caution("fewer than 200 cases", instead: "cronbach_alpha with its interval beside it"),
    ],
    otherNames: ["green_yang_omega"],
    reference:
      "Green and Yang (2009), Psychometrika 74, 155–167, doi:10.1007/s11336-008-9099-3"
  ) { input throws(NumericError) in
    let result = try OrdinalReliability(of: input.answers(), emptyCells: .halfInBinary)
    let (count, warnings) = (result.completeCaseCount, result.warnings)
    return [
      NamedValue(
        "categorical_omega", try result.properCategoricalOmega(), count: count, warnings: warnings),
      NamedValue("of_model", result.categoricalOmegaOfModel, count: count, warnings: warnings),
    ]
  }

  /// Ordinal alpha.
  public static let ordinalAlphaDefinition = StatisticDefinition(
    id: "ordinal_alpha", name: "Ordinal alpha (hypothetical)",
    sentence:
      "What standardized alpha would be if the normal variables behind the answers could be "
      + "scored, which they can't.",
    formula:
      "alpha = k r / (1 + (k − 1) r), k the number of items, r the average polychoric correlation",
    sameAs: [
      "psych::alpha(psych::polychoric(x, correct = 0)$rho)$total$std.alpha",
      "standardized alpha of lavaan::lavCor(x, ordered = names(x))",
    ],
    notSameAs: [
      "Cronbach's alpha of the scores, which is usually nearer to 0",
      "categorical omega, the reliability of the score",
    ],
    input: .answers, outputs: ["ordinal_alpha"],
    resampling: .ordinal { tally throws(NumericError) in
      let matrix = try PolychoricMatrix(of: tally, emptyCells: .halfInBinary)
      return try StandardizedAlpha(of: matrix.correlations).alpha
    },
    cautions: [
      .constantItemUndefined,
      Caution(
        "the reliability of the sum score is meant",
        instead: "categorical_omega: ordinal alpha is about answers nobody has seen"),
      Caution("empty cells in the tables of pairs of items", instead: "cronbach_alpha"),
      Caution("more than 12 different answers to an item", instead: "standardized_alpha"),
    ],
    reference:
      "Zumbo, Gadermann and Zeisser (2007), Journal of Modern Applied Statistical Methods 6, 21–29"
  ) { input throws(NumericError) in
    let result = try OrdinalReliability(of: input.answers(), emptyCells: .halfInBinary)
    return [
      NamedValue(
        "ordinal_alpha", result.ordinalAlpha, count: result.completeCaseCount,
        warnings: result.warnings)
    ]
  }
}
