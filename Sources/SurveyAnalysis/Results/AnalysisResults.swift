package import NumericCore
package import SurveyModel

/// Everything a report shows, in questionnaire order. Numbers are unrounded unless coarsened.
package struct AnalysisResults: Hashable, Sendable {
  /// Who answered.
  package var flow: ResponseFlow
  /// One for each item and wave in which its form was fielded.
  package var items: [ItemResult]
  /// One for each scale and wave.
  package var scales: [ScaleResult]
  /// One for each scale of items and wave.
  package var reliabilities: [ReliabilityResult]
  /// One for each multi-select question and wave.
  package var multiSelects: [MultiSelectResult]
  /// One for each pair item, pair scale and wave.
  package var pairs: [PairResult]
  /// One for each multi-select pair item and wave.
  package var pairOptions: [PairOptionsResult]
  /// One for each open question and wave.
  package var openQuestions: [OpenQuestionResult]
  /// What the analyses noticed.
  package var findings: [Finding]
}

extension AnalysisResults {
  /// The descriptions of some items alone; of all items, and the scales with them, for nil.
  package func descriptions(of items: [String]?) -> AnalysisResults {
    var results = self
    results.items.removeAll { !(items?.contains($0.item.id) ?? true) }
    if items != nil { results.scales = [] }
    results.reliabilities = []
    return results
  }

  /// True where no item, scale or reliability is left.
  package var showsNothing: Bool { items.isEmpty && scales.isEmpty && reliabilities.isEmpty }

  /// The reliability of some scales alone; of all of them for nil.
  package func reliabilities(of scales: [String]?) -> AnalysisResults {
    var results = self
    results.items = []
    results.scales = []
    results.reliabilities.removeAll { !(scales?.contains($0.scale.id) ?? true) }
    return results
  }
}

/// An answered or unanswered item in one wave.
package struct ItemResult: Hashable, Sendable {
  /// The item.
  package let item: Item
  /// Its form.
  package let formID: String
  /// Position of the wave.
  package let wave: Int
  /// Who answered it.
  package let base: Base
  /// Who was shown it, where none of them answered; nil otherwise.
  package let unanswering: Base?
  /// Rows without an answer, by reason; a person-level item counts a person once. Empty where the
  /// group is too small for counts.
  package var missing: [MissingReason: Int]
  /// What may be shown.
  package var content: Disclosed<ItemDetail>
}

/// Everything about the answers to one item.
package struct ItemDetail: Hashable, Sendable {
  /// How many gave each option; codes ascending.
  package let tally: ItemTally
  /// Mean, SD, quantiles, … of the codes; nil for a nominal item.
  package let description: Description?
  /// Interval of the mean; nil for a nominal item.
  package let meanInterval: IntervalOutcome?
  /// Raw agreement: the highest options; nil unless the options are ordinal.
  package let agree: ShareResult?
  /// Keyed agreement, Challenges read the other way: the good answers; nil unless the options are
  /// ordinal.
  package let favourable: ShareResult?
  /// Bands as small groups are shown.
  package let bands: ItemBands?
  /// Share of the lowest option, 0–1; nil for a nominal item, whose options have no order.
  package let floorRate: Double?
  /// Share of the highest option, 0–1; nil for a nominal item.
  package let ceilingRate: Double?
}

extension ItemDetail: Coarsenable {
  package var coarse: ItemBands? { bands }
}

/// A share with its interval.
package struct ShareResult: Hashable, Sendable {
  /// Count and total.
  package let proportion: Proportion
  /// Wilson's interval, or why there is none.
  package let interval: IntervalOutcome
}

/// What may be shown of the answers of a small group.
package struct ItemBands: Hashable, Sendable {
  /// Good answers; nil for a rating, of which a small group has the mean alone.
  package let favourable: BandShare?
  /// Answers between; nil where all options are good or bad, and for a rating.
  package let neutral: BandShare?
  /// Bad answers; nil for a rating.
  package let unfavourable: BandShare?
  /// Mean of the raw codes to one decimal; nil at the end of the scale, where it would say that
  /// everyone gave one answer.
  package let roundedMean: Double?
}

/// The scores of one scale in one wave.
package struct ScaleResult: Hashable, Sendable {
  /// The scale.
  package let scale: Scale
  /// Position of the wave.
  package let wave: Int
  /// Who has a score.
  package let base: Base
  /// Rows that were shown the scale and have too few answers for a score.
  package let unscoredCount: Int
  /// What may be shown.
  package var content: Disclosed<ScaleDetail>
}

/// Everything about the scores of one scale.
package struct ScaleDetail: Hashable, Sendable {
  /// Mean, SD, quantiles, … of the scores.
  package let description: Description
  /// Interval of the mean.
  package let meanInterval: IntervalOutcome
  /// Scores counted in steps, lowest first.
  package let histogram: [HistogramBin]
  /// Lowest and highest possible score; nil where the codebook sets none.
  package let limits: ClosedRange<Double>?
}

/// Scores from a lower limit up to, but without, an upper one; the last bin holds its upper limit.
package struct HistogramBin: Hashable, Sendable {
  /// Lower limit; the lowest possible score in it.
  package let lower: Double
  /// Upper limit: where the next bin begins; of the last bin the highest score.
  package let upper: Double
  /// The highest score in it that complete answers can give; nil where the codebook sets no limits.
  package let highest: Double?
  /// True for the last bin, which holds its upper limit.
  package let includesUpper: Bool
  /// How many scores lie in it.
  package let count: Int
}

extension ScaleDetail: Coarsenable {
  /// The mean to one decimal.
  package struct Coarse: Hashable, Sendable {
    /// Mean score to one decimal; nil at the end of the scale.
    package let roundedMean: Double?
  }

  package var coarse: Coarse? {
    Coarse(roundedMean: coarseMean(description.mean, within: limits))
  }
}

/// The answers to one multi-select question in one wave.
package struct MultiSelectResult: Hashable, Sendable {
  /// The question.
  package let question: MultiSelectQuestion
  /// Its form.
  package let formID: String
  /// Position of the wave.
  package let wave: Int
  /// Who ticked anything.
  package let base: Base
  /// Rows shown the question in which nothing is ticked; nil where the group is too small.
  package var nothingTickedCount: Int?
  /// Rows that were not shown it; nil where the group is too small.
  package var notShownCount: Int?
  /// Rows whose respondent left before it; nil where the group is too small.
  package var brokenOffCount: Int?
  /// Rows with an answer that could not be read; nil where the group is too small.
  package var unreadableCount: Int?
  /// What may be shown.
  package var content: Disclosed<MultiSelectDetail>
}

extension MultiSelectResult {
  /// Who ticked anything, where that may be said: with it the shares of a small group would be counts.
  ///
  package var toldBase: Base? { content.detail == nil ? nil : base }
}

/// How often each option was ticked.
package struct MultiSelectDetail: Hashable, Sendable {
  /// One for each option, in questionnaire order; the total is the rows with any tick.
  package let options: [ShareResult]
}

extension MultiSelectDetail: Coarsenable {
  /// One blurred share for each option.
  package var coarse: [BandShare]? { options.map { BandShare($0.proportion.rate) } }
}

/// How many wrote something.
package struct OpenQuestionResult: Hashable, Sendable {
  /// The question.
  package let question: OpenQuestion
  /// Its form.
  package let formID: String
  /// Position of the wave.
  package let wave: Int
  /// Who wrote something.
  package let base: Base
  /// Rows with a text; nil where too few persons wrote.
  package var answeredCount: Int?
  /// Rows of the form in the wave.
  package let rowCount: Int
}
