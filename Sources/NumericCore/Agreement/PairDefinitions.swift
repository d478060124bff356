extension CohenKappa {
  /// Cohen's kappa, unweighted.
  public static let definition = StatisticDefinition(
    id: "cohen_kappa", name: "Cohen's kappa",
    sentence:
      "How far two raters put the same units into the same categories, beyond what two raters "
      + "with their habits would by chance.",
    formula:
      "kappa = (a − e) / (1 − e), a the share of units in the same category, e = Σ p q, p and q "
      + "the shares of a category for the first and the second rater",
    sameAs: [
      "psych::cohen.kappa(cbind(a, b))$kappa", "vcd::Kappa(table(a, b))$Unweighted",
      "statsmodels cohens_kappa(table).kappa", "SPSS CROSSTABS /STATISTICS=KAPPA",
    ],
    notSameAs: [
      "psych::cohen.kappa(cbind(a, b))$weighted.kappa, with quadratic weights",
      "Fleiss' kappa of two raters, which is Scott's pi",
    ],
    input: .pair, outputs: ["kappa"], interval: .asymptoticNormal,
    cautions: [
      Caution(
        "one category is far more frequent than others",
        instead: "percent_agreement and gwet_ac1 beside it, with both raters' shares"),
      Caution("ordered categories", instead: "weighted_kappa"),
      Caution("more than two raters", instead: "fleiss_kappa or krippendorff_alpha"),
      Caution(
        "fewer than 30 units, or kappa near 1",
        instead: "a bootstrap interval: the asymptotic one is too narrow or passes 1"),
    ],
    otherNames: ["kappa"],
    reference:
      "Cohen (1960), Educational and Psychological Measurement 20, 37–46, "
      + "doi:10.1177/001316446002000104"
  ) { input, level throws(NumericError) in
    try values(input, level, [("kappa", .identity)])
  }

  /// Cohen's kappa with linear and quadratic weights.
  public static let weightedDefinition = StatisticDefinition(
    id: "weighted_kappa", name: "Cohen's kappa, weighted",
    sentence:
      "How far two raters give the same units the same or near categories, beyond what two raters "
      + "with their habits would by chance.",
    formula:
      "kappa = (Σ w p − Σ w e) / (1 − Σ w e), p the share of units of a pair of categories, e the "
      + "product of both raters' shares, w = 1 − d (linear) or 1 − d² (quadratic), d the distance "
      + "of the categories in parts of the widest",
    sameAs: [
      "vcd::Kappa(table(a, b), weights = \"Equal-Spacing\")$Weighted (linear) and "
        + "\"Fleiss-Cohen\" (quadratic), for codes without gaps",
      "psych::cohen.kappa(cbind(a, b))$weighted.kappa (quadratic), for codes without gaps",
    ],
    notSameAs: [
      "psych's interval of weighted kappa, which uses another variance",
      "kappa with weights by the order of used categories, where codes have gaps",
    ],
    input: .pair, outputs: ["linear", "quadratic"], interval: .asymptoticNormal,
    cautions: [
      Caution("categories without an order", instead: "cohen_kappa"),
      Caution(
        "raters of very different level",
        instead: "icc (two-way random), to which quadratic kappa is close, with its interval"),
      Caution("fewer than 30 units, or kappa near 1", instead: "a bootstrap interval"),
    ],
    otherNames: ["linear_kappa", "quadratic_kappa"],
    reference: "Cohen (1968), Psychological Bulletin 70, 213–220, doi:10.1037/h0026256"
  ) { input, level throws(NumericError) in
    try values(input, level, [("linear", .linear), ("quadratic", .quadratic)])
  }

  private static func values(
    _ input: StatisticInput, _ level: Double, _ outputs: [(name: String, weights: AgreementWeights)]
  ) throws(NumericError) -> [NamedValue] {
    let (first, second) = try input.codedPair()
    var values: [NamedValue] = []
    for output in outputs {
      let result = try CohenKappa(first, second, weights: output.weights)
      values.append(
        NamedValue(
          output.name, result.kappa,
          interval: try result.interval(level: level),
          count: result.count))
    }
    return values
  }
}

