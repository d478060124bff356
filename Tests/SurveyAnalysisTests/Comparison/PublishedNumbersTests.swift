import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct PublishedNumbersTests {
  /// Answers 1, 2, 4, 5, 5 of five persons: mean 17/5, SD √3.3, two ceilings, three agree.
  @Test func theNumbersOfAnItemAreThoseOfItsAnswers() throws {
    let numbers = numbers(of: [1, 2, 4, 5, 5])
    let mean = try #require(numbers[key(.mean)])
    expectClose(mean.value, .derived(17.0 / 5))
    expectClose(mean.shown?.standardError, .derived((3.3 / 5).squareRoot()))
    #expect(mean.shown?.interval?.method == .studentT)
    #expect(mean.n == 5 && mean.personCount == 5)
    #expect(mean.label == "Wording of a")
    expectClose(numbers[key(.favourable)]?.value, .derived(3.0 / 5))
    expectClose(numbers[key(.ceiling)]?.value, .derived(2.0 / 5))
    expectClose(numbers[key(.optionShare, part: "3")]?.value, .derived(0))
    expectClose(
      numbers[key(.optionShare, part: "5")]?.shown?.standardError,
      .derived((0.24 / 5).squareRoot()))
    #expect(numbers[NumberKey(.responses, form: "mentor")]?.value == 5)
    #expect(numbers.total(form: "mentor", wave: nil)?.personCount == 5)
  }

  @Test func repeatedPersonsLeaveNoStandardError() throws {
    let numbers = numbers(of: [1, 2, 4, 5, 5], persons: [0, 0, 1, 2, 3])
    #expect(numbers[key(.mean)]?.shown?.standardError == nil)
    #expect(numbers[key(.favourable)]?.shown?.interval == nil)
    #expect(numbers[key(.mean)]?.personCount == 4)
  }

  /// Under 20 persons only bands are shown, under 5 nothing; neither has a value, and who answered
  /// stays.
  @Test(arguments: [(count: 12, reason: PublishedNumber.NotShown.coarse), (4, .hidden)])
  func whatIsNotShownHasNoValue(count: Int, reason: PublishedNumber.NotShown) throws {
    let numbers = numbers(
      of: (0..<count).map { $0 % 5 + 1 }, disclosure: DisclosureRule.default)
    let own = numbers.numbers.filter { $0.key.subjectID != nil }
    #expect(!own.isEmpty)
    #expect(own.allSatisfy { $0.value == nil })
    #expect(numbers[key(.mean)]?.content == .notShown(reason))
    #expect(numbers[key(.mean)]?.n == (reason == .coarse ? count : nil))
    #expect(numbers[NumberKey(.persons, form: "mentor")]?.value == Double(count))
  }

  @Test func aWaveAloneHasNoWaves() throws {
    let form = Sample.form([SampleColumn("a", codes: [1, 2, 3, 4])], waves: [0, 0, 1, 1])
    let numbers = published(Sample.dataset([form], waves: ["pre", "post"]), Analysed.openly)
    #expect(numbers[NumberKey(.mean, form: "mentor", wave: "post", subject: "a")]?.value == 3.5)
    let alone = numbers.wave("post")
    #expect(alone[key(.mean)]?.value == 3.5)
    #expect(alone.total(form: "mentor", wave: nil)?.responseCount == 2)
    #expect(alone.numbers.allSatisfy { $0.key.waveID == nil })
  }

  @Test func noTwoNumbersHaveOneKey() {
    let numbers = numbers(of: [1, 2, 4, 5, 5])
    #expect(Set(numbers.numbers.map(\.key)).count == numbers.numbers.count)
  }

  private func key(_ kind: NumberKind, part: String? = nil) -> NumberKey {
    NumberKey(kind, form: "mentor", subject: "a", part: part)
  }

  private func numbers(
    of codes: [Int], persons: [Int32]? = nil, disclosure: DisclosureRule = Analysed.openly
  ) -> PublishedNumbers {
    published(
      Sample.dataset([Sample.form([SampleColumn("a", codes: codes)], persons: persons)]),
      disclosure)
  }

  private func published(
    _ dataset: SurveyDataset, _ disclosure: DisclosureRule
  ) -> PublishedNumbers {
    PublishedNumbers(
      of: ReportInput(
        study: Study(
          title: "Sample", codebook: "codebook.yaml", sources: [], disclosure: disclosure,
          report: ReportOptions(missing: "listwise"), file: "study.yaml"),
        codebook: dataset.codebook, waves: dataset.waves,
        results: Analysed.results(dataset, disclosure: disclosure), findings: [],
        date: "2025-06-23", engine: "abacus test"))
  }
}
