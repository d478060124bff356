import SurveyAnalysis

extension ResponseDigests {
  /// The responses that these and those of an earlier report have in common.
  func overlap(with earlier: ResponseDigests) -> SampleOverlap {
    let keys = (earlier.groups + groups).reduce(into: [(form: String, wave: String)]()) {
      keys, group in
      if !keys.contains(where: { $0 == (group.formID, group.waveID) }) {
        keys.append((group.formID, group.waveID))
      }
    }
    return .counted(
      keys.map { key in
        let old = earlier.responses(to: key.form, in: key.wave)
        let new = responses(to: key.form, in: key.wave)
        let (shared, differing) = Self.compare(old, new)
        return ResponseOverlap(
          formID: key.form, waveID: key.wave.isEmpty ? nil : key.wave, oldCount: old.count,
          newCount: new.count, sharedCount: shared,
          differingPersonCount: Self.distinctCount(differing.map(\.person)),
          differingPartnerCount: Self.distinctCount(differing.map(\.partner)))
      })
  }

  /// How many of these are not among those of an earlier report.
  func addedCount(since earlier: ResponseDigests) -> Int {
    guard case .counted(let overlaps) = overlap(with: earlier) else { return 0 }
    return overlaps.reduce(0) { $0 + $1.addedCount }
  }

  /// True where every person, and every partner, is known and none is behind the other report. Responses
  /// of new mentees of the same mentors depend on each other, too.
  func hasNobody(of other: ResponseDigests) -> Bool {
    knowsEveryone && other.knowsEveryone && !hasSomebody(of: other)
  }

  /// True where a person or a partner who is known is behind the other report, too.
  func hasSomebody(of other: ResponseDigests) -> Bool {
    !known.isDisjoint(with: other.known)
  }

  private var known: Set<UInt64> {
    Set(groups.flatMap(\.responses).flatMap { [$0.person, $0.partner].compactMap(\.self) })
  }

  private var knowsEveryone: Bool {
    groups.allSatisfy { group in
      // Where nobody has a partner the study has no pairs.
      let hasPartners = group.responses.contains { $0.partner != nil }
      return group.responses.allSatisfy { $0.person != nil && (!hasPartners || $0.partner != nil) }
    }
  }

  private func responses(to formID: String, in waveID: String) -> [Response] {
    groups.first { $0.formID == formID && $0.waveID == waveID }?.responses ?? []
  }

  /// How many are in both, as often as both have them, and those that are in one only; both by digest.
  static func compare(
    _ old: [Response], _ new: [Response]
  ) -> (sharedCount: Int, differing: [Response]) {
    var (left, right, count) = (0, 0, 0)
    var differing: [Response] = []
    while left < old.count, right < new.count {
      if old[left].digest == new[right].digest {
        count += 1
        left += 1
        right += 1
      } else if old[left].digest < new[right].digest {
        differing.append(old[left])
        left += 1
      } else {
        differing.append(new[right])
        right += 1
      }
    }
    return (count, differing + old[left...] + new[right...])
  }

  /// How many there are at least: one that is not known may be any of the others. Nil where none is.
  private static func distinctCount(_ persons: [UInt64?]) -> Int? {
    let known = Set(persons.compactMap(\.self))
    return known.isEmpty && !persons.isEmpty ? nil : known.count
  }
}
