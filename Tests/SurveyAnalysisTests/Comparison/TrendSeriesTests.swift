import NumericTestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct TrendSeriesTests {
  /// 1, 3, 2, 4: ranges 2, 1, 2, their mean 5/3, the centre 2.5.
  @Test func limitsFollowFromTheMeanMovingRange() throws {
    let limits = try #require(ControlLimits(of: [1, 3, 2, 4]))
    expectClose(limits.centre, .derived(2.5))
    expectClose(limits.lower, .derived(2.5 - 2.66 * 5 / 3))
    expectClose(limits.upper, .derived(2.5 + 2.66 * 5 / 3))
    #expect(ControlLimits(of: [1]) == nil)
  }

  @Test func sharedRespondentsGiveALineAlone() {
    #expect(series(steady, isDisjoint: false).reading == .plain(.sharedRespondents))
  }

  @Test func fewPointsGiveALineAlone() {
    #expect(
      series(Array(steady.prefix(11))).reading == .plain(.tooFewPoints(count: 11, required: 12)))
  }

  @Test func aSteadySeriesHasLimitsAndNoSignal() throws {
    #expect(try signals(steady).isEmpty)
  }

  /// Eleven points alternate by 1 and the last is 10 away.
  @Test func aPointOutsideTheLimitsIsASignal() throws {
    var values = steady
    values[11] = 14
    #expect(try signals(values).filter { $0.rule == .outsideLimits }.map(\.index) == [11])
  }

  /// Eight high points after eight low ones, with steps of 2 between neighbours that keep the limits
  /// wide: the eighth of each run is a signal.
  @Test func theEighthPointOnOneSideIsASignal() throws {
    let low: [Double] = [0, 2, 0, 2, 0, 2, 0, 2]
    let values = low + low.map { $0 + 3 }
    let found = try signals(values)
    #expect(found.map(\.index) == [7, 15])
    #expect(found.allSatisfy { $0.rule == .eightOnOneSide })
  }

  @Test func aPointOnTheCentreEndsARun() throws {
    let low: [Double] = [0, 2, 0, 2, 2.5, 2, 0, 2]
    let values = low + low.map { 5 - $0 }
    #expect(try signals(values).isEmpty)
  }

  @Test func reportsThatShowANumberMakeItsPoints() throws {
    let reports = try [("2023-01-01", 3.0), ("2024-01-01", nil), ("2025-01-01", 3.5)].map {
      date, mean in
      Compared.numbers(
        [Compared.number("a", try mean.map { try Compared.mean($0, sd: 1, n: 25) }, n: 25)],
        responses: 25, date: date)
    }
    let key = NumberKey(.mean, form: "mentee", subject: "a")
    let series = TrendSeries.all(of: [key], in: reports, isOfDisjointRespondents: true)
    #expect(series.map { $0.points.map(\.date) } == [["2023-01-01", "2025-01-01"]])
    expectClose(series.first?.points.last?.standardError, .derived(0.2))
    #expect(
      TrendSeries.all(of: [key], in: [reports[0]], isOfDisjointRespondents: true).isEmpty)
  }

  /// 25, 40 and 41 persons of growing data: the newest stays, and one person may not be told apart.
  @Test func aNeighbourThatTellsOnFewIsLeftOut() throws {
    let reports = try [(25, 3.0), (40, 3.2), (41, 3.25)].map { n, mean in
      Compared.numbers(
        [Compared.number("a", try Compared.mean(mean, sd: 1, n: n), n: n)], responses: n)
    }
    let key = NumberKey(.mean, form: "mentee", subject: "a")
    func series(_ overlap: SampleOverlap, isDisjoint: Bool = false) -> TrendSeries? {
      TrendSeries.all(
        of: [key], in: reports, overlap: overlap, isOfDisjointRespondents: isDisjoint
      ).first
    }
    #expect(series(.unknown)?.points.map(\.n) == [25, 41])
    #expect(series(.unknown)?.leftOutCount == 1)
    #expect(series(.same)?.points.map(\.n) == [25, 40, 41])
    #expect(series(.unknown, isDisjoint: true)?.leftOutCount == 0)
  }

  private let steady = (0..<12).map { Double(4 + $0 % 2) }

  private func series(_ values: [Double], isDisjoint: Bool = true) -> TrendSeries {
    TrendSeries(
      key: NumberKey(.responses, form: "mentee"), label: "mentees",
      points: values.map { .init(date: "2025-01-01", value: $0) },
      isOfDisjointRespondents: isDisjoint)
  }

  private func signals(_ values: [Double]) throws -> [TrendSeries.Signal] {
    guard case .limits(_, let signals) = series(values).reading else {
      throw CancellationError()
    }
    return signals
  }
}
