import ReportDocument
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

/// Whether a sentence of the report is said only where it is true.
@Suite struct ClaimWordsTests {
  // MARK: Several answers allowed

  @Test func sharesAddUpToMoreOnlyWhereSomebodyTickedTwo() {
    let note = "the shares may add up to more than 100 %"
    func text(_ rows: [[String]?]) -> String {
      flat(
        Rendered(Sample.dataset([Sample.form([], ticks: [.init("q", options: ["a", "b"], rows)])])))
    }
    let single = Array(repeating: ["a"], count: 20) + Array(repeating: ["b"], count: 20)
    #expect(!text(single).contains(note))
    #expect(text(single + [["a", "b"]]).contains(note))
    // A small group shows blurred shares, and a smaller one none.
    #expect(!text(Array(single.prefix(8))).contains(note))
    #expect(text(Array(repeating: ["a", "b"], count: 8)).contains(note))
    #expect(!text(Array(repeating: ["a", "b"], count: 3)).contains(note))
  }

  // MARK: Both sides

  @Test func whetherMeansAreComparedIsWhatTheCodebookSays() {
    let linked = flat(Rendered(pairs(on: Sample.agree5, codes: (4, 2), domain: "A")))
    #expect(linked.contains("Only questions that the codebook links are compared"))
    let apart = flat(
      Rendered(pairs(on: Sample.agree5, codes: (4, 2), domain: "A", isLinked: false)))
    #expect(apart.contains("The codebook links no questions of the forms here"))
    let alone = flat(Rendered(pairs(on: Sample.agree5, codes: (4, 2), domain: "A", isBoth: false)))
    #expect(
      alone.contains("What mentors say of their contact.") && !alone.contains("codebook links"))
  }

  @Test(arguments: [
    (["No", "Yes"], ResponseScale.Kind.ordinal, "answer “Yes” to “Goals” less often"),
    (["Never", "Often", "Always"], .ordinal, "give lower answers to “Goals”"),
    (["Disagree", "Undecided", "Agree"], .ordinal, "agree less with “Goals”"),
    (["1", "2", "3"], .numeric, "rate “Goals” lower"),
  ])
  func aGapIsSaidInWordsOfItsAnswers(
    labels: [String], kind: ResponseScale.Kind, words: String
  ) throws {
    let scale = ResponseScale(
      id: "r", kind: kind,
      options: labels.enumerated().map { ResponseOption(code: $0 + 1, label: $1) })
    let result = Rendered.input(pairs(on: scale, codes: (1, 2))).results.pairs[0]
    #expect(AnswerWords.comparison(of: result, isHigher: false) == words)
    // With two options every pair is within one of the other.
    let isTwo = labels.count == 2
    #expect((result.content.detail?.withinOneRate == nil) == isTwo)
    let markdown = Rendered(pairs(on: scale, codes: (1, 2))).markdown
    #expect(markdown.contains("within 1 point |") != isTwo)
  }

  @Test func aGapThatIsNotShownHasNoLegend() {
    let small = flat(Rendered(pairs(on: Sample.agree5, codes: (4, 2), count: 3)))
    #expect(!small.contains("mentors minus mentees") && small.contains("Pair tables need"))
    #expect(
      flat(Rendered(pairs(on: Sample.agree5, codes: (4, 2)))).contains("mentors minus mentees"))
  }

  // MARK: Legends

  @Test func onlyWhatIsInATableIsExplained() {
    func text(_ keying: Keying, _ reading: Domain.Reading, count: Int = 40) -> String {
      let column = SampleColumn(
        "a", (0..<count).map { .code($0 % 5 + 1) }, keying: keying, domain: "D")
      return flat(
        Rendered(
          Sample.dataset(
            [Sample.form([column])], domains: [Domain(id: "D", name: "Deeds", reading: reading)])))
    }
    #expect(text(.forward, .favourable).contains("the good answers."))
    #expect(text(.reverse, .favourable).contains("(R) items read the other way round."))
    #expect(text(.forward, .unfavourable).contains("good answers; difficulties read the other way"))
    #expect(text(.reverse, .unfavourable).contains("(R) items and difficulties read the other way"))
    let hidden = text(.forward, .favourable, count: 3)
    for word in [
      "Favourable", "Lowest and highest answer", "Alpha", "SEM", "Median and quartiles",
      "cronbach_alpha", "skewness", "Two persons who", "not shown in a wave", "were invited",
      "linked to the other side", "Scale scores:", "Reliability:",
    ] {
      #expect(!hidden.contains(word), "\(word)")
    }
  }

  @Test func aCoefficientIsExplainedWhereOneIsShown() {
    func text(_ count: Int) -> String {
      let columns = (0..<3).map { item in
        SampleColumn(
          "a\(item)", codes: (0..<count).map { min(5, $0 % 5 + 1 + $0 / (item + 5) % 2) })
      }
      let scale = Sample.scale("S", of: .items(columns.map(\.item)))
      return flat(Rendered(Sample.dataset([Sample.form(columns, scales: [scale])])))
    }
    for word in ["Coefficient: Cronbach’s alpha", "SEM: standard error", "(cronbach_alpha)"] {
      #expect(text(60).contains(word) && !text(6).contains(word), "\(word)")
    }
  }

  // MARK: Samples

  private func pairs(
    on scale: ResponseScale, codes: (Int, Int), domain: String? = nil, isLinked: Bool = true,
    isBoth: Bool = true, count: Int = 40
  ) -> SurveyDataset {
    let numbers = (0..<Int32(count)).map { $0 }
    func form(_ id: String, _ item: String, _ code: Int, _ domain: String?) -> FormResponses {
      Sample.form(
        [
          SampleColumn(item, Array(repeating: .code(code), count: count), on: scale, domain: domain)
        ],
        id: id, persons: numbers, pairs: numbers)
    }
    return Sample.dataset(
      [form("mentor", "m", codes.0, domain), form("mentee", "e", codes.1, isBoth ? domain : nil)],
      domains: domain.map { [Domain(id: $0, name: "Contact", reading: .favourable)] } ?? [],
      pairItems: isLinked && isBoth
        ? [
          PairItem(
            id: "p", label: "Goals", firstID: "m", secondID: "e", kind: .sameTarget,
            location: Sample.location)
        ] : [])
  }

  private func flat(_ rendered: Rendered) -> String {
    rendered.markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
