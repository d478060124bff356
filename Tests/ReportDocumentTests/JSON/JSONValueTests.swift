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

  @Test func membersAreSortedAndTheLastOfEqualKeysCounts() {
    let object = JSONObject([("b", 1), ("a", 2), ("b", 3)])
    #expect(object.members.map(\.key) == ["a", "b"])
    #expect(object.members.map(\.value) == [2, 3])
    #expect(JSONValue.object(object) == ["b": 3, "a": 2])
  }

  @Test func mergedMembersAreThoseOfBothAndTheSecondCounts() {
    let merged = JSONObject([("c", 1), ("a", 1)]).merging(JSONObject([("b", 2), ("a", 2)]))
    #expect(merged == JSONObject([("a", 2), ("b", 2), ("c", 1)]))
  }
}
