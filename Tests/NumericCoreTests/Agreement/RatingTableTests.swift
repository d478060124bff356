import NumericCore
import Testing

@Suite struct RatingTableTests {
  @Test func categoriesAreThoseOfAllRaters() throws {
    let table = try RatingTable(raters: [[3, 1, nil], [1, 2.5, 1]])
    #expect(table.categories == [1, 2.5, 3])
    #expect(table.positions == [[2, 0, nil], [0, 1, 0]])
    #expect(table.unitCount == 3 && table.raterCount == 2)
  }

  @Test func declaredCategoriesAreKept() throws {
    #expect(try RatingTable(raters: [[1], [2]], categories: [3, 1, 2]).categories == [1, 2, 3])
    let codes = try ItemCodes(codes: [1, 2, 5], indexes: [0, 1])
    #expect(try RatingTable(raters: [codes, codes]).categories == [1, 2, 5])
  }

  @Test func refuses() {
    #expect(throws: NumericError.tooFewRaters(count: 1, required: 2)) {
      try RatingTable(raters: [[1, 2]])
    }
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      try RatingTable(raters: [[1, 2], [1]])
    }
    #expect(throws: NumericError.notANumber) { try RatingTable(raters: [[1], [.nan]]) }
    #expect(throws: NumericError.notANumber) {
      try RatingTable(raters: [[1], [1]], categories: [.infinity])
    }
    #expect(throws: NumericError.unknownCategory(7)) {
      try RatingTable(raters: [[1], [7]], categories: [1, 2])
    }
  }
}
