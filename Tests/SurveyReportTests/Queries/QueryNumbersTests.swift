import SurveyAnalysis
import Testing

@testable import SurveyReport

@Suite struct QueryNumbersTests {
  private func texts(_ values: [QueryTable.Value]) -> [String] {
    let table = QueryTable(columns: [.init("x")], rows: values.map { [$0] })
    let numbers = QueryNumbers(column: 0, of: table)
    return values.map(numbers.text)
  }

  @Test(arguments: [
    ([3.714285714, 2.5], ["3.714", "2.500"]), ([150.25, 1.5], ["150.25", "1.50"]),
    ([12345.678], ["12345.7"]), ([0.00123], ["0.0012"]), ([0.5, 1e-9], ["0.500000", "0.000000"]),
    ([3, -4], ["3", "−4"]), ([0.01], ["0.010"]),
  ])
  func aColumnIsRoundedAlike(values: [Double], shown: [String]) {
    #expect(texts(values.map(QueryTable.Value.number)) == shown)
  }

  @Test func longWholeNumbersKeepEveryDigit() {
    #expect(
      texts([.integer(.max), .integer(.min), .integer(1_234_567)]) == [
        "9223372036854775807", "-9223372036854775808", "1234567",
      ])
  }

  @Test func aColumnIsOfNumbersWhereNothingButGapsStandsBetweenThem() {
    func isNumeric(_ values: [QueryTable.Value]) -> Bool {
      let table = QueryTable(columns: [.init("x")], rows: values.map { [$0] })
      return QueryNumbers(column: 0, of: table).isNumeric
    }
    #expect(isNumeric([.null, .integer(1), .hidden, .number(2)]))
    #expect(!isNumeric([.integer(1), .text("a")]))
    #expect(!isNumeric([.null, .hidden]))
    #expect(!isNumeric([]))
  }
}
