import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

extension SummaryClaims {
  /// Which scores can't rank persons, by the whole interval of each scale's coefficient; of the last
  /// wave that shows any.
  var scales: FindingItem? {
    let shown = input.results.reliabilities.filter {
      $0.content.detail != nil && $0.scale.kind == .reflective
    }
    guard let wave = shown.map(\.wave).max() else { return nil }
    let last = shown.filter { $0.wave == wave }
    let below = last.filter { Interpretation($0) == .below }
    let undecided = last.filter { Interpretation($0).mark == "‡" }
    let when = input.waveSuffix(wave)
    return FindingItem(
      claim: InlineText(claim(below.count, undecided.count, of: last.count, when)),
      evidence: [
        .text(
          [
            sentence(below, "below .70\(when)"),
            undecided.count > 3 ? doubts(undecided) : sentence(undecided, "undecided\(when)"),
            "A group’s mean is another matter: how many answer decides how precise it is. ",
          ].compactMap(\.self).joined(separator: " ")),
        .link(to: "reliability", "Reliability"),
      ])
  }

  private func claim(
    _ below: Int, _ undecided: Int, of total: Int, _ when: String
  ) -> String {
    if below > 0 {
      let which =
        total == 1
        ? "the scale’s score"
        : below == total
          ? "any of the \(total) scale scores" : "\(below) of the \(total) scale scores"
      return "Don’t rank persons by \(which)\(when)."
    }
    switch (undecided, total) {
    case (0, 1): return "The scale is consistent\(when)."
    case (0, _): return "The \(total) scales are consistent\(when)."
    case (1, 1): return "Whether the scale’s score can rank persons is undecided\(when)."
    default:
      return undecided == total
        ? "Whether the \(total) scale scores can rank persons is undecided\(when)."
        : "\(total - undecided) of \(total) scales \(total - undecided == 1 ? "is" : "are") consistent; the others are undecided\(when)."
    }
  }

  /// "3 have an interval that holds .70, and 4 have none; they are marked ‡."
  private func doubts(_ results: [ReliabilityResult]) -> String? {
    let holding = results.count { Interpretation($0) == .undecided(.holdsLimit) }
    let others = results.count - holding
    let parts = [
      holding == 0
        ? nil : "\(Words.count(holding, "has", "have")) an interval that holds .70",
      others == 0 ? nil : "\(Words.count(others, "has", "have")) no interval or too few cases",
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return
      "Of the undecided \(Words.list(parts)); ‡ marks them where their means stand."
  }

  /// "“Roles and support” (.83, .77 to .89): above .70."
  private func sentence(_ results: [ReliabilityResult], _ verdict: String) -> String? {
    guard !results.isEmpty else { return nil }
    let coefficient = NumberStyle.coefficient()
    let names = results.compactMap { result -> String? in
      guard let estimate = result.content.detail?.headline else { return nil }
      let interval =
        estimate.interval?.interval.map {
          ", \(input.level) interval \(coefficient.text(lower: $0.lower, upper: $0.upper))"
        } ?? ", no interval"
      var few = ""
      if case .undecided(.fewCases(let count)) = Interpretation(result) {
        few = ", only \(Words.count(count, "case", "cases"))"
      }
      return "“\(result.scale.name)” (\(coefficient.text(estimate.value))\(interval)\(few))"
    }
    return "\(Words.capitalized(verdict)): \(Words.list(names))."
  }
}
