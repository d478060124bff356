import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// How the numbers were made, in a list that a methods paragraph can be written from.
package enum MethodsSection: ReportSection {
  package static let name = "methods"

  package static func blocks(of input: ReportInput) -> [Block] {
    let shown = ShownStatistics(input.results)
    return [
      .section(
        Section(
          id: "methods", title: "Methods",
          [
            .paragraph("How the numbers of this report were made."),
            .bulletList(points(of: input, shown)),
            definitions(shown),
          ]))
    ]
  }

  /// One point for each step that the report has taken.
  private static func points(of input: ReportInput, _ shown: ShownStatistics) -> [InlineText] {
    rows + items(shown) + scores(input) + reliability(input) + pairs(input) + [smallGroups(input)]
  }

  private static let rows: [InlineText] =
    [
      "Rows and persons: a row is one response. Where persons, or the partners of several rows, repeat, rows are not independent, and an ordinary interval would be too narrow. Intervals of means then allow for groups of rows that share persons or partners (CR2 with Satterthwaite’s degrees of freedom, from \(ClusteredMean.smallestClusterCount) groups up); those of shares are left out with the reason, as all are where some partner is unknown.",
      "Missing answers: blank, broken off, declined, does not apply, not asked and unreadable are kept apart; none of them enters a mean, a share or a valid n. Of a response that was not finished, what is blank after the last answer is broken off, and counts as asked.",
    ]

  private static func items(_ shown: ShownStatistics) -> [InlineText] {
    !shown.contains("proportion")
      ? []
      : [
        "Item statistics: means and SD of the codes (variance with n − 1), quantiles of type 7. The top share is that of the highest options (two of four and more, one of fewer); it is called agree where these options say so. Favourable is keyed. Intervals of shares: Wilson, without continuity correction; of means: Student’s t."
      ]
  }

  private static func scores(_ input: ReportInput) -> [InlineText] {
    input.results.scales.isEmpty
      ? []
      : [
        "Scale scores: reverse-keyed items are turned round by the codebook’s limits; the score is the mean (or the codebook’s sum) of the answered items when at least as many of the items asked are answered as the codebook’s rule says."
      ]
  }

  private static func reliability(_ input: ReportInput) -> [InlineText] {
    input.results.reliabilities.isEmpty
      ? []
      : [
        "Reliability: \(input.study.report.missing) covariances; Cronbach’s alpha from three items, Spearman–Brown for two, nothing for one. Intervals by Feldt; where rows share persons or partners, where cases are pairwise and for two items, from \(Words.resampling), rows that belong together drawn together, from \(ItemRows.smallestGroupCount) such groups up."
      ]
  }

  private static func pairs(_ input: ReportInput) -> [InlineText] {
    input.results.pairs.isEmpty && input.results.pairOptions.isEmpty
      ? []
      : [
        "Pairs: linked by the pair code; only questions and scales that the codebook declares comparable are put side by side. Means of different forms’ domains are never subtracted. A gap is named in the summary only where its interval leaves zero out at the level 1 − (1 − \(input.level)) / m, m being all gaps of the last wave (Benjamini & Yekutieli 2005, one of m selected; the largest by its share of the answers’ range)."
      ]
  }

  private static func smallGroups(_ input: ReportInput) -> InlineText {
    let rule = input.study.disclosure
    let percent = NumberStyle.percent()
    let minimum = max(rule.minimum, DisclosureControl.pairMinimum)
    return
      "Small groups: nothing is shown under \(rule.minimum) distinct persons of either side; from \(rule.minimum) to \(rule.fullFrom - 1) only three bands in percent and a mean to one decimal; nobody may supply more than \(percent.text(rule.largestShare)) of a group’s rows; pair tables need \(minimum) pairs of \(minimum) persons on each side. The rule is applied before anything is written, in every output."
  }

  /// The statistics that a report shows; the registry has more.
  private static let statistics: [StableID] = [
    "n", "mean", "standard_deviation", "variance", "median", "quantile", "skewness", "kurtosis",
    "proportion", "cronbach_alpha", "standardized_alpha", "alpha_if_item_dropped",
    "item_rest_correlation", "average_inter_item_correlation", "standard_error_of_measurement",
    "spearman_brown",
  ]

  private static func definitions(_ shown: ShownStatistics) -> Block {
    let list = statistics.filter { shown.contains($0.rawValue) }.compactMap(
      StatisticRegistry.definition
    ).map { definition in
      Definition(
        InlineText("\(definition.name) (\(definition.id))"),
        InlineText("\(definition.sentence) Source: \(definition.reference)"))
    }
    return .details(summary: "Definitions of the statistics", [.definitionList(list)])
  }
}
