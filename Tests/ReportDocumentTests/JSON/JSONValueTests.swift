import Testing

@testable import ReportDocument

@Suite struct JSONValueTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatJSONCannotHoldAreRefused(value: Double) {
    #expect(throws: NotFinite(number: "\(value)")) { try JSONValue(value) }
    #expect(FiniteNumber(value) == nil)
  }

  @Test func theErrorSaysWhatToDo() {
    #expect(
      NotFinite(number: "nan").description
        == "the number nan can't be written as JSON; write null and a reason")
  }

  @Test func negativeZeroIsZero() throws {
    #expect(try JSONValue(-0.0).text == "0\n")
  }

  @Test func missingTextAndCountsAreNull() {
    #expect(JSONValue(nil as String?) == .null)
    #expect(JSONValue(nil as Int?) == .null)
    #expect(JSONValue("a" as String?) == .string("a"))
  }
}
