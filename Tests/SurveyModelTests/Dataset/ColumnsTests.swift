import SurveyModel
import Testing

@Suite struct ColumnsTests {
  @Test func missingAnswersAreCountedByReasonOverTheRowsAskedFor() {
    let column = CodedColumn(cells: [
      0, MissingReason.skipped.cell, MissingReason.refused.cell, MissingReason.skipped.cell, 4,
    ])
    #expect(column.missingCounts(rows: [0, 1, 2, 3, 4]) == [.skipped: 2, .refused: 1])
    #expect(column.missingCounts(rows: [0, 3]) == [.skipped: 1])
    #expect(column.missingCounts(rows: []) == [:])
  }
}
