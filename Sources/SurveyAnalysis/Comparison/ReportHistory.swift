/// What earlier runs of a study say beside the present one.
///
///     ReportHistory(earlier: archive, present: numbers, overlap: overlap, previousFindings: [:])
package struct ReportHistory: Hashable, Sendable {
  /// The day of the previous report, as `2025-06-23`.
  package let previousDate: String
  /// The present numbers against the previous ones.
  package let comparison: NumbersComparison
  /// Numbers over all runs.
  package let trends: [TrendSeries]
  /// How many findings of each code the previous run had.
  package let previousFindings: [String: Int]

  /// Takes its parts.
  package init(
    previousDate: String, comparison: NumbersComparison, trends: [TrendSeries],
    previousFindings: [String: Int]
  ) {
    self.previousDate = previousDate
    self.comparison = comparison
    self.trends = trends
    self.previousFindings = previousFindings
  }
}

extension ReportHistory {
  /// The history of a study whose earlier reports were kept; nil without any.
  ///
  /// - Parameters:
  ///   - earlier: the numbers of earlier reports, oldest first.
  ///   - present: the numbers of the report that is being made.
  ///   - overlap: the responses that the last earlier report and the present one share.
  ///   - previousFindings: how many findings of each code the last earlier run had.
  ///   - isOfDisjointRespondents: true where nobody stands behind two of the reports.
  package init?(
    earlier: [PublishedNumbers], present: PublishedNumbers, overlap: SampleOverlap,
    previousFindings: [String: Int], isOfDisjointRespondents: Bool = false
  ) {
    guard let previous = earlier.last else { return nil }
    let reports = earlier + [present]
    self.init(
      previousDate: previous.edition.date,
      comparison: NumbersComparison(from: previous, to: present, overlap: overlap),
      trends: TrendSeries.all(
        of: Self.trendKeys(of: present), in: reports, overlap: overlap,
        isOfDisjointRespondents: isOfDisjointRespondents),
      previousFindings: previousFindings)
  }

  /// The numbers that a trend is drawn of: response counts, response rates and scale means.
  static func trendKeys(of numbers: PublishedNumbers) -> [NumberKey] {
    // Both have a mean; a lowest answer is of items only.
    let items = Set(numbers.numbers.filter { $0.key.kind == .floor }.map(\.key.subjectID))
    return numbers.numbers.map(\.key).filter { key in
      switch key.kind {
      case .responses, .responseRate: true
      case .mean: !items.contains(key.subjectID)
      default: false
      }
    }
  }
}
