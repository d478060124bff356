import SurveyModel
import Testing

@Suite struct NameListTests {
  private func entries(_ text: String) -> [NameList.Entry]? { NameList(text)?.entries }

  @Test func commasPartNamesAndSpacesBeforeThemDoNotCount() {
    #expect(entries("A1, A2,A3") == ["A1", "A2", "A3"])
    #expect(entries(",A1,,") == ["A1"])
    #expect(entries("I rest,B") == ["I rest", "B"])
    #expect(entries("") == [])
  }

  @Test(arguments: ["\"", "`"]) func aNameInQuotesMayHoldACommaAndTwoDots(quote: String) {
    #expect(
      entries("\(quote)I plan, and I do\(quote), B") == [.name("I plan, and I do"), .text("B")])
    #expect(entries("\(quote)A..B\(quote)") == [.name("A..B")])
    #expect(
      entries("\(quote)5\(quote)\(quote) wide\(quote) , B") == [
        .name("5\(quote) wide"), .text("B"),
      ]
    )
  }

  @Test func theEndsOfARangeMayBeInQuotes() {
    #expect(entries("\"a, b\"..\"c, d\",E") == [.range(first: "a, b", last: "c, d"), .text("E")])
    #expect(entries("\"a, b\"..C") == [.range(first: "a, b", last: "C")])
    #expect(entries("A..\"c, d\"") == [.range(first: "A", last: "c, d")])
    #expect(NameList("A..C")?.entries.first?.ends.map { [$0.first, $0.last] } == ["A", "C"])
    #expect(NameList("\"A..C\"")?.entries.first?.ends == nil)
  }

  @Test func aQuoteInsideANameIsItsOwn() {
    #expect(entries("5\" screen,I'm") == ["5\" screen", "I'm"])
  }

  @Test(arguments: ["\"a, b", "A,\"b", "\"a\"b", "\"a\"..", "A..\"b", "\"a\"..\"b\"c"])
  func aQuoteThatDoesNotCloseAtTheEndOfANameIsRefused(text: String) {
    #expect(NameList(text) == nil)
  }
}
