import Testing

@testable import SurveyAnalysis

@Suite struct DifferencingControlTests {
  /// A difference is shown of no respondents, or of as many as the minimum of 5.
  @Test(arguments: [
    (old: 40, new: 40, shared: 40, isShown: true), (old: 40, new: 44, shared: 40, isShown: false),
    (old: 40, new: 45, shared: 40, isShown: true), (old: 40, new: 40, shared: 38, isShown: false),
    (old: 40, new: 40, shared: 37, isShown: true),
  ])
  func respondentsByWhomTwoReportsDiffer(old: Int, new: Int, shared: Int, isShown: Bool) throws {
    let overlap = Compared.overlap(old: old, new: new, shared: shared)
    #expect(try allows(oldN: old, newN: new, old: old, new: new, overlap) == isShown)
  }

  @Test func theLargerMinimumCounts() throws {
    let overlap = Compared.overlap(old: 40, new: 46, shared: 40)
    #expect(try allows(oldN: 40, newN: 46, old: 40, new: 46, overlap, minimum: 8) == false)
  }

  /// 10 responses were added, and 3 of them answered the item.
  @Test func fewNewAnswersToAnItemAreHidden() throws {
    let overlap = Compared.overlap(old: 40, new: 50, shared: 40)
    #expect(try allows(oldN: 30, newN: 33, old: 40, new: 50, overlap) == false)
    #expect(try allows(oldN: 30, newN: 35, old: 40, new: 50, overlap))
    #expect(try allows(oldN: 30, newN: 30, old: 40, new: 50, overlap))
  }

  /// 10 responses of 4 persons, and of persons that nobody counted.
  @Test func personsCountAndNotResponses() throws {
    let few = Compared.overlap(old: 40, new: 50, shared: 40, persons: 4)
    let many = Compared.overlap(old: 40, new: 50, shared: 40, persons: 5)
    let unknown = Compared.overlap(old: 40, new: 50, shared: 40)
    #expect(try allows(oldN: 40, newN: 50, old: 40, new: 50, few, persons: 20) == false)
    #expect(try allows(oldN: 40, newN: 50, old: 40, new: 50, many, persons: 20))
    #expect(try allows(oldN: 40, newN: 50, old: 40, new: 50, unknown, persons: 20) == false)
  }

  @Test func partnersCountWhereThereArePairs() throws {
    let few = Compared.overlap(old: 40, new: 50, shared: 40, persons: 10, partners: 2)
    let many = Compared.overlap(old: 40, new: 50, shared: 40, persons: 10, partners: 5)
    #expect(try allows(oldN: 40, newN: 50, old: 40, new: 50, few, partners: 20) == false)
    #expect(try allows(oldN: 40, newN: 50, old: 40, new: 50, many, partners: 20))
  }

  /// Counts that are near each other may mean that one person was added, or changed an answer.
  @Test func withoutKnowledgeNearCountsAreHidden() throws {
    #expect(try allows(oldN: 40, newN: 44, old: 40, new: 44, .unknown) == false)
    #expect(try allows(oldN: 40, newN: 40, old: 40, new: 40, .unknown) == false)
    #expect(try allows(oldN: 30, newN: 32, old: 40, new: 60, .unknown) == false)
    #expect(try allows(oldN: 40, newN: 45, old: 40, new: 45, .unknown))
  }

  @Test(arguments: [SampleOverlap.same, .disjoint, .otherWaves])
  func theSameResponsesAndOtherResponsesTellOnNobody(overlap: SampleOverlap) throws {
    #expect(try allows(oldN: 40, newN: 41, old: 40, new: 41, overlap))
  }

  @Test func aStudyThatShowsEverythingHidesNoDifference() throws {
    let overlap = Compared.overlap(old: 40, new: 41, shared: 40)
    #expect(try allows(oldN: 40, newN: 41, old: 40, new: 41, overlap, oldMinimum: 1, minimum: 1))
  }

  /// Pair tables need 10 pairs, so does a difference of them.
  @Test func pairsNeedTen() throws {
    let gap = NumberKey(.gap, subject: "P1")
    let control = DifferencingControl(
      old: Compared.numbers([], responses: 40), new: Compared.numbers([], responses: 47),
      overlap: Compared.overlap(old: 40, new: 47, shared: 40))
    #expect(control.minimum(for: gap) == 10)
    let pair = { (n: Int) in
      PublishedNumber(key: gap, label: "", n: n, personCount: nil, content: .shown(ShownNumber(1)))
    }
    #expect(!control.allowsDifference(pair(30), pair(37)))
  }

  @Test func whoAnsweredIsNeverHidden() {
    let control = DifferencingControl(
      old: Compared.numbers([], responses: 40), new: Compared.numbers([], responses: 41),
      overlap: .unknown)
    let count = PublishedNumber(
      key: NumberKey(.responses, form: "mentee"), label: "", n: nil, personCount: nil,
      content: .shown(ShownNumber(40)))
    #expect(control.allowsDifference(count, count))
  }

  private func allows(
    oldN: Int, newN: Int, old: Int, new: Int, _ overlap: SampleOverlap, oldMinimum: Int = 5,
    minimum: Int = 5,
    persons: Int? = nil, partners: Int? = nil
  ) throws -> Bool {
    DifferencingControl(
      old: Compared.numbers(
        [], responses: old, persons: persons, partners: partners, minimum: oldMinimum),
      new: Compared.numbers(
        [], responses: new, persons: persons, partners: partners, minimum: minimum),
      overlap: overlap
    ).allowsDifference(
      Compared.number("a", ShownNumber(3), n: oldN), Compared.number("a", ShownNumber(4), n: newN))
  }
}
