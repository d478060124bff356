extension RaterAgreement {
  /// Fleiss' kappa, unweighted.
  public static let fleissKappaDefinition = StatisticDefinition(
    id: "fleiss_kappa", name: "Fleiss' kappa",
    sentence:
      "How far any number of raters put units into the same categories, beyond what chance gives "
      + "raters who use the categories as often as all together do.",
    formula:
      "kappa = (a − e) / (1 − e), a the average agreement of two raters on a unit, e = Σ π², π the "
      + "average share of a category",
    sameAs: [
      "R irrCAC::fleiss.kappa.raw(x)$est$coeff.val",
      "statsmodels fleiss_kappa(table), without missing ratings",
    ],
    notSameAs: [
      "Cohen's kappa of two raters, which gives each rater habits of their own",
      "the average of Cohen's kappas of all pairs of raters",
    ],
    input: .raters, outputs: ["kappa"], interval: .studentT,
    cautions: [
      Caution(
        "nearly all ratings fall into one category",
        instead: "gwet_ac1 and percent_agreement beside it, with the categories' shares"),
      Caution("fewer than 10 units", instead: "percent_agreement with its counts"),
      Caution("ordered categories", instead: "krippendorff_alpha (ordinal) or gwet_ac2"),
    ],
    reference: "Fleiss (1971), Psychological Bulletin 76, 378–382, doi:10.1037/h0031619"
  ) { input, level throws(NumericError) in
    try values(input, level, .fleiss, [("kappa", .identity)])
  }

  /// Gwet's AC1.
  public static let gwetAC1Definition = StatisticDefinition(
    id: "gwet_ac1", name: "Gwet's AC1",
    sentence:
      "How far raters put units into the same categories, beyond what chance gives raters who "
      + "guess only at the units that are hard to rate.",
    formula:
      "AC1 = (a − e) / (1 − e), a the average agreement of two raters on a unit, e = Σ π (1 − π) "
      + "/ (q − 1), π the average share of a category, q the number of categories",
    sameAs: [
      "R irrCAC::gwet.ac1.raw(x)$est$coeff.val",
      "Python irrCAC CAC(x).gwet()[\"est\"][\"coefficient_value\"]",
    ],
    notSameAs: [
      "Cohen's and Fleiss' kappa, whose idea of chance grows with unequal categories",
      "AC2, which gives near categories part of the agreement",
    ],
    input: .raters, outputs: ["ac1"], interval: .studentT,
    cautions: [
      Caution(
        "categories that nobody used", instead: "the list of all categories, since q counts them"),
      Caution("fewer than 10 units", instead: "percent_agreement with its counts"),
    ],
    otherNames: ["ac1"],
    reference: "Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48, "
      + "doi:10.1348/000711006X126600"
  ) { input, level throws(NumericError) in
    try values(input, level, .gwet, [("ac1", .identity)])
  }

  /// Gwet's AC2 with three kinds of weights.
  public static let gwetAC2Definition = StatisticDefinition(
    id: "gwet_ac2", name: "Gwet's AC2",
    sentence:
      "How far raters give units the same or near categories, beyond what chance gives raters who "
      + "guess only at the units that are hard to rate.",
    formula:
      "AC2 = (a − e) / (1 − e), a the average weighted agreement of two raters on a unit, e = Σ w "
      + "Σ π (1 − π) / (q (q − 1)), w the weights of all q² pairs of categories, π the average "
      + "share of a category",
    sameAs: [
      "R irrCAC::gwet.ac1.raw(x, weights = \"quadratic\")$est$coeff.val, and \"linear\" and "
        + "\"ordinal\"",
      "Python irrCAC CAC(x, weights=\"quadratic\").gwet()[\"est\"][\"coefficient_value\"]",
    ],
    notSameAs: ["AC1, which counts only equal categories", "weighted kappa, with other chance"],
    input: .raters, outputs: ["linear", "quadratic", "ordinal"], interval: .studentT,
    cautions: [
      Caution("categories without an order", instead: "gwet_ac1"),
      Caution("weights chosen after looking at the results", instead: "all three, or none"),
    ],
    otherNames: ["ac2"],
    reference: "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 4"
  ) { input, level throws(NumericError) in
    try values(
      input, level, .gwet,
      [("linear", .linear), ("quadratic", .quadratic), ("ordinal", .ordinal)])
  }

  private static func values(
    _ input: StatisticInput, _ level: Double, _ coefficient: AgreementCoefficient,
    _ outputs: [(name: String, weights: AgreementWeights)]
  ) throws(NumericError) -> [NamedValue] {
    let ratings = try RatingTable(raters: input.raterColumns())
    var values: [NamedValue] = []
    for output in outputs {
      let result = try RaterAgreement(coefficient, of: ratings, weights: output.weights)
      values.append(
        NamedValue(
          output.name, result.value,
          interval: try? result.interval(level: level),
          count: result.pairableUnitCount))
    }
    return values
  }
}