extension BlandAltman {
  /// Limits of agreement with exact intervals.
  public static let definition = StatisticDefinition(
    id: "bland_altman", name: "Limits of agreement (Bland–Altman)",
    sentence:
      "How far apart two measurements of the same units typically are, and between which limits "
      + "95 % of the differences lie.",
    formula:
      "limits = mean of first − second ± 1.96 · standard deviation of the differences; intervals "
      + "of the limits from noncentral t with n − 1 degrees of freedom about 1.96 √n",
    sameAs: ["R mean(a - b) + c(-1, 1) * qnorm(0.975) * sd(a - b)"],
    notSameAs: [
      "limits at ± 2 standard deviations",
      "the interval of the mean difference, which says nothing about single units",
    ],
    input: .pair, outputs: ["mean_difference", "lower_limit", "upper_limit"],
    interval: .noncentralT,
    cautions: [
      Caution(
        "differences that grow with the size of the measurement",
        instead: "limits of the logarithms, or of differences in percent"),
      Caution("single items with few categories", instead: "weighted_kappa"),
      Caution("several rows of one person", instead: "limits for repeated measurements"),
    ],
    otherNames: ["limits_of_agreement"],
    reference:
      "Bland and Altman (1999), Statistical Methods in Medical Research 8, 135–160, "
      + "doi:10.1177/096228029900800204"
  ) { input, level throws(NumericError) in
    guard case .pair(let first, let second) = input else {
      throw .wrongInput(required: "two measurements of the same units")
    }
    let result = try BlandAltman(first, second)
    return [
      NamedValue(
        "mean_difference", result.meanDifference,
        interval: try result.meanInterval(level: level), count: result.count),
      NamedValue(
        "lower_limit", result.lowerLimit,
        interval: try result.lowerLimitInterval(level: level, method: .exact),
        count: result.count),
      NamedValue(
        "upper_limit", result.upperLimit,
        interval: try result.upperLimitInterval(level: level, method: .exact),
        count: result.count),
    ]
  }
}

extension IntraclassCorrelation {
  /// All six coefficients of Shrout and Fleiss.
  public static let definition = StatisticDefinition(
    id: "icc", name: "Intraclass correlation",
    sentence:
      "How much of the variance of numeric ratings is due to the units rated, and not to raters "
      + "or error.",
    formula:
      "one-way (B − W) / (B + (k − 1) W); two-way random (B − E) / (B + (k − 1) E + k (J − E) / n); "
      + "two-way mixed (B − E) / (B + (k − 1) E); B, W, J, E the mean squares between units, within "
      + "units, between raters, residual; n units, k raters; average = k c / (1 + (k − 1) c) of "
      + "the single c",
    sameAs: [
      "psych::ICC(x[complete.cases(x), ], lmer = FALSE)$results",
      "pingouin.intraclass_corr(data, targets=\"unit\", raters=\"rater\", ratings=\"rating\", "
        + "nan_policy=\"omit\"), one rating a row",
      "SPSS RELIABILITY /ICC=MODEL(ONEWAY) for one-way, MODEL(RANDOM) TYPE(ABSOLUTE) for two-way "
        + "random, MODEL(MIXED) TYPE(CONSISTENCY) for two-way mixed",
    ],
    notSameAs: [
      "psych::ICC(x), whose mixed model keeps units with missing ratings and no negative variance",
      "the intraclass correlation of a multilevel model, of persons within groups",
      "Pearson's correlation of two raters, which overlooks a difference in level",
    ],
    input: .raters,
    outputs: RatingForm.allCases.flatMap { form in
      RatingUnit.allCases.map { "\(form.rawValue)_\($0.rawValue)" }
    },
    interval: .fDistribution, missing: .rowsLeftOut,
    cautions: [
      Caution(
        "the form was chosen by its value",
        instead: "the form that the design has: who rated, and whether levels count"),
      Caution(
        "negative", instead: "the value as it is: ratings of a unit differ more than units do"),
      Caution("units that hardly differ", instead: "bland_altman, in the unit of measurement"),
      Caution("categories without an order", instead: "krippendorff_alpha (nominal)"),
    ],
    otherNames: ["intraclass_correlation"],
    reference:
      "Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428, "
      + "doi:10.1037/0033-2909.86.2.420"
  ) { input, level throws(NumericError) in
    let squares = try RatingMeanSquares(of: input.raterColumns())
    var values: [NamedValue] = []
    for form in RatingForm.allCases {
      for unit in RatingUnit.allCases {
        let result = try IntraclassCorrelation(of: squares, form: form, unit: unit)
        values.append(
          NamedValue(
            "\(form.rawValue)_\(unit.rawValue)", result.value,
            interval: try? result.interval(level: level),
            count: squares.unitCount))
      }
    }
    return values
  }
}
