import Foundation
import ReportDocument
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

/// Whether the words of a report fit what they are about.
@Suite struct ReportWordsTests {
  @Test(arguments: [
    (["Strongly disagree", "Disagree", "Agree", "Strongly agree"], true),
    (["Stimme nicht zu", "Teils", "Stimme zu"], true), (["En désaccord", "D’accord"], true),
    (["Never", "Rarely", "Often", "Always"], false), (["Poor", "Fair", "Good"], false),
    // Codes that run the other way: the highest option is disagreement.
    (["Strongly agree", "Agree", "Disagree", "Strongly disagree"], false),
    (["Stimme zu", "Stimme nicht zu"], false),
  ])
  func onlyOptionsThatSayAgreementAreCalledSo(labels: [String], isAgreement: Bool) {
    let words = AnswerWords(scale(labels))
    #expect(words.isAgreement == isAgreement)
    #expect((words.top == "agree") == isAgreement)
  }

  @Test func frequenciesAreNotAgreedWith() {
    let often = scale(["Never", "Rarely", "Sometimes", "Often", "Always"])
    let text = Rendered(dataset(on: often, codes: [1, 2, 3, 4, 5, 4])).all
    #expect(text.contains("top 2"))
    #expect(text.contains("Top 2: “Often” and “Always”, as answered."))
    #expect(text.contains("any agreement") == false && text.contains("higher answers"))
    for word in ["agree ", "floor", "ceiling", "Agree:"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func ratingsAndYesOrNoHaveNoNets() {
    let rating = Rendered(
      dataset(on: Sample.scale("r", codes: 0...10, kind: .numeric), codes: [0, 5, 10])
    ).all
    #expect(rating.contains("lowest answer"))
    for word in ["agree", "favourable", "floor"] { #expect(!rating.contains(word), "\(word)") }
    let yesNo = ResponseScale(
      id: "yn", kind: .nominal,
      options: [ResponseOption(code: 1, label: "Yes"), ResponseOption(code: 0, label: "No")])
    let nominal = Rendered(dataset(on: yesNo, codes: [1, 0, 1])).all
    for word in ["agree", "favourable", "floor", "lowest", "More statistics"] {
      #expect(!nominal.contains(word), "\(word)")
    }
  }

  /// What the report does not say of an item, no other output says.
  @Test func everyFormatLeavesOutTheSame() throws {
    let rating = dataset(on: Sample.scale("r", codes: 0...10, kind: .numeric), codes: [0, 5, 10])
    let input = Rendered.input(rating)
    let detail = try #require(input.results.items.first?.content.detail)
    let json = DescriptionJSON.item(detail, missing: [:]).text
    #expect(json.contains("\"agree\": null") && json.contains("\"favourable\": null"))
    let kinds = Set(PublishedNumbers(of: input).numbers.map(\.key.kind))
    #expect(kinds.isDisjoint(with: [.agree, .favourable]))
    #expect(kinds.isSuperset(of: [.mean, .floor, .ceiling]))
    let few = Rendered(
      rating, disclosure: DisclosureRule(minimum: 5, fullFrom: 100, largestShare: 1))
    #expect(few.json.contains("\"favourable\": null"))
    #expect(few.json.contains("\"rounded_mean\": 5"))
    #expect(few.all.contains("mean 5.0, to one decimal only"))
    #expect(!few.all.contains("favourable"))
  }

  /// A comparison knows no options, so its words fit all of them.
  @Test func comparedNumbersAreNamedAsInTheReport() {
    #expect(
      [NumberKind.agree, .floor, .ceiling].map(NumberWords.name)
        == ["top answers", "lowest answer", "highest answer"])
  }

  @Test func ratingsAreLabelledByTheirValues() {
    let few = Rendered(
      dataset(on: Sample.scale("r", codes: 1...5, kind: .numeric), codes: [1, 2, 2, 5])
    ).markdown
    let rows = few.split(separator: "\n").filter { $0.contains("█") }.map { $0.prefix(5) }
    #expect(rows == ["| opt", "| opt", "| opt"] || rows == ["| 1  ", "| 2  ", "| 5  "])
    #expect(!few.contains("2 to 2"))
    let many = Rendered(
      dataset(on: Sample.scale("r", codes: 0...100, kind: .numeric), codes: [0, 9, 10, 99, 100])
    )
    #expect(many.markdown.contains("| 0 to 9 "))
    #expect(many.markdown.contains("The last bar holds 1 possible answer, the others 10 each."))
    let table = many.markdown.split(separator: "\n").filter { $0.contains("| 90 to 99") }
    #expect(table.count == 2)  // a row of the histogram, a heading of the table
    #expect(many.html.contains(">90 to 99</th>"))
  }

  @Test func aBarIsAsWideForEachPossibleAnswer() {
    let bins = AnswerBins(Sample.scale("r", codes: 1...100, kind: .numeric))
    #expect(bins.bins.map(\.label).first == "1 to 10")
    #expect(Set(bins.bins.map(\.codes.count)) == [10])
    #expect(bins.shortNote == nil)
    #expect(AnswerBins(Sample.scale("r", codes: 0...20, kind: .numeric)).bins.count == 21)
  }

  @Test func scoresAreLabelledByWhatTheyCanBe() {
    let eight = stride(from: 1.0, through: 5, by: 0.375).map { lower in
      HistogramBin(
        lower: lower, upper: min(5, lower + 0.375), highest: lower + 0.25,
        includesUpper: lower > 4.7, count: 1)
    }
    let bins = ScoreBins(eight)
    #expect(bins.labels.first == "1.000 to 1.250")
    #expect(bins.labels.last == "4.750 to 5.000")
    #expect(bins.note.hasPrefix("A row holds 3 scores that complete answers can give. A score"))
    let open = ScoreBins([
      HistogramBin(lower: 1, upper: 1.5, highest: nil, includesUpper: false, count: 1),
      HistogramBin(lower: 1.5, upper: 2, highest: nil, includesUpper: true, count: 1),
    ])
    #expect(open.labels == ["1.0 to under 1.5", "1.5 to 2.0"])
  }

  @Test func oneIsSingular() {
    let study = Rendered.input(
      Sample.dataset([Sample.form([SampleColumn("a", [3])], persons: [0])]),
      disclosure: DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1),
      invited: ["mentor": 1])
    let text = MarkdownRenderer().render(Report.document(from: study))
    #expect(text.contains("1 of 1 mentor answered."))
    #expect(text.contains("**1** mentor invited"))
    #expect(!text.contains("1 mentors"))
  }

  @Test func theRateIsThatOfTheLastWave() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: Array(repeating: 3, count: 60))],
      persons: (0..<40).map { $0 } + (0..<20).map { $0 }, waves: (0..<60).map { $0 < 40 ? 0 : 1 })
    let input = Rendered.input(
      Sample.dataset([form], waves: ["Early", "Late"]), invited: ["mentor": 50])
    let claim = try #require(SummaryClaims(input: input).response)
    #expect(claim.claim.plain == "20 of 50 mentors answered (late).")
    #expect(claim.evidence.plain.contains("mentors 40\u{A0}%; in any wave: mentors 80\u{A0}%"))
    let text = MarkdownRenderer().render(Report.document(from: input))
    #expect(text.contains("| of those invited |"))
  }

  @Test func flawsAreCountedInTheirOwnUnit() {
    let findings = [
      Finding(.duplicateResponse, count: 3, "m"), Finding(.duplicateResponse, count: 2, "m"),
      Finding(.raggedRow, "m"), Finding(.unreversedItem, count: 9, "m"),
    ]
    let flaws = FlawCounts(findings)
    #expect(flaws.words == ["1 row of the wrong length", "5 repeated responses"])
    #expect(flaws.total == 6)
  }

  /// The undecided ones are those that count: what they replaced is under the repeated responses.
  @Test func aRepeatedResponseIsCountedOnceAndAKeptOneIsNotKeptOut() throws {
    var input = Rendered.input(Sample.dataset([Sample.form([SampleColumn("a", [3])])]))
    func claim(_ findings: [Finding]) -> String? {
      input = ReportInput(
        study: input.study, codebook: input.codebook, waves: input.waves, results: input.results,
        findings: findings, date: input.date, engine: input.engine)
      return SummaryClaims(input: input).dataFlaws?.claim.plain
    }
    #expect(
      claim([
        Finding(.duplicateResponse, count: 2, "m"), Finding(.undecidedDuplicate, count: 1, "m"),
      ])
        == "2 repeated responses were kept out of the numbers that they would spoil. 1 response chosen among repeated ones without a time that decides counts as it stands, and may be wrong."
    )
    #expect(
      claim([Finding(.lostLeadingZeros, count: 2, "m"), Finding(.constantItem, "m")])
        == "2 identifiers without their leading zeros count as they stand, and may be wrong.")
    #expect(claim([Finding(.unansweredQuestion, "m")]) == nil)
  }

  @Test func moreAnswersThanInvitedGiveNoRateAnywhere() {
    let form = Sample.form(
      [SampleColumn("a", codes: Array(repeating: 3, count: 60))],
      persons: (0..<60).map { $0 }, waves: (0..<60).map { $0 < 40 ? 0 : 1 })
    for invited in [1, 39, 50, 59] {
      let input = Rendered.input(
        Sample.dataset([form], waves: ["Early", "Late"]), invited: ["mentor": invited])
      #expect(SummaryClaims(input: input).response == nil)
      let text = MarkdownRenderer().render(Report.document(from: input))
      #expect(!text.contains("of those invited |") && !text.contains("AAPOR"))
      #expect(text.contains("More mentors answered than the study file says were invited"))
      let json = ReportJSON.report(input).text
      #expect(!json.replacing(" ", with: "").contains("response_rate\":0"))
      #expect(!NumbersJSON.value(PublishedNumbers(of: input)).text.contains("response_rate"))
      let findings = input.results.flow.findings(of: input.study)
      #expect(findings.map(\.code) == [.tooFewInvited] && findings[0].count == 60 - invited)
    }
    let enough = Rendered.input(
      Sample.dataset([form], waves: ["Early", "Late"]), invited: ["mentor": 60])
    #expect(enough.results.flow.findings(of: enough.study).isEmpty)
    #expect(enough.results.flow.forms[0].responseRate == 1)
  }

  /// The rows of two waves may be of the same persons, so that their sum is no number of persons.
  @Test func personsWithoutNamesHaveNoRateOverSeveralWaves() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: Array(repeating: 3, count: 60))],
      waves: (0..<60).map { $0 < 40 ? 0 : 1 })
    let input = Rendered.input(
      Sample.dataset([form], waves: ["Early", "Late"]), invited: ["mentor": 50])
    let flow = input.results.flow
    #expect(flow.findings(of: input.study).isEmpty && flow.forms[0].responseRate == nil)
    let evidence = try #require(SummaryClaims(input: input).response).evidence.plain
    #expect(evidence.contains("mentors 40\u{A0}%") && !evidence.contains("in any wave"))
    let few = Rendered.input(
      Sample.dataset([form], waves: ["Early", "Late"]), invited: ["mentor": 39])
    #expect(few.results.flow.findings(of: few.study).map(\.count) == [1])
  }

  @Test func aCountAndItsBaseHaveOneUnit() throws {
    let columns = ["c1", "c2"].map { id in
      SampleColumn(
        id, (0..<30).map { .code(id == "c1" || $0 < 3 ? 5 : 1) }, domain: "C")
    }
    let input = Rendered.input(
      Sample.dataset(
        [Sample.form(columns, id: "mentee")],
        domains: [Domain(id: "C", name: "Challenges", reading: .unfavourable)]))
    let claim = try #require(SummaryClaims(input: input).challenge)
    #expect(claim.claim.plain == "Of the challenges, one is reported more than any other.")
    #expect(
      claim.evidence.plain.contains(
        "100\u{A0}% “option 4” or “option 5” (95\u{A0}% interval 89 to 100\u{A0}%, 30 of 30 mentees)"
      ))
  }

  // MARK: Samples

  private func scale(_ labels: [String]) -> ResponseScale {
    ResponseScale(
      id: "r", kind: .ordinal,
      options: labels.enumerated().map { ResponseOption(code: $0 + 1, label: $1) })
  }

  private func dataset(on scale: ResponseScale, codes: [Int]) -> SurveyDataset {
    let answers = (0..<10).flatMap { _ in codes }.map(SampleAnswer.code)
    return Sample.dataset([Sample.form([SampleColumn("a", answers, on: scale)])])
  }
}

extension Rendered {
  /// What readers see of the items, without the methods.
  fileprivate var all: String {
    let start = markdown.range(of: "## Answers")?.upperBound ?? markdown.startIndex
    let end = markdown.range(of: "## Methods")?.lowerBound ?? markdown.endIndex
    return markdown[start..<end] + commands[0]
  }
}
