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
    // Without pairs, and with one row a person, nobody supplies more than the others.
    if base.partnerCount != nil || base.repeatsPersons, base.largestShare > rule.largestShare {
      return .hidden(.onePersonDominates(largestShare: rule.largestShare))
    }
    return base.personCount < rule.fullFrom ? .coarse : .full
  }

  /// A result as it may be shown.
  ///
  /// That nobody answered, or that all answer alike so that a statistic is undefined, is told of a
  /// group that may be shown in full only.
  package func control<Detail>(_ content: Disclosed<Detail>, base: Base) -> Disclosed<Detail> {
    switch (content, allowance(for: base)) {
    case (.coarse, _), (.hidden, _), (.undefined(.notAdministered), _): content
    case (.undefined, _) where rule.fullFrom <= 1: content
    case (.full, .full), (.undefined, .full): content
    case (.full, .hidden(let reason)), (.undefined, .hidden(let reason)): .hidden(reason)
    case (.full(let detail), .coarse):
      detail.coarse.map(Disclosed.coarse)
        ?? .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
    case (.undefined, .coarse): .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
    }
  }

  /// A pair result as it may be shown.
  package func control<Detail>(
    _ content: Disclosed<Detail>, base: PairBase
  ) -> Disclosed<Detail> {
    let minimum = max(Self.pairMinimum, rule.minimum)
    guard base.pairCount >= minimum, base.firstPersonCount >= minimum,
      base.secondPersonCount >= minimum
    else { return .hidden(.tooFewPairs(minimum: minimum)) }
    guard base.largestShare <= rule.largestShare else {
      return .hidden(.onePersonDominates(largestShare: rule.largestShare))
    }
    guard case .full(let detail) = content else { return content }
    let persons = min(base.firstPersonCount, base.secondPersonCount)
    guard persons < rule.fullFrom else { return content }
    return detail.coarse.map(Disclosed.coarse)
      ?? .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
  }
}
