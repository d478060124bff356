import ReportDocument
import Testing

@testable import AbacusCommands

@Suite struct JSONCollectionsTests {
  private let value: JSONValue = ["list": [1, nil], "none": nil, "object": ["a": 1, "b": 2]]

  @Test func everyValueOfAListIsReadOrNone() {
    #expect(value["list"]?.list { $0.integerValue ?? 0 } == [1, 0])
    #expect(value["list"]?.list(\.integerValue) == [Int]?.none)
    #expect(value["none"]?.list(\.integerValue) == [Int]?.none)
  }

  @Test func everyMemberOfAnObjectIsReadOrNone() {
    #expect(value["object"]?.dictionary(\.integerValue) == ["a": 1, "b": 2])
    #expect(value["object"]?.dictionary(\.textValue) == [String: String]?.none)
    #expect(value["list"]?.dictionary(\.integerValue) == [String: Int]?.none)
  }
}
