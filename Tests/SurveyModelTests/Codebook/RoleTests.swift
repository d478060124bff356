import SurveyModel
import Testing

@Suite struct RoleTests {
  @Test func isCalledByItsIDWhereItHasNoWords() {
    #expect(Role(id: "coach").singular == "coach")
    #expect(Role(id: "coach", singular: "guide").plural == "guides")
    #expect(Role(id: "coach", singular: "coach", plural: "coaches").plural == "coaches")
  }
}
