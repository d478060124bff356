/// Keeps a comparison of two reports from telling on the few persons by whom they differ.
///
/// Each report may be shown. Their difference may be shown, too, where the persons behind it are none,
/// or as many as the larger of the two minimums. Whoever has both reports can subtract by hand; the
/// comparison does not do it for them.
struct DifferencingControl {
  let old: PublishedNumbers
  let new: PublishedNumbers
  let overlap: SampleOverlap

  /// Persons that a difference of a number must have behind it.
  func minimum(for key: NumberKey) -> Int {
    let minimum = max(old.edition.minimum, new.edition.minimum)
    return key.kind.isOfPairs ? max(DisclosureControl.pairMinimum, minimum) : minimum
  }

  /// The responses that are behind a number in one report only; nil where that is not known.
  func differing(for key: NumberKey) -> DifferingResponses? {
    switch overlap {
    case .same: return DifferingResponses(goneCount: 0, addedCount: 0)
    case .unknown, .disjoint, .disjointAsStated, .otherWaves, .otherWavesOfSamePersons,
      .otherWavesOfSamePartners:
      return nil
    case .counted:
      var gone = 0
      var added = 0
      for form in formIDs(of: key) {
        guard let found = overlap.overlap(form: form, wave: key.waveID) else { return nil }
        gone += found.goneCount
        added += found.addedCount
      }
      return DifferingResponses(goneCount: gone, addedCount: added)
    }
  }

  /// True where the difference of two numbers that both reports show may be shown.
  func allowsDifference(_ first: PublishedNumber, _ second: PublishedNumber) -> Bool {
    let minimum = minimum(for: first.key)
    guard minimum > 1, !first.key.kind.isTurnout else { return true }
    switch overlap {
    case .same, .disjoint, .disjointAsStated, .otherWaves, .otherWavesOfSamePersons,
      .otherWavesOfSamePartners:
      return true
    case .unknown: return allowsUnknown(first, second, minimum)
    case .counted:
      guard let differing = differing(for: first.key) else {
        return allowsUnknown(first, second, minimum)
      }
      let forms = formIDs(of: first.key)
      return forms.allSatisfy { allows(form: $0, wave: first.key.waveID, minimum) }
        && allowsOwn(first, second, differing, minimum)
    }
  }

  /// The persons by whom two reports differ, of a form in a wave.
  private func allows(form: String, wave: String?, _ minimum: Int) -> Bool {
    guard let found = overlap.overlap(form: form, wave: wave) else { return false }
    guard found.differingCount > 0 else { return true }
    let totals = [old, new].compactMap { $0.total(form: form, wave: wave) }
    let isRepeating = totals.contains { $0.personCount < $0.responseCount }
    let persons = found.differingPersonCount ?? (isRepeating ? 0 : found.differingCount)
    let hasPartners = totals.contains { $0.partnerCount != nil }
    let partners = hasPartners ? found.differingPartnerCount ?? 0 : minimum
    return min(persons, partners, found.differingCount) >= minimum
  }

  /// The answers by which two numbers differ, where that is known exactly: in data that only grew, or
  /// only shrank, few of the new responses may have answered the item.
  private func allowsOwn(
    _ first: PublishedNumber, _ second: PublishedNumber, _ differing: DifferingResponses,
    _ minimum: Int
  ) -> Bool {
    guard differing.goneCount == 0 || differing.addedCount == 0, let oldN = first.n,
      let newN = second.n
    else { return true }
    let count = abs(newN - oldN)
    return count == 0 || count >= minimum
  }

  /// Without knowing who is in both, counts that are near each other mean that few may have come,
  /// gone or changed an answer.
  private func allowsUnknown(
    _ first: PublishedNumber, _ second: PublishedNumber, _ minimum: Int
  ) -> Bool {
    guard let oldN = first.n, let newN = second.n, abs(newN - oldN) >= minimum else { return false }
    return formIDs(of: first.key).allSatisfy { form in
      guard let before = old.total(form: form, wave: first.key.waveID),
        let after = new.total(form: form, wave: first.key.waveID)
      else { return false }
      return abs(after.personCount - before.personCount) >= minimum
    }
  }

  /// The forms whose responses are behind a number; all of them behind a number of pairs.
  private func formIDs(of key: NumberKey) -> [String] {
    if let form = key.formID { return [form] }
    return old.totals.filter { $0.waveID == key.waveID }.map(\.formID)
  }
}