extension PercentAgreement {
  /// Percent agreement.
  public static let definition = StatisticDefinition(
    id: "percent_agreement", name: "Percent agreement",
    sentence: "How often two raters give a unit the same rating, without regard to chance.",
    formula:
      "average over units of Σ r[k] (r[k] − 1) / (r (r − 1)), r[k] the raters who put a unit into "
      + "category k, r all who rated it",
    sameAs: ["R irrCAC::pa.coeff.raw(x)$est$coeff.val", "R mean(a == b) for two raters"],
    notSameAs: ["R irr::agree(x), the share of units on which all raters agree"],
    input: .raters, outputs: ["rate"], interval: .studentT,
    cautions: [
      Caution(
        "one category is far more frequent than others",
        instead: "a coefficient that allows for chance beside it, such as gwet_ac1"),
      Caution("numbers that are measured", instead: "bland_altman or icc"),
    ],
    reference: "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 2"
  ) { input, level throws(NumericError) in
    let result = try PercentAgreement(of: RatingTable(raters: input.raterColumns()))
    let interval = try? result.interval(level: level)
    return [
      NamedValue("rate", result.rate, interval: interval, count: result.pairableUnitCount)
    ]
  }
}

extension KrippendorffAlpha {
  /// Krippendorff's alpha at three levels of measurement.
  public static let definition = StatisticDefinition(
    id: "krippendorff_alpha", name: "Krippendorff's alpha",
    sentence:
      "How far any number of raters agree beyond chance, for categories, ranks or numbers, with "
      + "missing ratings.",
    formula:
      "alpha = 1 − (n − 1) Σ o[ck] d[ck] / Σ n[c] n[k] d[ck], o how often values c and k were "
      + "given to one unit, n[c] how often c was given, n all ratings, d the squared distance of "
      + "c and k at the level of measurement",
    sameAs: [
      "Python krippendorff.alpha(x, level_of_measurement=\"nominal\"), \"ordinal\", \"interval\", x with "
        + "one rater a row",
      "R irr::kripp.alpha(t(x), method = \"ordinal\")$value",
    ],
    notSameAs: [
      "R irrCAC::krippen.alpha.raw(x, weights = \"ordinal\"), whose distances are others",
      "Cronbach's alpha, which is about items and not about raters",
    ],
    input: .raters, outputs: ["nominal", "ordinal", "interval"],
    cautions: [
      Caution(
        "nearly all ratings are the same",
        instead: "percent_agreement and the counts: alpha is then near 0 however many agree"),
      Caution("a level above that of the ratings", instead: "the level that the answers have"),
    ],
    reference: "Krippendorff (2019), Content Analysis, 4th ed., chapter 12"
  ) { input throws(NumericError) in
    let ratings = try RatingTable(raters: input.raterColumns())
    var values: [NamedValue] = []
    for level in [MeasurementLevel.nominal, .ordinal, .interval] {
      let result = try KrippendorffAlpha(of: ratings, level: level)
      values.append(
        NamedValue(level.rawValue, result.alpha, count: result.pairableUnitCount))
    }
    return values
  }
}
