import NumericCore
import NumericTestSupport
import Testing

@testable import SurveyQuery

@Suite struct RowColumnsTests {
  @Test func wholeNumbersAreCodes() throws {
    let codes = try #require(columns([3, .nan, -2, 7, 3, 1000], count: 2).codes)
    #expect(codes.map(\.codes) == [[-2, 3], [7, 1000]])
    #expect(codes[0].indexes == [1, 0, 1])
    #expect(codes[1].indexes == [ItemCodes.missing, 0, 1])
  }

  @Test func aColumnWithoutNumbersHasNoCodes() throws {
    let codes = try #require(columns([.nan, .nan], count: 1).codes)
    #expect(codes[0].codes.isEmpty)
    #expect(codes[0].indexes == [ItemCodes.missing, ItemCodes.missing])
  }

  @Test(arguments: [[0.5], [.infinity], [2_000_000], (0...255).map(Double.init)])
  func otherNumbersAreNoCodes(cells: [Double]) {
    #expect(columns(cells, count: 1).codes == nil)
  }

  @Test func numbersStandByColumn() {
    #expect(columns([1, .nan, 2.5, 4], count: 2).numbers == [[1, 2.5], [nil, 4]])
  }

  @Test func theUnitOfFractionsDoesNotMatterToAlpha() throws {
    let sql = try PlainConnection.table(
      "a, b, c", "1, 2, 1", "2, 2, 3", "4, 3, 5", "5, 5, 4", "3, NULL, 2")
    let row = try sql.rows(
      """
      SELECT cronbach_alpha(a, b, c), cronbach_alpha(a / 3.0, b / 3.0, c / 3.0),
        cronbach_alpha(a, b, c, 'pairwise'), ci_low('cronbach_alpha', a / 3.0, b, c),
        why('cronbach_alpha', a, 9e999 * b) FROM t
      """)[0]
    expectClose(row[1].number, .derived(try #require(row[0].number)))
    #expect(row[2].number != row[0].number)
    #expect(row[3].number.map { $0 < 1 } == true)
    #expect(row[4] == .text(NumericError.notANumber.description))
  }

  private func columns(_ cells: [Double], count: Int) -> RowColumns {
    cells.withUnsafeBufferPointer { RowColumns($0, columnCount: count) }
  }
}
