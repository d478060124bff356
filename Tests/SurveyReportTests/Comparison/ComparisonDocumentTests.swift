import NumericTestSupport
import ReportDocument
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

@Suite struct ComparisonDocumentTests {
  @Test func equalNumbersAreSaidToBeEqual() {
    let numbers = numbers(codes: [1, 2, 3, 4, 5], times: 8)
    let text = text(numbers, numbers, .unknown)
    #expect(text.contains("Both have the same numbers."))
    #expect(!text.contains("|"))
  }

  /// Means 3 and 4 of 40 persons each, who are others.
  @Test func whatIsBeyondNoiseStandsFirstWithItsInterval() throws {
    let old = numbers(codes: [1, 2, 3, 4, 5], times: 8)
    let new = numbers(codes: [3, 4, 4, 4, 5], times: 8)
    let text = text(old, new, .disjoint)
    let found = try #require(text.range(of: "Changed beyond noise"))
    let turnout = try #require(text.range(of: "Who answered"))
    #expect(found.lowerBound < turnout.lowerBound)
    let row = try #require(text.split(separator: "\n").first { $0.contains("(mean)") })
    #expect(row.contains("3.00") && row.contains("4.00") && row.contains("+1.00"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("by chance alone"))
    #expect(text.contains("+0.50 to +1.50") || row.contains(" to "))
  }

  @Test func aHiddenDifferenceIsCountedAndNotShown() {
    let old = numbers(codes: [1, 2, 3, 4, 5], times: 8)
    let new = numbers(codes: [1, 2, 3, 4, 5], times: 8, more: [5])
    let overlap = SampleOverlap.counted([
      ResponseOverlap(
        formID: "mentor", waveID: nil, oldCount: 40, newCount: 41, sharedCount: 40,
        differingPersonCount: 1)
    ])
    for all in [false, true] {
      let text = text(old, new, overlap, all: all)
      #expect(text.contains("Hidden: Mentors"))
      #expect(text.contains("fewer than 5 persons"))
      // 3 and 125/41 are the means.
      #expect(!text.contains("3.05") && !text.contains("3.00"))
    }
    let json = ComparisonJSON.value(
      NumbersComparison(from: old, to: new, overlap: overlap), showsAll: true
    ).text
    #expect(json.contains("\"verdict\": \"hidden\"") && !json.contains("3.04"))
  }

  @Test func twoWavesAreNamed() {
    let numbers = numbers(codes: [1, 2, 3, 4, 5], times: 8)
    let later = self.numbers(codes: [2, 2, 3, 4, 5], times: 8)
    let document = ComparisonDocument.document(
      of: NumbersComparison(from: numbers, to: later, overlap: .otherWaves),
      waves: ("Early", "Late"))
    let text = MarkdownRenderer().render(document)
    #expect(text.contains("Early → Late"))
    #expect(text.contains("early") && text.contains("late"))
    #expect(text.contains("--disjoint"))
  }

  private func numbers(codes: [Int], times: Int, more: [Int] = []) -> PublishedNumbers {
    let all = (0..<times).flatMap { _ in codes } + more
    return PublishedNumbers(
      of: Rendered.input(Sample.dataset([Sample.form([SampleColumn("a", codes: all)])])))
  }

  private func text(
    _ old: PublishedNumbers, _ new: PublishedNumbers, _ overlap: SampleOverlap, all: Bool = false
  ) -> String {
    MarkdownRenderer().render(
      ComparisonDocument.document(
        of: NumbersComparison(from: old, to: new, overlap: overlap), showsAll: all))
  }
}
