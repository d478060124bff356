import Testing

@testable import SurveyAnalysis

@Suite struct ResponseOverlapTests {
  /// Old and new answers, old responses gone, new ones added: the answers in both, at least.
  @Test(arguments: [
    // The new data hold all of the old: exact.
    (oldN: 18, newN: 25, gone: 0, added: 10, shared: 18),
    // The new data are a part of the old: exact.
    (oldN: 25, newN: 18, gone: 10, added: 0, shared: 18),
    // 20 old responses gone may all have held an answer.
    (oldN: 50, newN: 40, gone: 20, added: 15, shared: 30),
    // Nothing needs to be shared.
    (oldN: 10, newN: 10, gone: 30, added: 30, shared: 0),
    // Never more than either has.
    (oldN: 10, newN: 8, gone: 0, added: 5, shared: 8),
  ])
  func answersInBoth(oldN: Int, newN: Int, gone: Int, added: Int, shared: Int) {
    let differing = DifferingResponses(goneCount: gone, addedCount: added)
    #expect(differing.sharedCount(oldN: oldN, newN: newN) == shared)
  }

  @Test func whatIsGoneAndWhatIsAddedFollowFromTheCounts() {
    let overlap = ResponseOverlap(
      formID: "mentee", waveID: nil, oldCount: 40, newCount: 60, sharedCount: 35)
    #expect(overlap.goneCount == 5)
    #expect(overlap.addedCount == 25)
    #expect(overlap.differingCount == 30)
  }
}
