import Foundation
import TestSupport
import Testing

@testable import SurveyQuery

/// Holds the page of functions against the functions.
@Suite struct FunctionPageTests {
  @Test func everyFunctionHasItsRow() throws {
    let page = try String(
      contentsOfFile: Checkout.path("docs/reference/query-functions.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
    let expected = StatisticFunctions.all.map(Self.row)
    #expect(rows == expected, "the table has to be:\n\(expected.joined(separator: "\n"))")
  }

  @Test func noFunctionHasTwoRows() {
    let names = StatisticFunctions.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  private static func row(_ function: QueryFunction) -> String {
    let usage = function.usage.components(separatedBy: " or ").map { "`\($0)`" }
    return "| \(usage.joined(separator: " or ")) | \(function.summary) |"
  }
}
