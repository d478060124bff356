import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

extension SummaryClaims {
  /// The largest gap that stands out among all of the last wave, or that none does; nil where no gap
  /// has an interval.
  var gap: FindingItem? {
    guard let selection = input.gapSelection,
      selection.count > selection.withoutIntervalCount
    else { return nil }
    guard let found = selection.standingOut.first else { return noGap(selection) }
    let sides = sides(of: found.result)
    let verb = AnswerWords.comparison(of: found.result, isHigher: found.value > 0)
    return FindingItem(
      claim: InlineText(
        "\(Words.capitalized(sides.first.plural)) \(verb) than their \(sides.second.plural) do\(input.waveSuffix(found.result.wave))."
      ),
      evidence: [
        .text("\(numbers(of: found, in: selection)) \(place(of: found, in: selection)) "),
        .link(to: "pairs", "Pairs"),
      ])
  }

  private func noGap(_ selection: GapSelection) -> FindingItem? {
    guard let largest = selection.gaps.first else { return nil }
    let sides = sides(of: largest.result)
    let between = "between \(sides.first.plural) and \(sides.second.plural)"
    let when = input.waveSuffix(largest.result.wave)
    let claim =
      selection.count == 1
      ? "The one gap \(between) that was looked at can’t be told from none\(when)."
      : "No gap \(between) stands out among \(selection.count)\(when)."
    return FindingItem(
      claim: InlineText(claim),
      evidence: [
        .text(
          "\(selection.count == 1 ? "It is" : "The largest is") “\(largest.result.label)”. \(numbers(of: largest, in: selection)) That is no proof that the two sides agree.\(unjudged(selection)) "
        ),
        .link(to: "pairs", "Pairs"),
      ])
  }

  /// "Means 2.9 and 1.9; gap +1.0 (95 % interval +0.4 to +1.5, which allows for choosing among 12;
  /// 95 pairs)."
  private func numbers(of gap: GapSelection.Gap, in selection: GapSelection) -> String {
    let mean = NumberStyle.mean()
    let interval: String
    switch gap.interval {
    case .interval(let found):
      let allows = selection.count > 1 ? ", which allows for choosing among \(selection.count)" : ""
      let style = Self.style(of: found)
      interval =
        "\(input.level) interval \(style.text(lower: found.lower, upper: found.upper))\(allows)"
    case .absent(let reason): interval = Words.absence(reason)
    }
    return
      "Means \(mean.text(gap.detail.first.mean)) and \(mean.text(gap.detail.second.mean)); gap \(NumberStyle.signed().text(gap.value)) (\(interval); \(Words.count(gap.result.base.pairCount, "pair", "pairs")))."
  }

  /// One decimal, or two where a limit would round to the zero that it leaves out.
  private static func style(of interval: ConfidenceInterval) -> NumberStyle {
    let isNear = [interval.lower, interval.upper].contains { abs($0) < 0.05 }
    return .signed(decimals: isNear ? 2 : 1)
  }

  private func place(of found: GapSelection.Gap, in selection: GapSelection) -> String {
    let count = selection.standingOut.count
    guard selection.count > 1 else { return "It is the only gap looked at." }
    let isLargest = selection.gaps.first == found
    let which =
      isLargest
      ? "It is the largest of \(selection.count) gaps looked at"
      : "It is the largest that stands out among \(selection.count) gaps looked at"
    let others = count > 1 ? ", of which \(count) stand out" : ""
    return "\(which)\(others); expect a smaller one next time.\(unjudged(selection))"
  }

  private func unjudged(_ selection: GapSelection) -> String {
    let count = selection.withoutIntervalCount
    guard count > 0 else { return "" }
    return
      " \(Words.count(count, "gap has", "gaps have")) no interval and can’t be judged."
  }

  private func sides(of result: PairResult) -> (first: Role, second: Role) {
    func role(_ item: Item?) -> Role {
      input.codebook.forms.first { form in item.map { form.item($0.id) != nil } ?? false }?.role
        ?? Role(id: "respondent")
    }
    return (role(result.first.first), role(result.second.first))
  }
}

extension ReportInput {
  /// The gaps of the last wave, judged among all of them.
  var gapSelection: GapSelection? {
    results.gapSelection(level: study.report.confidenceLevel)
  }
}
