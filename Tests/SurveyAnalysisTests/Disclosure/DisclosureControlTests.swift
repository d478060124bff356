import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct DisclosureControlTests {
  private let control = DisclosureControl(rule: .default)

  @Test(arguments: [
    (0, DisclosureControl.Allowance.hidden(.tooFewPersons(minimum: 5))),
    (4, .hidden(.tooFewPersons(minimum: 5))), (5, .coarse), (19, .coarse), (20, .full),
  ])
  func personsDecide(count: Int, allowance: DisclosureControl.Allowance) {
    #expect(control.allowance(for: base(persons: count)) == allowance)
  }

  @Test(arguments: [
    (4, DisclosureControl.Allowance.hidden(.tooFewPartners(minimum: 5))), (5, .full),
  ])
  func partnersDecideToo(count: Int, allowance: DisclosureControl.Allowance) {
    #expect(control.allowance(for: base(persons: 30, partners: count)) == allowance)
  }

  @Test(arguments: [
    (0.5, Int?(20), false, DisclosureControl.Allowance.full),
    (0.51, 20, false, .hidden(.onePersonDominates(largestShare: 0.5))),
    (0.51, nil, true, .hidden(.onePersonDominates(largestShare: 0.5))),
  ])
  func nobodySuppliesMoreThanHalf(
    share: Double, partners: Int?, repeats: Bool, allowance: DisclosureControl.Allowance
  ) {
    let base = base(persons: 30, partners: partners, share: share, repeats: repeats)
    #expect(control.allowance(for: base) == allowance)
  }

  @Test func theLimitsComeFromTheStudy() {
    let strict = DisclosureControl(
      rule: DisclosureRule(minimum: 8, fullFrom: 40, largestShare: 0.25))
    #expect(strict.allowance(for: base(persons: 7)) == .hidden(.tooFewPersons(minimum: 8)))
    #expect(strict.allowance(for: base(persons: 39)) == .coarse)
    #expect(strict.allowance(for: base(persons: 40)) == .full)
    #expect(
      strict.allowance(for: base(persons: 40, partners: 40, share: 0.3))
        == .hidden(.onePersonDominates(largestShare: 0.25)))
  }

  @Test(arguments: [
    (10, 10, 10, 0.1, HiddenReason?.none), (9, 9, 9, 0.1, .tooFewPairs(minimum: 10)),
    (12, 9, 12, 0.2, .tooFewPairs(minimum: 10)), (12, 12, 9, 0.2, .tooFewPairs(minimum: 10)),
    (30, 10, 30, 0.6, .onePersonDominates(largestShare: 0.5)),
  ])
  func pairsNeedTenPairsOfTenPersons(
    pairs: Int, firsts: Int, seconds: Int, share: Double, reason: HiddenReason?
  ) throws {
    let shown = control.control(.full(try detail), base: pairBase(pairs, firsts, seconds, share))
    if let reason {
      #expect(shown == .hidden(reason))
    } else {
      #expect(shown == .coarse(PairDetail.Coarse(first: 1.3, second: 3.5)))
    }
  }

  @Test func twentyPersonsOnEachSideAreShownInFull() throws {
    let detail = try detail
    #expect(control.control(.full(detail), base: pairBase(20, 20, 20, 0.05)) == .full(detail))
    #expect(control.control(.full(detail), base: pairBase(25, 19, 25, 0.1)).detail == nil)
  }

  @Test(arguments: [Undefined.noAnswers, .numeric(.noTotalVariance)])
  func whyThereIsNothingIsToldOfLargeGroupsOnly(reason: Undefined) {
    let content = Disclosed<ScaleDetail>.undefined(reason)
    #expect(control.control(content, base: base(persons: 20)) == content)
    #expect(
      control.control(content, base: base(persons: 19))
        == .hidden(.tooFewForCoefficients(fullFrom: 20)))
    #expect(
      control.control(content, base: base(persons: 0)) == .hidden(.tooFewPersons(minimum: 5)))
  }

  @Test(arguments: [(4.96, nil), (1.04, nil), (4.94, 4.9), (3.25, 3.3)])
  func aMeanAtTheEndOfTheScaleIsNotShown(mean: Double, shown: Double?) {
    // 4.96 would round to 5.0, which only a group that all chose 5 (or nearly so) can have.
    #expect(coarseMean(mean, within: 1...5) == shown)
  }

  private var detail: PairDetail {
    get throws {
      let first = try Description(of: [1, 1, 2, 1.2]), second = try Description(of: [3, 4])
      let none = IntervalOutcome.absent(.pairwiseCases)
      return PairDetail(
        first: first, second: second, gap: 1, gapInterval: none, gapSpread: nil,
        firstInterval: none, secondInterval: none, exactAgreementRate: 0.5, withinOneRate: 1,
        limits: 1...5)
    }
  }

  private func base(
    persons: Int, partners: Int? = nil, share: Double = 0.1, repeats: Bool = false
  ) -> Base {
    Base(
      rowCount: persons * 2, personCount: persons, partnerCount: partners, largestShare: share,
      repeatsPersons: repeats, repeatsPartners: false)
  }

  private func pairBase(_ pairs: Int, _ firsts: Int, _ seconds: Int, _ share: Double) -> PairBase {
    let owners = (0..<pairs).map { place -> Int32 in
      place < Int(share * Double(pairs)) ? 0 : Int32(place % firsts)
    }
    return PairBase(firsts: owners, seconds: (0..<pairs).map { Int32($0 % seconds) })
  }
}
