/// How many responses to a form in a wave two reports share. A response is shared where it is the
/// same, to the last answer, in the data of both.
package struct ResponseOverlap: Hashable, Sendable {
  /// The form.
  package let formID: String
  /// The wave; nil where the study has none.
  package let waveID: String?
  /// Responses behind the old report.
  package let oldCount: Int
  /// Responses behind the new report.
  package let newCount: Int
  /// Responses behind both.
  package let sharedCount: Int
  /// Distinct persons, at least, who gave the responses that only one report has; nil where nobody
  /// knows.
  package let differingPersonCount: Int?
  /// Distinct persons, at least, whom those responses are paired with; nil where nobody knows.
  package let differingPartnerCount: Int?

  /// How many responses are shared.
  ///
  /// - Precondition: no more are shared than either report has.
  package init(
    formID: String, waveID: String?, oldCount: Int, newCount: Int, sharedCount: Int,
    differingPersonCount: Int? = nil, differingPartnerCount: Int? = nil
  ) {
    precondition(0 <= sharedCount && sharedCount <= min(oldCount, newCount))
    self.formID = formID
    self.waveID = waveID
    self.oldCount = oldCount
    self.newCount = newCount
    self.sharedCount = sharedCount
    self.differingPersonCount = differingPersonCount
    self.differingPartnerCount = differingPartnerCount
  }

  /// Old responses that the new report lacks, because they were removed or changed.
  package var goneCount: Int { oldCount - sharedCount }
  /// New responses that the old report lacks, because they were added or changed.
  package var addedCount: Int { newCount - sharedCount }
  /// Responses that only one of the reports has.
  package var differingCount: Int { goneCount + addedCount }
}

/// What is known of the responses that two sets of numbers have in common.
package enum SampleOverlap: Hashable, Sendable {
  /// Nothing.
  case unknown
  /// Both are made from the same exports.
  case same
  /// Nobody is behind both, such as in two cohorts; known from who answered.
  case disjoint
  /// Nobody is behind both, as the user says and nothing known contradicts.
  case disjointAsStated
  /// They are two waves: no response is in both, but persons may be, and how many is not known.
  case otherWaves
  /// They are two waves, and persons are known to be in both; how many is not known.
  case otherWavesOfSamePersons
  /// They are two waves in which persons are paired with the same partners; how many is not known.
  case otherWavesOfSamePartners
  /// Counts for each form and wave; one that is missing is not known.
  case counted([ResponseOverlap])
}

extension SampleOverlap {
  /// True where both are compared as independent groups.
  package var isDisjoint: Bool { self == .disjoint || self == .disjointAsStated }

  /// What is known of the responses to a form in a wave.
  package func overlap(form formID: String, wave waveID: String?) -> ResponseOverlap? {
    guard case .counted(let overlaps) = self else { return nil }
    return overlaps.first { $0.formID == formID && $0.waveID == waveID }
  }
}

/// The responses that are behind one number in one report only, at most.
///
/// A number of pairs is touched by responses to any form, so those of all forms are summed.
struct DifferingResponses: Hashable {
  /// Old responses that the new report lacks.
  let goneCount: Int
  /// New responses that the old report lacks.
  let addedCount: Int

  /// True where both numbers are made from the same responses.
  var isNone: Bool { goneCount == 0 && addedCount == 0 }

  /// A lower bound of the answers that are behind both numbers.
  ///
  ///     max(0, n1 − gone, n2 − added)
  ///
  /// Every old answer but those in responses that are gone is behind the new number, too. The bound
  /// is exact where nothing is gone, or nothing added. A lower bound makes intervals too wide, never
  /// too narrow.
  ///
  /// - Parameters:
  ///   - oldN: answers behind the old number, n1.
  ///   - newN: answers behind the new number, n2.
  func sharedCount(oldN: Int, newN: Int) -> Int {
    min(oldN, newN, max(0, oldN - goneCount, newN - addedCount))
  }
}
