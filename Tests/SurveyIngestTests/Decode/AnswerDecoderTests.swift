import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct AnswerDecoderTests {
  private func at(_ line: Int?, _ column: Int? = nil) -> SurveyModel.SourceLocation {
    SmallStudy.at(line, column)
  }

  /// A study whose rows have these cells of item `A`.
  func study(_ cells: [String], scale: String = "ag") throws -> StudyFolder {
    try SmallStudy.plain(
      "n,A\n" + cells.map { "1,\($0)\n" }.joined(),
      codebook: SmallStudy.codebook(items: "{id: A, stem: S, response_scale: \(scale)}"))
  }

  @Test(
    arguments: [
      ("Agree", "3"), ("AGREE", "3"), ("  agree ", "3"), ("\u{A0}Agree\u{A0}", "3"),
      ("Neither of  both", "2"), ("neither", "2"), ("3", "3"), ("3.0", "3"), (" 1 ", "1"),
      ("Does not apply", "not_applicable"), ("8", "not_applicable"), ("9.0", "refused"),
      ("prefer not to say", "refused"),
      ("NA", "skipped"), (".", "skipped"), ("NaN", "skipped"), ("-99", "skipped"), ("", "skipped"),
      ("\"\"", "skipped"), (" ", "skipped"),
    ])
  func isRead(cell: String, answer: String) throws {
    let study = try study([cell])
    #expect(try study.answers() == [answer])
    #expect(try study.findings().isEmpty)
  }

  @Test(arguments: [("0 none", "0"), ("none", "0"), ("7", "7"), ("10", "10"), ("0 = none", "0")])
  func aRatingIsReadWithAndWithoutItsAnchor(cell: String, answer: String) throws {
    #expect(try study([cell], scale: "r").answers() == [answer])
  }

  @Test func anAnswerLikeALabelIsShownWithThatLabel() throws {
    let study = try study(["Agree", "Agre", "Disagree", "Agre"])
    #expect(try study.answers() == ["3", "unreadable", "1", "unreadable"])
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: at(3, 2), subject: "A", count: 2,
          "item `A` has the answer \"Agre\" 2 times, which no option of `ag` matches (lines 3, 5); add it to the aliases of \"Agree\" if it means that"
        )
      ])
  }

  @Test(arguments: ["Agree, disagree", "1 - Agree"])
  func anAnswerOfTheLabelsOwnWordsAndCodesIsShown(text: String) throws {
    #expect(
      try study(["\"\(text)\""]).findings() == [
        Finding(
          .unmatchedAnswer, at: at(2, 2), subject: "A",
          "item `A` has the answer \"\(text)\" once, which no option of `ag` matches; add it to the codebook or correct the row"
        )
      ])
  }

  @Test(
    arguments: [
      "Jane Doe", "jane@example.org", "My mentor never calls", "Jo", "M-20417",
      "\"a line\nand another\"",
    ])
  func aTextThatMayBeAPersonsOwnIsNotShown(text: String) throws {
    #expect(
      try study([text]).findings() == [
        Finding(
          .unmatchedAnswer, at: at(2, 2), subject: "A",
          "item `A` has an answer (not shown) once, which no option of `ag` matches; add it to the codebook or correct the row"
        )
      ])
  }

  @Test func aNumberThatIsNoCodeIsReportedWithTheLimits() throws {
    let study = try study(["4", "1", "4"])
    #expect(try study.answers() == ["unreadable", "1", "unreadable"])
    #expect(
      try study.findings() == [
        Finding(
          .outOfRange, at: at(2, 2), subject: "A", count: 2,
          "item `A` has the answer 4, which is no code of 1 to 3 (lines 2, 4); correct the row, add it to response scale `ag` if it is an answer, or list it there under `non_substantive` if it is none"
        )
      ])
  }

  @Test(arguments: ["20417", "+44 20 7946 0000", "-1000"])
  func aLongNumberMayBeAPersonsOwnAndIsNotShown(text: String) throws {
    #expect(
      try study([text]).findings() == [
        Finding(
          .outOfRange, at: at(2, 2), subject: "A",
          "item `A` has a number (not shown), which is no code of 1 to 3; correct the row, add it to response scale `ag` if it is an answer, or list it there under `non_substantive` if it is none"
        )
      ])
  }

  @Test func aWholeNumberWithADecimalCommaIsACode() throws {
    let study = try study(["\"3,0\"", "1", "\"1,00\""])
    #expect(try study.answers() == ["3", "1", "1"])
    #expect(try study.findings().isEmpty)
  }

  @Test func aFractionWithACommaIsShownAsANumber() throws {
    #expect(
      try study(["\"1,54\""]).findings() == [
        Finding(
          .fractionalAnswer, at: at(2, 2), subject: "A",
          "item `A` has 1 answer between whole numbers, such as 1.54, and the codes of response scale `ag` are whole; multiply its codes by 100, keep what they were as aliases, and add an option for each step, such as {code: 154, label: \"1.54\"}, or correct the row if it is mistyped"
        )
      ])
  }

  @Test func aCodeThatMayBeAThousandIsNotGuessed() throws {
    let study = try study(["\"1,000\"", "1"])
    #expect(try study.answers() == ["unreadable", "1"])
    #expect(try study.findings().map(\.code) == [.ambiguousNumber])
  }

  @Test func decimalCommasAndPointsInOneColumnAreReported() throws {
    let study = try study(["\"3,0\"", "1.0"])
    #expect(try study.answers() == ["3", "1"])
    #expect(try study.findings().map(\.code) == [.mixedDecimals])
  }

  @Test func cellsThatASpreadsheetSpoiltAreReportedTogetherAndNotShown() throws {
    let study = try study(["3-May", "3", "#NAME?", "5/3/2024"])
    #expect(try study.answers() == ["unreadable", "3", "unreadable", "unreadable"])
    #expect(
      try study.findings() == [
        Finding(
          .spreadsheetDamage, at: at(2, 2), subject: "A", count: 3,
          "item `A` has 3 cells that a spreadsheet turned into a date, an error value or a shortened number (lines 2, 4, 5); export the file again and don't save it in a spreadsheet"
        )
      ])
  }

  @Test func aNumberAmongLabelsWithoutOrderIsReported() throws {
    let codebook = SmallStudy.codebook(items: "{id: A, stem: S, response_scale: yn}")
      .replacing(
        "  ag:\n",
        with:
          "  yn: {kind: nominal, options: [{code: 1, label: Yes}, {code: 2, label: No}]}\n  ag:\n")
    #expect(
      try SmallStudy.plain("n,A\n1,7\n1,2\n1,7\n", codebook: codebook).findings() == [
        Finding(
          .unmatchedAnswer, at: at(2, 2), subject: "A", count: 2,
          "item `A` has the answer 7 2 times, which is no code of `yn` (lines 2, 4); add it to the codebook or correct the row"
        )
      ])
  }

  /// Leaving half points out would move the mean.
  @Test func halfPointsOfARatingStop() throws {
    let study = try study(["4", "4.5", "5", "4,5", "9.5"].map { "\"\($0)\"" }, scale: "r")
    #expect(
      try study.findings().filter { $0.code == .fractionalAnswer } == [
        Finding(
          .fractionalAnswer, at: at(3, 2), subject: "A", count: 3,
          "item `A` has 3 answers between whole numbers, such as 4.5, and the codes of response scale `r` are whole (lines 3, 5, 6); give it an option for each step with 100 times its number as code, such as {code: 450, label: \"4.5\"}, in place of `minimum` and `maximum`, or correct the rows if they are mistyped"
        )
      ])
  }

  /// What the message advises reads every answer.
  @Test func halfPointsAreReadAsOptions() throws {
    let options = (2...10).map { "{code: \($0 * 5), label: \"\(Double($0) / 2)\"}" }
    let codebook = SmallStudy.codebook(items: "{id: A, stem: S, response_scale: half}")
      .replacing(
        "  ag:\n", with: "  half: {options: [\(options.joined(separator: ", "))]}\n  ag:\n")
    let study = try SmallStudy.plain(
      "n,A\n1,4.5\n1,\"4,5\"\n1,4.50\n1,5\n1,5.0\n1,1\n1,\"2,0\"\n", codebook: codebook)
    #expect(try study.answers() == ["45", "45", "45", "50", "50", "10", "20"])
  }

  /// Ten times 0.5 is 5, which others answered: the codes are 100 times the numbers.
  @Test(arguments: [0...10, 1...10, 1...7, -3...3, 0...5])
  func theAdviceReadsEveryAnswerOfARange(range: ClosedRange<Int>) throws {
    func read(_ scale: String) throws -> StudyFolder {
      let codebook = SmallStudy.codebook(items: "{id: A, stem: S, response_scale: s}")
        .replacing("  ag:\n", with: "  s: {\(scale)}\n  ag:\n")
      let rows = halves.map { "1,\($0.text)\n" }.joined()
      return try SmallStudy.plain("n,A\n" + rows, codebook: codebook)
    }
    let halves = (2 * range.lowerBound...2 * range.upperBound).map { half in
      let isWhole = half % 2 == 0
      return (half: half, text: isWhole ? "\(half / 2)" : "\(Double(half) / 2)")
    }
    let limits = "kind: numeric, minimum: \(range.lowerBound), maximum: \(range.upperBound)"
    let message = try #require(try read(limits).findings().first { $0.code == .fractionalAnswer })
    let words = message.message.split(separator: " ")
    let place = try #require(words.firstIndex(of: "times"))
    let factor = try #require(Int(words[place - 1]))
    let options = halves.map { "{code: \($0.half * factor / 2), label: \"\($0.text)\"}" }
    let advised = try read("options: [\(options.joined(separator: ", "))]")
    #expect(try advised.findings().isEmpty)
    #expect(try advised.answers() == halves.map { "\($0.half * factor / 2)" })
  }

  @Test func aFractionAmongManyCodesOfOptionsMayBeASlip() throws {
    let one = try study(["2.5"] + [String](repeating: "3", count: 30))
    #expect(try one.findings().map(\.code) == [.outOfRange])
    #expect(try one.answers().prefix(2) == ["unreadable", "3"])
    let many = try study(["2.5", "2.5"] + [String](repeating: "3", count: 30))
    #expect(try many.findings().map(\.code) == [.fractionalAnswer])
  }

  @Test func aRatingWithMoreStepsThanAreReadBecomesAnAttribute() throws {
    let finding = try #require(try study(["3.27", "4"], scale: "r").findings().first)
    #expect(finding.message.contains("; read the column as an attribute of `kind: number`, or"))
  }

  /// The options of a rating have no aliases.
  @Test func theAdviceForATextInARatingCanBeFollowed() throws {
    #expect(
      try study(["seven", "7"], scale: "r").findings() == [
        Finding(
          .unmatchedAnswer, at: at(2, 2), subject: "A",
          "item `A` has an answer (not shown) once, which no option of `r` matches; correct the row, give its number a wording with `anchors`, or list it under `non_substantive` if it is no answer"
        )
      ])
  }

  @Test func onlyTheFirstFiveLinesAreNamed() throws {
    let finding = try #require(
      try study([String](repeating: "Agre", count: 6)).findings().first)
    #expect(finding.count == 6)
    #expect(finding.message.contains("(lines 2, 3, 4, 5, 6, …)"))
  }

  @Test func aColumnOfManyUnknownTextsIsOneFinding() throws {
    let study = try study((1...21).map { "text \($0)" })
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: at(2, 2), subject: "A", count: 21,
          "item `A` has 21 different texts that no option matches (lines 2, 3, 4, 5, 6, …); check that column `A` is the right one"
        )
      ])
  }

  @Test func aLabelAndANumberForOneCodeStopTheRun() throws {
    #expect(
      try study(["Agree", "1", "3"]).findings() == [
        Finding(
          .twoTextsForOneCode, at: at(nil, 2), subject: "A",
          "column `A` holds both \"Agree\" and \"3\" for the code 3 of item `A`; export the file anew with either texts or numbers"
        )
      ])
  }

  @Test func twoSpellingsOfALabelAreNoContradiction() throws {
    #expect(try study(["Agree", "AGREE", "neither", "Neither of both"]).findings().isEmpty)
  }

  @Test func numbersAndAnchorsOfARatingAreNoContradiction() throws {
    #expect(try study(["0", "none"], scale: "r").answers() == ["0", "0"])
  }
}
