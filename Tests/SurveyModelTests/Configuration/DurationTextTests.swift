import SurveyModel
import Testing

@Suite struct DurationTextTests {
  @Test(arguments: [
    ("90 seconds", 90), ("1 second", 1), ("10 minutes", 600), ("2 hours", 7200),
    ("14 days", 1_209_600), ("1 week", 604_800), ("0 minutes", 0), (" 5  Minutes ", 300),
  ])
  func readsANumberAndAUnit(text: String, seconds: Int) {
    #expect(DurationText.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "10", "minutes", "ten minutes", "-5 minutes", "+5 minutes", "1.5 hours", "10 fortnights",
    "10 minutes more", "9223372036854775807 weeks", "4000 days",
  ])
  func readsNothingElse(text: String) {
    #expect(DurationText.seconds(text) == nil)
  }

  @Test(arguments: [
    (0, "0 seconds"), (1, "1 second"), (90, "90 seconds"), (600, "10 minutes"), (86_400, "1 day"),
    (604_800, "1 week"), (1_209_600, "2 weeks"),
  ])
  func isWrittenInItsLargestWholeUnit(seconds: Int, text: String) {
    #expect(DurationText.text(seconds: seconds) == text)
    #expect(DurationText.seconds(text) == seconds)
  }
}
