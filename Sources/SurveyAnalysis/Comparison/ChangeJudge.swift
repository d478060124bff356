import NumericCore

/// Says of each number what became of it.
struct ChangeJudge {
  let control: DifferencingControl
  let old: [NumberKey: PublishedNumber]
  let new: [NumberKey: PublishedNumber]

  func change(from first: PublishedNumber, to second: PublishedNumber) -> NumberChange {
    let (verdict, isJudged) = verdict(first, second)
    let isRepeat = isRepeat(second.key)
    guard case .hidden = verdict else {
      return NumberChange(
        old: first, new: second, verdict: verdict, isJudged: isJudged, isRepeat: isRepeat)
    }
    return NumberChange(
      old: first.withoutValue, new: second.withoutValue, verdict: verdict, isJudged: false,
      isRepeat: isRepeat)
  }

  private func verdict(
    _ first: PublishedNumber, _ second: PublishedNumber
  ) -> (NumberChange.Verdict, isJudged: Bool) {
    switch (first.content, second.content) {
    case (.notShown, .notShown): return (.notComparable(.neitherShown), false)
    case (.notShown(let reason), .shown): return (.notComparable(.oldNotShown(reason)), false)
    case (.shown, .notShown(let reason)): return (.notComparable(.newNotShown(reason)), false)
    case (.shown(let before), .shown(let after)):
      let isSame = before.value == after.value
      // Equal values of equally many say no more together than each does alone.
      if isSame, first.n == second.n, first.personCount == second.personCount {
        return (.unchanged, judged(first, before, second, after).difference != nil)
      }
      guard control.allowsDifference(first, second) else {
        return (.hidden(minimum: control.minimum(for: first.key)), false)
      }
      let (difference, reason) = judged(first, before, second, after)
      if isSame { return (.unchanged, difference != nil) }
      guard let difference else {
        return (.unjudged(difference: after.value - before.value, reason), false)
      }
      return (
        difference.isBeyondNoise ? .beyondNoise(difference) : .withinNoise(difference), true
      )
    }
  }

  /// The difference with its interval, or the first reason why there is none.
  private func judged(
    _ first: PublishedNumber, _ before: ShownNumber, _ second: PublishedNumber, _ after: ShownNumber
  ) -> (difference: NumberDifference?, NumberChange.Unjudged) {
    let key = first.key
    guard !key.kind.isTurnout, key.kind != .written else { return (nil, .counted) }
    if control.differing(for: key)?.isNone == true { return (nil, .sameResponses) }
    guard let old = before.interval, let new = after.interval, let oldN = first.n,
      let newN = second.n
    else { return (nil, .noInterval) }
    guard old.level == new.level else { return (nil, .otherLevels) }
    let shared: Int
    if control.overlap.isDisjoint {
      shared = 0
    } else if let differing = control.differing(for: key) {
      shared = differing.sharedCount(oldN: oldN, newN: newN)
    } else {
      return (nil, .unknownOverlap)
    }
    let difference = NumberDifference(
      NumberDifference.Sides(
        old: before, new: after, oldN: oldN, newN: newN, sharedCount: shared))
    return (difference, .noSpread)
  }

  private func isRepeat(_ key: NumberKey) -> Bool {
    switch key.kind {
    case .floor, .ceiling: return true
    case .agree:
      let favourable = NumberKey(
        .favourable, form: key.formID, wave: key.waveID, subject: key.subjectID)
      return old[favourable]?.content == old[key]?.content
        && new[favourable]?.content == new[key]?.content
    default: return false
    }
  }
}

extension PublishedNumber {
  /// The number's name alone.
  fileprivate var withoutValue: PublishedNumber {
    PublishedNumber(
      key: key, label: label, partLabel: partLabel, n: nil, personCount: nil,
      content: .notShown(.hidden))
  }
}
