import NumericCore
import SurveyModel

/// The gaps of the last wave, and which of them stand out among all that were looked at.
///
///     results.gapSelection(level: 0.95)?.standingOut
///
/// The largest of m numbers is large by chance, too. So each gap is held against an interval of the
/// level 1 − (1 − level) / m, that of one number selected from m (Benjamini & Yekutieli 2005, with
/// R = 1). All m intervals hold their gaps together in `level` of studies, however the gaps depend on
/// each other (Bonferroni); so at most 1 − level of the studies without any gap name one.
///
/// Reference: Benjamini & Yekutieli (2005), Journal of the American Statistical Association 100,
/// 71–81, doi:10.1198/016214504000001907.
package struct GapSelection: Hashable, Sendable {
  /// One gap.
  package struct Gap: Hashable, Sendable {
    /// The two questions or scales.
    package let result: PairResult
    /// Means of both sides, and what else is known of them.
    package let detail: PairDetail
    /// First less second side.
    package let value: Double
    /// The interval that allows for the choice, or why there is none.
    package let interval: IntervalOutcome
    /// The gap as a share of the range of its answers, 0–1, so that gaps of a rating from 0 to 10 and
    /// of an item from 1 to 5 compare.
    package let size: Double

    /// True where the interval leaves zero out.
    package var standsOut: Bool { interval.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false }
  }

  /// Position of the wave.
  package let wave: Int
  /// Every gap that was looked at, largest first.
  package let gaps: [Gap]

  /// How many were looked at.
  package var count: Int { gaps.count }

  /// Those that stand out, largest first.
  package var standingOut: [Gap] { gaps.filter(\.standsOut) }

  /// How many have no interval and so can't stand out.
  package var withoutIntervalCount: Int { gaps.count { $0.interval.interval == nil } }
}

extension AnalysisResults {
  /// The gaps of the last wave that shows any; nil without one.
  ///
  /// - Parameter level: how sure all intervals together are, such as 0.95.
  package func gapSelection(level: Double) -> GapSelection? {
    let shown = pairs.filter { $0.content.detail?.gap != nil }
    guard let wave = shown.map(\.wave).max() else { return nil }
    let looked = shown.filter { $0.wave == wave }
    let adjusted = 1 - (1 - level) / Double(looked.count)
    let gaps = looked.compactMap { result -> GapSelection.Gap? in
      guard let detail = result.content.detail, let value = detail.gap,
        let spread = detail.gapSpread
      else { return nil }
      let range = detail.limits.map { $0.upperBound - $0.lowerBound } ?? 1
      return GapSelection.Gap(
        result: result, detail: detail, value: value, interval: spread.interval(level: adjusted),
        size: range > 0 ? abs(value) / range : 0)
    }
    // The sort is stable: of equal gaps the first in the codebook comes first.
    return GapSelection(wave: wave, gaps: gaps.sorted { $0.size > $1.size })
  }
}
