package import SurveyModel

/// Decides what may be shown of a result, before any section or renderer sees it.
///
/// Limits and reasons: METHODS, *Disclosure*; `docs/explanation/disclosure.md`.
package struct DisclosureControl {
  /// The study's limits.
  package let rule: DisclosureRule

  /// Distinct pairs, and mentors in them, that pair tables need, whatever the rule's minimum.
  package static let pairMinimum = 10

  /// Control by the study's limits.
  package init(rule: DisclosureRule) { self.rule = rule }

  /// What a group's size allows.
  package enum Allowance: Hashable, Sendable {
    /// Everything.
    case full
    /// Bands and a rounded mean.
    case coarse
    /// Nothing.
    case hidden(HiddenReason)
  }

  /// What may be shown of a group.
  package func allowance(for base: Base) -> Allowance {
    if base.personCount < rule.minimum { return .hidden(.tooFewPersons(minimum: rule.minimum)) }
    if let partners = base.partnerCount, partners < rule.minimum {
      return .hidden(.tooFewPartners(minimum: rule.minimum))
    }
    if base.partnerCount != nil, base.largestShare > rule.largestShare {
      return .hidden(.onePersonDominates(largestShare: rule.largestShare))
    }
    return base.personCount < rule.fullFrom ? .coarse : .full
  }

  /// A result as it may be shown.
  package func control<Detail>(_ content: Disclosed<Detail>, base: Base) -> Disclosed<Detail> {
    guard case .full(let detail) = content else { return content }
    switch allowance(for: base) {
    case .full: return content
    case .hidden(let reason): return .hidden(reason)
    case .coarse:
      return detail.coarse.map(Disclosed.coarse)
        ?? .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
    }
  }

  /// A pair result as it may be shown.
  package func control<Detail>(
    _ content: Disclosed<Detail>, base: PairBase
  ) -> Disclosed<Detail> {
    guard case .full(let detail) = content else { return content }
    let minimum = max(Self.pairMinimum, rule.minimum)
    guard base.pairCount >= minimum, base.firstPersonCount >= minimum,
      base.secondPersonCount >= minimum
    else { return .hidden(.tooFewPairs(minimum: minimum)) }
    guard base.largestShare <= rule.largestShare else {
      return .hidden(.onePersonDominates(largestShare: rule.largestShare))
    }
    let persons = min(base.firstPersonCount, base.secondPersonCount)
    guard persons < rule.fullFrom else { return content }
    return detail.coarse.map(Disclosed.coarse)
      ?? .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
  }

  /// All results as they may be shown.
  package func control(_ results: AnalysisResults) -> AnalysisResults {
    var results = results
    results.items = results.items.map { item in
      var item = item
      item.content = control(item.content, base: item.base)
      return item
    }
    results.scales = results.scales.map { scale in
      var scale = scale
      scale.content = control(scale.content, base: scale.base)
      return scale
    }
    results.reliabilities = results.reliabilities.map { reliability in
      var reliability = reliability
      reliability.content = control(reliability.content, base: reliability.base)
      return reliability
    }
    results.multiSelects = results.multiSelects.map { question in
      var question = question
      question.content = control(question.content, base: question.base)
      return question
    }
    results.pairs = results.pairs.map { pair in
      var pair = pair
      pair.content = control(pair.content, base: pair.base)
      return pair
    }
    results.pairOptions = results.pairOptions.map { pair in
      var pair = pair
      pair.content = control(pair.content, base: pair.base)
      return pair
    }
    return results
  }
}
