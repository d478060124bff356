import NumericTestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct NumbersComparisonTests {
  @Test func theSameNumbersAreEqual() throws {
    let numbers = try sample(mean: 3, n: 40)
    let comparison = NumbersComparison(from: numbers, to: numbers, overlap: .unknown)
    #expect(comparison.isEqual)
    #expect(comparison.changes.map(\.verdict) == [.unchanged])
    #expect(comparison.judgedCount == 0)
  }

  /// Two groups of 50 with SD 1: the standard error of the difference is 0.2.
  @Test(arguments: [(mean: 3.3, isBeyond: false), (3.5, true), (2.5, true)])
  func aDifferenceIsHeldAgainstItsInterval(mean: Double, isBeyond: Bool) throws {
    let comparison = NumbersComparison(
      from: try sample(mean: 3, n: 50), to: try sample(mean: mean, n: 50), overlap: .disjoint)
    #expect(comparison.beyondNoise.count == (isBeyond ? 1 : 0))
    #expect(comparison.judgedCount == 1)
    #expect(!comparison.isEqual)
    expectClose(comparison.expectedByChance, .derived(0.05))
    expectClose(comparison.changes[0].difference, .derived(mean - 3))
  }

  /// Standard errors of 0.2 each: 0.45 is 2.25 of them, with a probability of .024 in the normal
  /// distribution, a little more by t, and 1.2 is six.
  @Test func amongManyOnlyWhatIsMoreThanChanceStandsOut() throws {
    func numbers(_ means: [Double]) throws -> PublishedNumbers {
      Compared.numbers(
        try means.enumerated().map {
          Compared.number("a\($0)", try Compared.mean($1, sd: 1, n: 50), n: 50)
        }, responses: 50)
    }
    func found(_ differences: [Double]) throws -> (own: [String?], standingOut: [String?]) {
      let comparison = NumbersComparison(
        from: try numbers(differences.map { _ in 3 }), to: try numbers(differences.map { 3 + $0 }),
        overlap: .disjoint)
      return (
        comparison.beyondNoise.map(\.key.subjectID), comparison.standingOut.map(\.key.subjectID)
      )
    }
    let quiet = Array(repeating: 0.1, count: 18)
    let noise = try found([0.45, -0.45] + quiet)
    #expect(noise.own == ["a0", "a1"])
    #expect(noise.standingOut.isEmpty)  // two of twenty, .024 each: more than .05 · 2 / 20
    let real = try found([0.45, 1.2] + quiet)
    #expect(real.standingOut == ["a1"])
    #expect(try found([0.45]).standingOut == ["a0"])  // alone it is judged by its own interval
  }

  @Test func whyADifferenceIsNotJudged() throws {
    let old = try sample(mean: 3, n: 50)
    let new = try sample(mean: 4, n: 60)
    func verdict(_ new: PublishedNumbers, _ overlap: SampleOverlap) -> NumberChange.Unjudged? {
      let change = NumbersComparison(from: old, to: new, overlap: overlap).changes.first
      if case .unjudged(_, let reason)? = change?.verdict { return reason }
      return nil
    }
    #expect(verdict(new, .unknown) == .unknownOverlap)
    #expect(verdict(new, .otherWaves) == .unknownOverlap)
    #expect(verdict(new, .same) == .sameResponses)
    let bare = Compared.numbers([Compared.number("a", ShownNumber(4), n: 60)], responses: 60)
    #expect(verdict(bare, .disjoint) == .noInterval)
    let other = ShownNumber(4, interval: try Compared.interval(3.8, 4.2, level: 0.9))
    let levels = Compared.numbers([Compared.number("a", other, n: 60)], responses: 60)
    #expect(verdict(levels, .disjoint) == .otherLevels)
  }

  /// One response was added: neither value may stand beside the other.
  @Test func aHiddenDifferenceHasNoValues() throws {
    let comparison = NumbersComparison(
      from: try sample(mean: 3, n: 50), to: try sample(mean: 3.02, n: 51),
      overlap: Compared.overlap(old: 50, new: 51, shared: 50))
    let change = try #require(comparison.changes.first)
    #expect(change.verdict == .hidden(minimum: 5))
    #expect(change.old.value == nil && change.new.value == nil && change.new.n == nil)
    #expect(change.difference == nil)
    #expect(!comparison.isEqual)
  }

  @Test func whatOneReportDoesNotShowCanNotBeCompared() throws {
    let hidden = Compared.numbers([Compared.number("a", nil, n: nil)], responses: 4)
    let shown = try sample(mean: 3, n: 50)
    #expect(
      NumbersComparison(from: hidden, to: shown, overlap: .disjoint).changes[0].verdict
        == .notComparable(.oldNotShown(.hidden)))
    #expect(
      NumbersComparison(from: shown, to: hidden, overlap: .disjoint).changes[0].verdict
        == .notComparable(.newNotShown(.hidden)))
    #expect(
      NumbersComparison(from: hidden, to: hidden, overlap: .disjoint).changes[0].verdict
        == .notComparable(.neitherShown))
  }

  @Test func whatCameAndWentIsNamedAsALargeAThingAsItIs() throws {
    let shown = ShownNumber(0.5)
    func option(_ code: String) -> PublishedNumber {
      Compared.number(
        "q", shown, n: 40, kind: .optionShare, part: code, partLabel: "Option \(code)")
    }
    let old = Compared.numbers(
      [Compared.number("a", shown, n: 40), option("1"), option("2")], responses: 40)
    let new = Compared.numbers(
      [
        Compared.number("b", shown, n: 40), Compared.number("b", shown, n: 40, kind: .favourable),
        option("1"), option("3"),
      ], responses: 40)
    let comparison = NumbersComparison(from: old, to: new, overlap: .disjoint)
    #expect(comparison.appeared.map(\.subjectID) == ["b", "q"])
    #expect(comparison.appeared.map(\.partID) == [nil, "3"])
    #expect(comparison.disappeared.map(\.subjectID) == ["a", "q"])
    #expect(comparison.disappeared.map(\.partID) == [nil, "2"])
    #expect(comparison.appeared.allSatisfy { $0.kind == nil })
  }

  @Test func otherWordsAreNamed() throws {
    let shown = ShownNumber(3)
    let comparison = NumbersComparison(
      from: Compared.numbers([Compared.number("a", shown, n: 40, label: "Old")], responses: 40),
      to: Compared.numbers([Compared.number("a", shown, n: 40, label: "New")], responses: 40),
      overlap: .disjoint)
    #expect(comparison.reworded.map(\.old) == ["Old"])
    #expect(comparison.reworded.map(\.new) == ["New"])
  }

  /// The favourable share of an item keyed forward is its agreement, and the ceiling an option's share.
  @Test func numbersThatSayTheSameCountOnce() throws {
    let kinds: [NumberKind] = [.favourable, .agree, .ceiling]
    func numbers(_ share: Double) throws -> PublishedNumbers {
      let shown = ShownNumber(
        share, interval: try Compared.interval(share - 0.1, share + 0.1, method: .wilson))
      return Compared.numbers(
        kinds.map { Compared.number("a", shown, n: 90, kind: $0) }, responses: 90)
    }
    let comparison = NumbersComparison(
      from: try numbers(0.3), to: try numbers(0.7), overlap: .disjoint)
    #expect(comparison.beyondNoise.map(\.key.kind) == [.favourable])
    #expect(comparison.judgedCount == 1)
  }

  @Test func whoAnsweredIsCountedAndNotJudged() {
    func numbers(_ count: Int) -> PublishedNumbers {
      Compared.numbers(
        [
          PublishedNumber(
            key: NumberKey(.responses, form: "mentee"), label: "mentees", n: nil, personCount: nil,
            content: .shown(ShownNumber(Double(count))))
        ], responses: count)
    }
    let comparison = NumbersComparison(from: numbers(40), to: numbers(41), overlap: .unknown)
    #expect(comparison.changes.map(\.verdict) == [.unjudged(difference: 1, .counted)])
    #expect(comparison.turnouts.map { $0.new?.responseCount } == [41])
    #expect(comparison.turnouts.map { $0.old?.responseCount } == [40])
  }

  private func sample(mean: Double, n: Int) throws -> PublishedNumbers {
    Compared.numbers(
      [Compared.number("a", try Compared.mean(mean, sd: 1, n: n), n: n)], responses: n)
  }
}
