import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct SharedRespondentsTests {
  private static let waves: [UInt8] = [0, 0, 0, 1, 1, 1]

  /// What is known of mentees in two waves who are paired with mentors by `pairs`.
  private func shared(
    mentees: [Int32]?, pairs: [Int32]? = nil, mentors: [Int32] = [], mentorPairs: [Int32] = []
  ) -> SharedWaves? {
    let mentee = Sample.form(
      [SampleColumn("b", codes: [1, 2, 3, 4, 5, 1])], id: "mentee", persons: mentees, pairs: pairs,
      waves: Self.waves)
    let mentor = Sample.form(
      [SampleColumn("a", codes: mentors.map { _ in 3 })], persons: mentors, pairs: mentorPairs)
    let dataset = Sample.dataset(pairs == nil ? [mentee] : [mentee, mentor], waves: ["x", "y"])
    return Analysed.results(dataset).flow.forms[0].sharedWaves.first
  }

  @Test func aPersonInBothWavesIsSeen() {
    #expect(shared(mentees: [0, 1, 2, 2, 3, 4])?.persons == true)
    #expect(shared(mentees: [0, 1, 2, 3, 4, 5])?.persons == false)
  }

  @Test func withoutIdentifiersNobodyKnows() {
    #expect(shared(mentees: nil) == SharedWaves(first: 0, second: 1, persons: nil, partners: nil))
  }

  /// New mentees of mentor 0, who was there before.
  @Test func aMentorOfBothWavesIsSeen() {
    let found = shared(
      mentees: [0, 1, 2, 3, 4, 5], pairs: [0, 1, 2, 3, 4, 5], mentors: [0, 1, 2, 0, 3, 4],
      mentorPairs: [0, 1, 2, 3, 4, 5])
    #expect(found == SharedWaves(first: 0, second: 1, persons: false, partners: true))
  }

  @Test func otherMentorsAreKnownAsOthers() {
    let found = shared(
      mentees: [0, 1, 2, 3, 4, 5], pairs: [0, 1, 2, 3, 4, 5], mentors: [0, 0, 1, 2, 2, 3],
      mentorPairs: [0, 1, 2, 3, 4, 5])
    #expect(found == SharedWaves(first: 0, second: 1, persons: false, partners: false))
  }

  /// Of pair 5 no mentor answered, who may be any of the others.
  @Test func anUnknownMentorMayBeAnyOfThem() {
    let found = shared(
      mentees: [0, 1, 2, 3, 4, 5], pairs: [0, 1, 2, 3, 4, 5], mentors: [0, 0, 1, 2, 2],
      mentorPairs: [0, 1, 2, 3, 4])
    #expect(found?.partners == nil)
  }

  // MARK: What a report says

  private func numbers(
    all: Double?, _ one: Int, _ other: Int, shared: [SharedRespondents] = [], partners: Int? = nil
  ) -> PublishedNumbers {
    let base = Compared.numbers([], responses: 0)
    return PublishedNumbers(
      edition: base.edition, forms: base.forms,
      waves: ["x", "y"].map { .init(id: $0, label: $0) },
      totals: [("x", one), ("y", other)].map {
        RespondentTotal(
          formID: "mentee", waveID: $0.0, responseCount: $0.1, personCount: $0.1,
          partnerCount: partners)
      }, sharedRespondents: shared,
      numbers: all.map {
        [
          PublishedNumber(
            key: NumberKey(.respondents, form: "mentee"), label: "", n: nil, personCount: nil,
            content: .shown(ShownNumber($0)))
        ]
      } ?? [])
  }

  private func told(_ persons: Bool?, _ partners: Bool? = nil) -> [SharedRespondents] {
    [
      SharedRespondents(
        formID: "mentee", firstWaveID: "x", secondWaveID: "y", persons: persons, partners: partners)
    ]
  }

  @Test func aReportOfAnEarlierVersionTellsByItsTotals() {
    #expect(numbers(all: 40, 30, 20).formsSharing("x", "y").map(\.label) == ["mentees"])
    let apart = numbers(all: 50, 30, 20)
    #expect(apart.formsSharing("x", "y").isEmpty && !apart.knowsNobodyShared("x", "y"))
    #expect(numbers(all: nil, 30, 20).formsSharing("x", "y").isEmpty)
  }

  @Test func whatIsToldDecidesInEitherOrder() {
    for (first, second) in [("x", "y"), ("y", "x")] {
      #expect(
        numbers(all: 50, 30, 20, shared: told(true)).formsSharing(first, second).count == 1)
      #expect(
        numbers(all: 50, 30, 20, shared: told(false, true)).formsSharing(first, second)
          == [FormSharing(label: "mentees", isOfPartners: true)])
      #expect(numbers(all: 50, 30, 20, shared: told(false)).knowsNobodyShared(first, second))
      #expect(!numbers(all: 50, 30, 20, shared: told(nil)).knowsNobodyShared(first, second))
      #expect(
        !numbers(all: 50, 30, 20, shared: told(false), partners: 9)
          .knowsNobodyShared(first, second))
    }
  }
}
