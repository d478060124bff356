import NumericCore
import SurveyAnalysis

/// Which statistics some results show anywhere, so that a report explains these and no others.
struct ShownStatistics {
  private let ids: Set<String>
  /// Whether shares of good answers are shown, of small groups as bands.
  let hasFavourable: Bool
  /// Whether anything has an interval.
  let hasIntervals: Bool

  init(_ results: AnalysisResults) {
    let items = results.items.compactMap(\.content.detail)
    let scales = results.scales.compactMap(\.content.detail)
    let pairs = results.pairs.compactMap(\.content.detail)
    let reliabilities = results.reliabilities.compactMap(\.content.detail)
    let descriptions =
      items.compactMap(\.description) + scales.map(\.description)
      + pairs.flatMap { [$0.first, $0.second] }
    var ids: Set<String> = ["n"]
    if !descriptions.isEmpty { ids.formUnion(Self.ofDescriptions) }
    if Self.hasRoundedMeans(results) { ids.insert("mean") }
    if !items.isEmpty || Self.hasShares(results) { ids.insert("proportion") }
    for detail in reliabilities {
      ids.formUnion(([detail.headline] + detail.others).map(\.passport.definitionID))
      if detail.items.contains(where: { $0.itemRestCorrelation != nil }) {
        ids.insert("item_rest_correlation")
      }
      if detail.items.contains(where: { $0.alphaIfItemDropped != nil }) {
        ids.insert("alpha_if_item_dropped")
      }
    }
    self.ids = ids
    hasFavourable = results.items.contains { result in
      result.content.detail?.favourable != nil || result.content.coarse != nil
    }
    let estimates = reliabilities.flatMap { [$0.headline] + $0.others }
    hasIntervals =
      items.contains { $0.meanInterval?.interval != nil || $0.favourable?.interval.interval != nil }
      || scales.contains { $0.meanInterval.interval != nil }
      || pairs.contains { $0.firstInterval.interval != nil || $0.secondInterval.interval != nil }
      || estimates.contains { $0.interval?.interval != nil }
      || results.multiSelects.compactMap(\.content.detail).flatMap(\.options).contains {
        $0.interval.interval != nil
      }
  }

  /// True where a number of this statistic is shown.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  private static let ofDescriptions: [String] = [
    "mean", "standard_deviation", "variance", "median", "quantile", "skewness", "kurtosis",
  ]

  private static func hasRoundedMeans(_ results: AnalysisResults) -> Bool {
    results.items.contains { $0.content.coarse?.roundedMean != nil }
      || results.scales.contains { $0.content.coarse?.roundedMean != nil }
      || results.pairs.contains {
        $0.content.coarse?.first != nil || $0.content.coarse?.second != nil
      }
  }

  private static func hasShares(_ results: AnalysisResults) -> Bool {
    results.items.contains { $0.content.coarse != nil }
      || results.multiSelects.contains { $0.content.detail != nil || $0.content.coarse != nil }
      || results.pairOptions.contains { $0.content.detail != nil || $0.content.coarse != nil }
      || results.flow.forms.contains { $0.responseRate != nil }
  }
}
