extension McDonaldOmega {
  /// Omega total of one factor.
  public static let definition = StatisticDefinition(
    id: "mcdonald_omega", name: "McDonald's omega total, one factor",
    sentence:
      "How much of the spread of the total score is due to the one thing that all items measure.",
    formula:
      "omega = (Σ λ)² / ((Σ λ)² + Σ θ), λ the loadings of one factor fitted by maximum likelihood "
      + "to covariances, θ the items' own variances",
    sameAs: [
      "semTools::compRelSEM(lavaan::cfa(one factor), obs.var = FALSE)",
      "semTools::reliability(fit)[\"omega\", ]",
    ],
    notSameAs: [
      "psych::omega(x)$omega.tot, which is of standardized items and of three factors",
      "semTools::compRelSEM(fit), which divides by the observed variance of the total",
      "categorical omega, for items with few answers",
    ],
    input: .items, outputs: ["omega"],
    resampling: .oneFactor(OneFactorFit.omega),
    cautions: [
      .constantItemUndefined,
      Caution(
        "a Heywood case, an improper solution or no convergence",
        instead: "cronbach_alpha with its interval, and that the factor model failed"),
      Caution(
        "fewer than 50 cases, or omega far below alpha",
        instead: "cronbach_alpha beside it, and the warning that the factor solution is unstable"),
      Caution("two items", instead: "spearman_brown"),
      Caution("items with few answers", instead: "categorical_omega"),
      Caution(
        "the items measure more than one thing",
        instead: "a coefficient for each subscale, or omega_hierarchical"),
    ],
    otherNames: ["omega", "composite_reliability_in_score_units"],
    reference: "McDonald (1999), Test Theory: A Unified Treatment, chapter 6"
  ) { input throws(NumericError) in
    let result = try McDonaldOmega(of: input.covariances())
    return [
      NamedValue(
        "omega", try result.proper(result.omegaTotal), count: result.completeCaseCount,
        warnings: result.warnings)
    ]
  }

  /// Composite reliability of standardized items.
  public static let compositeReliabilityDefinition = StatisticDefinition(
    id: "composite_reliability", name: "Composite reliability, standardized",
    sentence:
      "What McDonald's omega would be if every item were first put on the same spread.",
    formula:
      "CR = (Σ λ)² / ((Σ λ)² + Σ (1 − λ²)), λ the standardized loadings of one factor fitted by "
      + "maximum likelihood",
    sameAs: [
      "lavaan::cfa(one factor), (sum of std.all loadings)² over itself plus the sum of 1 − λ²",
      "Excel sheets after Fornell and Larcker, from standardized loadings",
    ],
    notSameAs: [
      "semTools::compRelSEM(fit), which is in score units",
      "standardized alpha, which gives every item the same weight",
    ],
    input: .items, outputs: ["composite_reliability"],
    resampling: .oneFactor { fit, _ in
      let shared = square(fit.loadings.reduce(0, +))
      return shared / (shared + fit.residuals.reduce(0, +))
    },
    cautions: [
      .constantItemUndefined,
      Caution(
        "a Heywood case, an improper solution or no convergence",
        instead: "cronbach_alpha with its interval, and that the factor model failed"),
      Caution(
        "fewer than 50 cases, or omega far below alpha",
        instead: "cronbach_alpha beside it, and the warning that the factor solution is unstable"),
      Caution("scores that are sums of the items as answered", instead: "mcdonald_omega"),
    ],
    otherNames: ["cr"],
    reference:
      "Fornell and Larcker (1981), Journal of Marketing Research 18, 39–50, "
      + "doi:10.1177/002224378101800104"
  ) { input throws(NumericError) in
    let result = try McDonaldOmega(of: input.covariances())
    return [
      NamedValue(
        "composite_reliability", try result.proper(result.standardizedCompositeReliability),
        count: result.completeCaseCount, warnings: result.warnings)
    ]
  }

  /// Average variance extracted.
  public static let varianceExtractedDefinition = StatisticDefinition(
    id: "average_variance_extracted", name: "Average variance extracted, standardized",
    sentence:
      "How much of an item's variance, on average, is due to the one thing that all items measure.",
    formula:
      "AVE = Σ λ² / k, λ the standardized loadings of one factor fitted by maximum likelihood, k "
      + "the number of items",
    sameAs: ["lavaan::cfa(one factor), mean of the squared std.all loadings"],
    notSameAs: ["semTools::AVE(fit), which weighs items by their variances"],
    input: .items, outputs: ["average_variance_extracted"],
    resampling: .oneFactor { fit, _ in
      fit.loadings.reduce(0) { $0 + square($1) } / Double(fit.loadings.count)
    },
    cautions: [
      .constantItemUndefined,
      Caution(
        "a Heywood case, an improper solution or no convergence",
        instead: "cronbach_alpha with its interval, and that the factor model failed"),
      Caution("the reliability of a score is meant", instead: "mcdonald_omega"),
    ],
    otherNames: ["ave"],
    reference:
      "Fornell and Larcker (1981), Journal of Marketing Research 18, 39–50, "
      + "doi:10.1177/002224378101800104"
  ) { input throws(NumericError) in
    let result = try McDonaldOmega(of: input.covariances())
    return [
      NamedValue(
        "average_variance_extracted", try result.proper(result.standardizedVarianceExtracted),
        count: result.completeCaseCount, warnings: result.warnings)
    ]
  }
}

extension McDonaldOmegaHierarchical {
  /// Omega hierarchical and total with three group factors.
  public static let definition = StatisticDefinition(
    id: "omega_hierarchical", name: "McDonald's omega hierarchical",
    sentence:
      "How much of the spread of the total score is due to one general factor, where items also "
      + "form three groups; of at least 7 items.",
    formula:
      "hierarchical = (Σ g)² / Σ R, total = 1 − Σ (1 − h²) / Σ R, g the loadings on the general "
      + "factor after a Schmid–Leiman transformation of three minres factors with oblimin "
      + "rotation, h² the communalities, R the correlations",
    sameAs: [
      "psych::omega(x, nfactors = 3, flip = FALSE)$omega_h to about three decimals, where both reach "
        + "the same optimum of the rotation"
    ],
    notSameAs: [
      "psych::omega(x)$omega_h where it turns items round",
      "omega hierarchical of a confirmatory bifactor model",
    ],
    input: .items, outputs: ["omega_hierarchical", "omega_total"],
    cautions: [
      .constantItemUndefined,
      Caution(
        "a Heywood case, an improper solution or no convergence",
        instead: "cronbach_alpha with its interval, and that the factor model failed"),
      Caution("fewer than 7 items, where it is undefined", instead: "mcdonald_omega"),
      Caution("fewer than three items to a group", instead: "mcdonald_omega"),
      Caution(
        "rotations that fit about equally well give values more than 0.05 apart",
        instead: "mcdonald_omega: it is undefined, since the general factor is not determined"),
    ],
    otherNames: ["omega_h"],
    reference:
      "Zinbarg, Revelle, Yovel and Li (2005), Psychometrika 70, 123–133, "
      + "doi:10.1007/s11336-003-0974-7"
  ) { input throws(NumericError) in
    let matrix = try input.covariances().correlations()
    let result = try McDonaldOmegaHierarchical(of: matrix, groupFactorCount: 3)
    let (count, warnings) = (result.completeCaseCount, result.warnings)
    return [
      NamedValue(
        "omega_hierarchical", result.omegaHierarchical, count: count, warnings: warnings),
      NamedValue("omega_total", result.omegaTotal, count: count, warnings: warnings),
    ]
  }
}
