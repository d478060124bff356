extension SamplingAdequacy {
  /// The Kaiser–Meyer–Olkin measure of all items.
  public static let definition = StatisticDefinition(
    id: "kmo", name: "Kaiser–Meyer–Olkin measure",
    sentence:
      "Whether items share enough for a factor analysis: near 1 they do, at 0.5 and below they "
      + "only go together in pairs.",
    formula:
      "KMO = Σ r² / (Σ r² + Σ p²), r the correlations between different items, p the partial "
      + "correlations given all other items",
    sameAs: ["psych::KMO(cor(x))$MSA", "SPSS FACTOR /PRINT=KMO"],
    notSameAs: ["KMO of one item, psych::KMO(cor(x))$MSAi"],
    input: .items, outputs: ["kmo"],
    cautions: [
      .constantItemUndefined,
      Caution(
        "a matrix that is singular", instead: "nothing: leave out an item that repeats others"),
    ],
    otherNames: ["msa", "kaiser_meyer_olkin"],
    reference:
      "Kaiser and Rice (1974), Educational and Psychological Measurement 34, 111–117, "
      + "doi:10.1177/001316447403400115"
  ) { input throws(NumericError) in
    let result = try SamplingAdequacy(of: input.covariances().correlations())
    return [NamedValue("kmo", result.overall, count: result.completeCaseCount)]
  }
}

extension BartlettSphericity {
  /// Bartlett's test of sphericity.
  public static let definition = StatisticDefinition(
    id: "bartlett_sphericity", name: "Bartlett's test of sphericity",
    sentence: "Whether items are correlated at all; in samples of any size they nearly always are.",
    formula:
      "χ² = −(n − 1 − (2k + 5) / 6) ln|R|, df = k (k − 1) / 2, R the correlations of k items of n "
      + "persons, for pairwise correlations of the pair with the fewest",
    sameAs: ["psych::cortest.bartlett(cor(x), n)", "SPSS FACTOR /PRINT=KMO"],
    notSameAs: [
      "bartlett.test(x), which compares variances",
      "psych::cortest.bartlett of pairwise correlations with the n of all rows, which rejects too often",
    ],
    input: .items, outputs: ["chi_squared", "degrees_of_freedom", "p_value"],
    cautions: [
      .constantItemUndefined,
      Caution("many cases", instead: "kmo: the test then rejects whatever the items are"),
      Caution("skewed items", instead: "kmo: the test assumes normal items"),
    ],
    reference: "Bartlett (1950), British Journal of Psychology, Statistical Section 3, 77–85"
  ) { input throws(NumericError) in
    let matrix = try input.covariances().correlations()
    let result = try BartlettSphericity(of: matrix)
    let values = [
      ("chi_squared", result.chiSquared),
      ("degrees_of_freedom", Double(result.degreesOfFreedom)), ("p_value", result.pValue),
    ]
    return values.map { name, value in
      NamedValue(
        name, value, count: result.caseCount, warnings: FactorWarning.pairwiseCases(matrix))
    }
  }
}

extension Eigenvalues {
  /// The eigenvalues of the correlations.
  public static let definition = StatisticDefinition(
    id: "eigenvalues", name: "Eigenvalues",
    sentence:
      "How much of the items' variance each principal component takes up, in units of one item, "
      + "the largest first.",
    formula: "R v = λ v, R the correlations, λ an eigenvalue; they sum to the number of items",
    sameAs: ["eigen(cor(x))$values", "SPSS FACTOR, Total Variance Explained, Initial Eigenvalues"],
    notSameAs: ["psych::fa(x)$values, of correlations with communalities in the diagonal"],
    input: .items, outputs: ["eigenvalue"],
    cautions: [
      .constantItemUndefined,
      Caution(
        "the number of factors is to be chosen by values above 1",
        instead: "parallel_analysis: that rule keeps too many"),
    ],
    reference:
      "Kaiser (1960), Educational and Psychological Measurement 20, 141–151, "
      + "doi:10.1177/001316446002000116"
  ) { input throws(NumericError) in
    let result = try Eigenvalues(of: input.covariances().correlations())
    return result.values.map {
      NamedValue("eigenvalue", $0, count: result.completeCaseCount)
    }
  }
}

extension ParallelAnalysis {
  /// Horn's parallel analysis of principal components.
  public static let definition = StatisticDefinition(
    id: "parallel_analysis", name: "Parallel analysis (principal components)",
    sentence:
      "How many components take up more variance than those of items without any correlation; "
      + "1000 random samples, seed 1.",
    formula:
      "count from the first while the eigenvalue exceeds the mean, or the 95th percentile, of the "
      + "same eigenvalue of random samples of independent normal items; of pairwise correlations the "
      + "samples have the n of the pair with the fewest rows",
    sameAs: [
      "paran::paran(x, iterations = 1000)$Retained for the mean, but for chance",
      "paran::paran(x, iterations = 1000, centile = 95)$Retained for the percentile, but for chance",
    ],
    notSameAs: [
      "psych::fa.parallel(x)$nfact, which looks at factors",
      "the number of eigenvalues above 1, which is usually too high",
    ],
    input: .items, outputs: ["components_by_mean", "components_by_percentile_95"],
    cautions: [
      .constantItemUndefined,
      Caution(
        "an eigenvalue close to the random one",
        instead: "both numbers of components, and that the choice is unsure"),
      Caution(
        "ordered answers with few categories",
        instead: "the analysis of polychoric correlations beside it"),
    ],
    otherNames: ["horn"],
    reference:
      "Horn (1965), Psychometrika 30, 179–185, doi:10.1007/BF02289447; Glorfeld (1995), "
      + "Educational and Psychological Measurement 55, 377–393, doi:10.1177/0013164495055003002"
  ) { input throws(NumericError) in
    let matrix = try input.covariances().correlations()
    let result = try ParallelAnalysis(of: matrix, draws: 1000, seed: 1)
    let counts = [
      ("components_by_mean", result.componentCount(.mean)),
      ("components_by_percentile_95", result.componentCount(.percentile95)),
    ]
    return counts.map { name, count in
      NamedValue(
        name, Double(count), count: result.caseCount,
        warnings: FactorWarning.pairwiseCases(matrix))
    }
  }
}

extension MinimumAveragePartial {
  /// Velicer's test of 1976.
  public static let definition = StatisticDefinition(
    id: "velicer_map", name: "Velicer's minimum average partial",
    sentence: "How many components leave the items with the least to do with each other.",
    formula:
      "the m with the smallest average squared partial correlation after m components, m from 0",
    sameAs: ["O'Connor's program map, original test"],
    notSameAs: [
      "psych::vss(x)$map, which starts at one component",
      "O'Connor's program map, revised test (fourth powers)",
    ],
    input: .items, outputs: ["components"],
    cautions: [
      .constantItemUndefined,
      Caution(
        "few items to a factor",
        instead: "parallel_analysis beside it: this rule then keeps too few"),
    ],
    otherNames: ["map"],
    reference: "Velicer (1976), Psychometrika 41, 321–327, doi:10.1007/BF02293557"
  ) { input throws(NumericError) in
    let result = try MinimumAveragePartial(of: input.covariances().correlations())
    return [
      NamedValue("components", Double(result.componentCount), count: result.completeCaseCount)
    ]
  }
}
