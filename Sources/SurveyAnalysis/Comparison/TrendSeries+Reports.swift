import NumericCore

extension TrendSeries {
  /// Numbers of several reports over time; without those that fewer than two of them show.
  ///
  /// Where reports share respondents, two neighbouring points may not tell on few persons either: seen
  /// from the newest, a report is left out whose difference from the next one could not be shown.
  ///
  /// - Parameters:
  ///   - keys: which numbers.
  ///   - reports: oldest first.
  ///   - overlap: the responses that the last two share.
  ///   - isOfDisjointRespondents: true where nobody stands behind two of them.
  package static func all(
    of keys: [NumberKey], in reports: [PublishedNumbers], overlap: SampleOverlap = .unknown,
    isOfDisjointRespondents: Bool
  ) -> [TrendSeries] {
    let wanted = Set(keys)
    let found = reports.enumerated().map { index, report in
      let own = report.numbers.lazy.filter { wanted.contains($0.key) }.map { ($0.key, $0) }
      return Edition(
        isNewest: index == reports.count - 1, isLastButOne: index == reports.count - 2,
        report: report, numbers: Dictionary(own) { first, _ in first })
    }
    return keys.compactMap { key in
      let shown = found.filter { $0.numbers[key]?.shown != nil }
      let kept =
        isOfDisjointRespondents
        ? shown : shown.withoutTelling(of: key, overlap)
      guard kept.count >= 2, let label = kept.last?.numbers[key]?.label else { return nil }
      return TrendSeries(
        key: key, label: label, points: kept.compactMap { $0.point(of: key) },
        isOfDisjointRespondents: isOfDisjointRespondents, leftOutCount: shown.count - kept.count)
    }
  }

  /// The numbers of one report, by key.
  fileprivate struct Edition {
    let isNewest: Bool
    let isLastButOne: Bool
    let report: PublishedNumbers
    let numbers: [NumberKey: PublishedNumber]

    func point(of key: NumberKey) -> Point? {
      guard let number = numbers[key], let shown = number.shown else { return nil }
      return Point(
        date: report.edition.date, value: shown.value, standardError: shown.standardError,
        interval: shown.interval.map { $0.lower...max($0.lower, $0.upper) }, n: number.n)
    }
  }
}

extension [TrendSeries.Edition] {
  /// Those that may stand beside each other, oldest first.
  fileprivate func withoutTelling(
    of key: NumberKey, _ overlap: SampleOverlap
  ) -> [TrendSeries.Edition] {
    var kept: [TrendSeries.Edition] = []
    for edition in reversed() {
      guard let next = kept.last else {
        kept.append(edition)
        continue
      }
      // What is known is known of the last two reports.
      let isLastPair = edition.isLastButOne && next.isNewest
      let control = DifferencingControl(
        old: edition.report, new: next.report, overlap: isLastPair ? overlap : .unknown)
      guard let first = edition.numbers[key], let second = next.numbers[key],
        first.content == second.content && first.n == second.n
          || control.allowsDifference(first, second)
      else { continue }
      kept.append(edition)
    }
    return kept.reversed()
  }
}
