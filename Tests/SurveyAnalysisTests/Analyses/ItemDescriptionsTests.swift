import NumericCore
import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ItemDescriptionsTests {
  @Test func missingAnswersAreCountedByKind() throws {
    let item = try describe(
      SampleColumn(
        "a",
        [
          1, nil, nil, .missing(.refused), .missing(.notApplicable), .missing(.notAdministered), 5,
        ]))
    #expect(
      item.missing == [.skipped: 2, .refused: 1, .notApplicable: 1, .notAdministered: 1])
    #expect(item.base.rowCount == 2)
    #expect(item.content.detail?.tally.counts == [1, 0, 0, 0, 1])
    expectClose(item.content.detail?.description?.mean, .derived(3))
    expectClose(item.content.detail?.floorRate, .derived(0.5))
    expectClose(item.content.detail?.ceilingRate, .derived(0.5))
  }

  @Test(
    arguments: [
      // keying, reading of the domain, favourable answers of 1, 2, 2, 3, 5.
      (.forward, "good", 1), (.reverse, "good", 3), (.forward, "bad", 3), (.reverse, "bad", 1),
      (.forward, nil, 1), (.reverse, nil, 3),
    ] as [(Keying, String?, Int)])
  func favourableIsKeyedAndReadByItsDomain(
    keying: Keying, domain: String?, count: Int
  ) throws {
    let detail = try #require(
      describe(SampleColumn("a", [1, 2, 2, 3, 5], keying: keying, domain: domain)).content.detail)
    #expect(detail.agree?.proportion.successCount == 1)  // raw: only the 5
    #expect(detail.favourable?.proportion.successCount == count)
    #expect(detail.favourable?.proportion.totalCount == 5)
    #expect(detail.bands?.favourable == BandShare(Double(count) / 5))
    #expect(detail.bands?.unfavourable == BandShare(Double(4 - count) / 5))
    #expect(detail.bands?.neutral == .about(0.2))
  }

  @Test func threeOptionsHaveOneOptionOnEachSide() throws {
    let detail = try #require(
      describe(
        SampleColumn("a", [1, 2, 3, 3], on: Sample.scale("three", codes: 1...3))
      ).content.detail)
    #expect(detail.agree?.proportion.successCount == 2)
    #expect(detail.bands?.neutral == .about(0.25))
  }

  @Test func fourOptionsHaveNoMiddle() throws {
    let detail = try #require(
      describe(
        SampleColumn("a", [1, 2, 3, 4], on: Sample.scale("four", codes: 1...4))
      ).content.detail)
    #expect(detail.bands?.neutral == nil)
    #expect(detail.bands?.favourable == .about(0.5))
  }

  @Test func bandsOfAReverseItemKeepTheRawMean() throws {
    let detail = try #require(
      describe(SampleColumn("a", [1, 1, 2], keying: .reverse)).content.detail)
    expectClose(detail.bands?.roundedMean, .derived(1.3))
  }

  @Test func aRatingHasEndsAndNoSides() throws {
    let scale = Sample.scale("rating", codes: 0...10, kind: .numeric)
    let detail = try #require(
      describe(SampleColumn("r", [0, 4, 8, 10], on: scale)).content.detail)
    #expect(detail.agree == nil && detail.favourable == nil)
    #expect(detail.floorRate == 0.25 && detail.ceilingRate == 0.25)
    let bands = try #require(detail.bands)
    #expect(bands.favourable == nil && bands.neutral == nil && bands.unfavourable == nil)
    expectClose(bands.roundedMean, .derived(5.5))
  }

  @Test func aNominalItemHasCountsOnly() throws {
    let scale = Sample.scale("site", codes: 1...3, kind: .nominal)
    let detail = try #require(describe(SampleColumn("n", [1, 3, 3], on: scale)).content.detail)
    #expect(detail.tally.counts == [1, 0, 2])
    #expect(detail.description == nil)
    #expect(detail.agree == nil)
    #expect(detail.bands == nil)
  }

  @Test func personLevelItemsCountAPersonOnce() throws {
    let answers: [SampleAnswer] = [nil, 4, 5, nil, nil, .missing(.refused)]
    let persons: [Int32] = [0, 0, 0, 1, 2, 2]
    let item = try describe(
      SampleColumn("p", answers, level: .person), persons: persons)
    // The first answered row of person 0; persons 1 and 2 never answer: their first rows.
    #expect(item.content.detail?.tally.counts == [0, 0, 0, 1, 0])
    #expect(item.missing == [.skipped: 2])
    #expect(item.base.personCount == 1)
    let rows = try describe(SampleColumn("r", answers), persons: persons)
    #expect(rows.content.detail?.tally.counts == [0, 0, 0, 1, 1])
    #expect(rows.base.rowCount == 2)
    #expect(rows.base.personCount == 1)
  }

  @Test func independentRowsHaveWilsonAndStudentIntervals() throws {
    let detail = try #require(
      describe(SampleColumn("a", [1, 2, 3, 4, 5, 4, 4, 2])).content.detail)
    let agree = try #require(detail.agree?.interval.interval)
    #expect(agree.method == .wilson)
    // Wilson for 4 of 8 is symmetric: half width z √(n + z²) / (2 (n + z²)) = z / 2 √(n + z²).
    let z = 1.959963984540054
    expectClose(agree.lower, .software(0.5 - z / (2 * (8 + z * z).squareRoot())))
    expectClose(agree.upper, .software(0.5 + z / (2 * (8 + z * z).squareRoot())))
    #expect(detail.meanInterval?.interval?.method == .studentT)
  }

  @Test func fewRepeatedPersonsHaveNoInterval() throws {
    let detail = try #require(
      describe(SampleColumn("a", [1, 2, 3]), persons: [0, 0, 1]).content.detail)
    #expect(detail.meanInterval == .absent(.tooFewGroups(count: 2, required: 10)))
    let absence = IntervalOutcome.absent(.personsRepeat(rows: 3, persons: 2))
    #expect(detail.agree?.interval == absence)
    #expect(detail.favourable?.interval == absence)
  }

  @Test func tenRepeatedPersonsHaveAClusterRobustInterval() throws {
    let codes = (0..<20).map { $0 * 7 % 5 + 1 }
    let detail = try #require(
      describe(SampleColumn("a", codes: codes), persons: (0..<20).map { $0 / 2 }).content.detail)
    let mean = try ClusteredMean(of: codes.map(Double.init), clusters: (0..<20).map { $0 / 2 })
    #expect(detail.meanInterval == .interval(try mean.interval(level: 0.95)))
    #expect(detail.agree?.interval == .absent(.personsRepeat(rows: 20, persons: 10)))
  }

  @Test func personLevelItemsOfRepeatedMentorsHaveAnInterval() throws {
    let item = try describe(
      SampleColumn("a", [1, 1, 3], level: .person), persons: [0, 0, 1])
    #expect(item.content.detail?.meanInterval?.interval != nil)
  }

  @Test func aLoneAnswerHasAMeanAndNoInterval() throws {
    let detail = try #require(describe(SampleColumn("a", [4])).content.detail)
    expectClose(detail.description?.mean, .derived(4))
    #expect(detail.meanInterval?.interval == nil)
  }

  @Test func nothingShownAndNothingAnsweredAreDifferent() throws {
    let hidden: SampleAnswer = .missing(.notAdministered)
    #expect(
      try describe(SampleColumn("a", [hidden, hidden])).content == .undefined(.notAdministered))
    #expect(try describe(SampleColumn("a", [hidden, nil])).content == .undefined(.noAnswers))
  }

  @Test func eachWaveIsDescribedAlone() throws {
    let form = Sample.form([SampleColumn("a", [1, 5, 3])], waves: [0, 1, 1])
    let results = Analysed.results(Sample.dataset([form], waves: ["early", "late", "never"]))
    #expect(results.items.map(\.wave) == [0, 1])
    expectClose(results.item("a", wave: 1)?.content.detail?.description?.mean, .derived(4))
  }

  private func describe(_ column: SampleColumn, persons: [Int32]? = nil) throws -> ItemResult {
    let domains = [
      Domain(id: "good", name: "Good", reading: .favourable),
      Domain(id: "bad", name: "Bad", reading: .unfavourable),
    ]
    let dataset = Sample.dataset([Sample.form([column], persons: persons)], domains: domains)
    return try #require(Analysed.results(dataset).item(column.item.id))
  }
}
