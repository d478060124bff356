import Testing
import TestSupport

@testable import SurveyIngest

@Suite struct LabelledNumberTests {
  @Test(
    arguments: [
      "(7) very clear", "[7] very clear", "7 - very clear", "7- very clear", "7 = very clear",
      "7: very clear", "7. very clear", "7) very clear", "very clear (7)", "very clear [7]",
      "very clear = 7", "very clear - 7", "(7) - very clear",
    ])
  func aNumberBesideItsWordingIsRead(text: String) {
    let read = LabelledNumber(text)
    #expect(read?.number == 7)
    #expect(read?.label == "very clear")
  }

  @Test func aSignBelongsToTheNumber() {
    #expect(LabelledNumber("-2 = poor")?.number == -2)
    #expect(LabelledNumber("poor (-2)")?.number == -2)
  }

  @Test(
    arguments: [
      "7", "(7)", "7 days", "7 very clear", "3 - 4 times", "7 - 8", "very clear", "7.5 - clear",
      "1 or 2", "5/7", "7, maybe 8", "10 %", "very clear 7", "(very) clear", "", "-", "- 7", "()",
      "room b.7", "2025-03-03", "[7", "7]",
    ])
  func anythingElseIsNone(text: String) {
    #expect(LabelledNumber(text) == nil)
  }

  @Test(
    arguments: [
      ("(7) Very clear", "7"), ("7 \u{2013} Very clear", "7"), ("10 = all", "10"),
      ("(0) none", "0"), ("none (0)", "0"), ("0: none", "0"), ("7.0", "7"),
      ("(7)", "7"), ("[7]", "7"), ("(11)", "unreadable"),
      ("7 - none", "unreadable"), ("11 = all", "unreadable"), ("7 days", "unreadable"),
    ])
  func aRatingNeedsNoWordingsInTheCodebook(cell: String, answer: String) throws {
    #expect(try AnswerDecoderTests().study([cell], scale: "r").answers() == [answer])
  }

  @Test(
    arguments: [
      ("3 - Agree", "3"), ("Agree (3)", "3"), ("8 = Does not apply", "not_applicable"),
      ("1 - Agree", "unreadable"), ("3 - Agreed", "unreadable"),
    ])
  func anOptionNeedsTheRightNumberAndTheRightWording(cell: String, answer: String) throws {
    #expect(try AnswerDecoderTests().study([cell]).answers() == [answer])
  }

  @Test func everyDashIsAMinus() throws {
    let codebook = SmallStudy.codebook(items: "{id: A, stem: S, response_scale: m}")
      .replacing("  ag:\n", with: "  m: {kind: numeric, minimum: -3, maximum: 3}\n  ag:\n")
    let cells = [
      "-2", "\u{2212}2", "\u{2013}2", "\u{2012}2", "\u{2212}2 = poor", "poor (\u{2212}2)",
    ]
    let rows = cells.map { "1,\($0)\n" }.joined()
    let study = try SmallStudy.plain("n,A\n" + rows, codebook: codebook)
    #expect(try study.answers() == cells.map { _ in "-2" })
    // Bookkeepers write -2 as (2).
    #expect(
      try SmallStudy.plain("n,A\n1,(2)\n", codebook: codebook).answers() == ["unreadable"])
  }
}
