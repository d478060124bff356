import NumericTestSupport
import ReportDocument
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@testable import SurveyReport

/// Reports of studies in which nothing is different, and what their summary claims.
@Suite struct NullReportTests {
  /// Where 5 % of reports claim something, more than so many of 400 do with a probability under 1 %:
  /// the binomial distribution's quantile, from scipy 1.17.1, binom.ppf(.99, 400, .05).
  private static let studyCount = 400
  private static let bound = 31

  @Test func atMostOneReportInTwentyNamesAGapThatIsNone() throws {
    var generator = SeededGenerator(seed: 17)
    var claimed = 0
    var loose = 0
    for _ in 0..<Self.studyCount {
      let input = Rendered.input(Self.nested(&generator), sections: ["summary"])
      if Self.claims(of: input).contains(where: { $0.contains("than their") }) { claimed += 1 }
      // The same gaps at their own 95 %, as if none had been chosen.
      let gaps = input.results.pairs.compactMap { $0.content.detail?.gapInterval?.interval }
      if gaps.contains(where: { $0.lower > 0 || $0.upper < 0 }) { loose += 1 }
    }
    #expect(claimed <= Self.bound, "seed 17: \(claimed) of \(Self.studyCount)")
    // Without the allowance a third of these reports would claim something.
    #expect(loose > Self.studyCount / 4, "seed 17: \(loose)")
  }

  @Test func atMostOneReportInTwentyNamesADifficultyThatIsNoLarger() {
    var generator = SeededGenerator(seed: 18)
    var claimed = 0
    for _ in 0..<Self.studyCount {
      let claims = Self.claims(of: Rendered.input(Self.single(&generator), sections: ["summary"]))
      if claims.contains(where: { $0.contains("more than any other") }) { claimed += 1 }
    }
    #expect(claimed <= Self.bound, "seed 18: \(claimed) of \(Self.studyCount)")
  }

  @Test func whereNothingStandsOutTheSummarySaysSo() {
    var generator = SeededGenerator(seed: 1)
    let claims = Self.claims(of: Rendered.input(Self.nested(&generator), sections: ["summary"]))
    #expect(claims.contains("No gap between mentors and mentees stands out among 10."))
    let difficulties = Self.claims(
      of: Rendered.input(Self.single(&generator), sections: ["summary"]))
    #expect(
      difficulties.contains("Nothing stands out among the challenges that were asked about."))
  }

  @Test func aRealGapIsClaimedWithTheIntervalThatAllowsForTheChoice() throws {
    var generator = SeededGenerator(seed: 2)
    let input = Rendered.input(Self.nested(&generator, shift: 2), sections: ["summary"])
    let item = try #require(Self.items(of: input).first { $0.claim.plain.contains("than their") })
    #expect(item.claim.plain == "Mentors give higher answers to “Gap 3” than their mentees do.")
    #expect(item.evidence.plain.contains("which allows for choosing among 10; 60 pairs)"))
    #expect(item.evidence.plain.contains("It is the largest of 10 gaps looked at"))
  }

  @Test func everyPlaceCountsTheSameGaps() throws {
    var generator = SeededGenerator(seed: 3)
    let rendered = Rendered(Self.nested(&generator))
    let words = rendered.markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("stands out among 10."))
    #expect(words.contains("None of these gaps stands out among the 10 gaps looked at."))
    #expect(rendered.json.contains("\"looked_at_count\": 10"))
    #expect(!rendered.json.contains("\"looked_at_count\": 11"))
  }

  // MARK: Studies

  /// Twenty mentors with three mentees each answer ten questions alike; `shift` is added to the mentors'
  /// answers to the fourth.
  private static func nested(
    _ generator: inout SeededGenerator, shift: Int = 0
  ) -> SurveyDataset {
    let count = 60
    let mentors = (0..<Int32(count)).map { $0 / 3 }
    var first: [SampleColumn] = []
    var second: [SampleColumn] = []
    for item in 0..<10 {
      // Answers of one mentor have something in common.
      let bases = (0..<20).map { _ in Int.random(in: 1...3, using: &generator) }
      let mine = mentors.map { bases[Int($0)] + Int.random(in: 0...2, using: &generator) }
      let theirs = (0..<count).map { _ in
        Int.random(in: 1...3, using: &generator) + Int.random(in: 0...2, using: &generator)
      }
      first.append(
        SampleColumn("m\(item)", codes: item == 3 ? mine.map { min(5, $0 + shift) } : mine))
      second.append(SampleColumn("e\(item)", codes: theirs))
    }
    let pairs = (0..<Int32(count)).map { $0 }
    return Sample.dataset(
      [
        Sample.form(first, persons: mentors, pairs: pairs),
        Sample.form(second, id: "mentee", persons: pairs, pairs: pairs),
      ],
      pairItems: (0..<10).map {
        PairItem(
          id: "p\($0)", label: "Gap \($0)", firstID: "m\($0)", secondID: "e\($0)",
          kind: .sameTarget, location: Sample.location)
      })
  }

  /// Eighty mentees report six difficulties equally often.
  private static func single(_ generator: inout SeededGenerator) -> SurveyDataset {
    let columns = (0..<6).map { item in
      SampleColumn(
        "c\(item)",
        (0..<80).map { _ in .code(Int.random(in: 1...5, using: &generator)) }, domain: "C")
    }
    return Sample.dataset(
      [Sample.form(columns, id: "mentee")],
      domains: [Domain(id: "C", name: "Challenges", reading: .unfavourable)])
  }

  private static func items(of input: ReportInput) -> [FindingItem] {
    SummarySection.blocks(of: input).flatMap { block -> [FindingItem] in
      guard case .section(let section) = block else { return [] }
      return section.blocks.flatMap { inner -> [FindingItem] in
        if case .findings(let items) = inner { items } else { [] }
      }
    }
  }

  private static func claims(of input: ReportInput) -> [String] {
    items(of: input).map(\.claim.plain)
  }
}
