extension ItemAnalysis {
  /// Raw and standardized alpha without each item.
  public static let alphaIfItemDroppedDefinition = StatisticDefinition(
    id: "alpha_if_item_dropped", name: "Alpha if item dropped",
    sentence: "What Cronbach's alpha would be if this one item were left out of the scale.",
    formula:
      "alpha = k / (k − 1) · (1 − sum of item variances / variance of their total), over the k "
      + "items that are left",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$alpha.drop$raw_alpha",
      "SPSS RELIABILITY /SUMMARY=TOTAL, Cronbach's Alpha if Item Deleted",
    ],
    notSameAs: [
      "psych::alpha(x)$alpha.drop$std.alpha",
      "psych::alpha(x)$alpha.drop for two items, which is a regression slope and not an alpha",
    ],
    input: .items, outputs: ["alpha"],
    cautions: [
      Caution(
        "choosing items by it",
        instead: "nothing of the kind: the gain seen in one sample is partly chance"),
      Caution("two items", instead: "spearman_brown"), .constantItemCounts,
    ],
    reference: "Nunnally and Bernstein (1994), Psychometric Theory, chapter 8"
  ) { input throws(NumericError) in
    let covariance = try input.covariances()
    guard covariance.count >= 3 else {
      throw .tooFewItems(count: covariance.count, required: 3)
    }
    return try perItem("alpha", of: covariance) { $0.alphaIfItemDropped }
  }

  /// The correlation of each item with the sum of the others.
  public static let itemRestCorrelationDefinition = StatisticDefinition(
    id: "item_rest_correlation", name: "Item–rest correlation",
    sentence: "How strongly this item goes together with the sum of the other items of the scale.",
    formula:
      "r = c / √(v V), c the covariance of the item with the sum of the others, v the item's "
      + "variance, V that of the sum of the others",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$item.stats$r.drop",
      "SPSS RELIABILITY /SUMMARY=TOTAL, Corrected Item-Total Correlation",
      "JASP Unidimensional Reliability, item-rest correlation, cases excluded listwise",
    ],
    notSameAs: [
      "psych::alpha(x)$item.stats$raw.r, whose total includes the item itself",
      "psych::alpha(x)$item.stats$r.cor, which is corrected in another way",
    ],
    input: .items, outputs: ["correlation"],
    cautions: [
      Caution("negative", instead: "the check of the item's keying"),
      Caution("two items", instead: "their correlation"),
      Caution("a constant item", instead: "nothing for this item: it is undefined"),
    ],
    otherNames: ["corrected_item_total_correlation", "r_drop"],
    reference: "Nunnally and Bernstein (1994), Psychometric Theory, chapter 8"
  ) { input throws(NumericError) in
    try perItem("correlation", of: input.covariances()) { $0.itemRestCorrelation }
  }

  private static func perItem(
    _ name: String, of covariance: CovarianceMatrix, _ value: (ItemContribution) -> Double?
  ) throws(NumericError) -> [NamedValue] {
    let result = try ItemAnalysis(of: covariance)
    return result.items.enumerated().map { position, item in
      NamedValue(name, item: position, value(item), count: result.completeCaseCount)
    }
  }
}
