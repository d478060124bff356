import SurveyModel
import Testing

@Suite struct MissingReasonTests {
  @Test(arguments: MissingReason.allCases) func isAByteAboveEveryAnswer(reason: MissingReason) {
    #expect(reason.cell >= CodedColumn.firstMissing)
    #expect(MissingReason(cell: reason.cell) == reason)
  }

  @Test(arguments: [0, 199, 0xEF, 0xF6, 0xFF] as [UInt8]) func anyOtherByteIsNone(cell: UInt8) {
    #expect(MissingReason(cell: cell) == nil)
  }

  @Test func comesInTheOrderOfTheCases() {
    #expect(MissingReason.allCases.reversed().sorted() == MissingReason.allCases)
  }
}
