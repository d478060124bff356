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

  @Test(arguments: ["Agree, disagree", "3 - Agree"])
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
          "item `A` has the answer 4, which is no code of 1 to 3 (lines 2, 4); add it to `missing_tokens` of response scale `ag` or correct the row"
        )
      ])
  }

  @Test(arguments: ["20417", "+44 20 7946 0000", "-1000"])
  func aLongNumberMayBeAPersonsOwnAndIsNotShown(text: String) throws {
    #expect(
      try study([text]).findings() == [
        Finding(
          .outOfRange, at: at(2, 2), subject: "A",
          "item `A` has a number (not shown), which is no code of 1 to 3; add it to `missing_tokens` of response scale `ag` or correct the row"
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
          .outOfRange, at: at(2, 2), subject: "A",
          "item `A` has the answer 1.54, which is no code of 1 to 3; add it to `missing_tokens` of response scale `ag` or correct the row"
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

  @Test func aFractionIsNoCode() throws {
    #expect(try study(["2.5"]).findings().map(\.code) == [.outOfRange])
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
