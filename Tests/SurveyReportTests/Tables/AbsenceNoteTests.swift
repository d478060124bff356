import SurveyAnalysis
import Testing

@testable import SurveyReport

@Suite struct AbsenceNoteTests {
  private static let unknown =
    "of some rows the person or partner is not known, who may stand behind others, too"

  private func note(_ reasons: [(String, IntervalAbsence)]) -> String {
    AbsenceNote(reasons.map { AbsenceNote.Row($0.0, wave: " (late)", .absent($0.1)) }).text
  }

  @Test func oneReasonIsSaidOnce() {
    #expect(
      note([("A", .unknownPersons), ("B", .unknownPersons)]) == "No interval: \(Self.unknown).")
    #expect(note([]) == "")
  }

  @Test func severalReasonsNameTheirRows() {
    let text = note([
      ("A", .tooFewGroups(count: 30, required: 40)), ("B", .unknownPersons), ("C", .unknownPersons),
    ])
    #expect(
      text
        == "No interval for “A” (late): rows share persons or partners, and 30 groups of such rows are fewer than the 40 that the interval needs. No interval for “B” (late) and “C” (late): \(Self.unknown)."
    )
  }

  @Test(
    arguments: [
      (
        [.tooFewGroups(count: 30, required: 40), .tooFewGroups(count: 28, required: 40)],
        "28 to 30 groups of such rows are fewer than the 40"
      ),
      (
        [.personsRepeat(rows: 40, persons: 20), .personsRepeat(rows: 36, persons: 20)],
        "36 to 40 rows come from 20 persons,"
      ),
      (
        [.partnersRepeat(rows: 9, partners: 1), .partnersRepeat(rows: 9, partners: 4)],
        "9 rows share 1 to 4 partners,"
      ),
    ] as [([IntervalAbsence], String)])
  func countsThatDifferAreARange(reasons: [IntervalAbsence], words: String) {
    #expect(note(reasons.map { ("A", $0) }).contains(words))
  }
}
