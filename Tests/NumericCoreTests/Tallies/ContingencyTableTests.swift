import NumericCore
import Testing

@Suite struct ContingencyTableTests {
  let table: ContingencyTable
  init() throws {
    table = try ContingencyTable(
      rowCodes: [1, 2], columnCodes: [0, 5, 9], counts: [1, 2, 3, 4, 5, 6])
  }

  @Test func marginsAreTallies() throws {
    #expect(table.totalCount == 21)
    #expect(table.rowTally == (try ItemTally(codes: [1, 2], counts: [6, 15])))
    #expect(table.columnTally == (try ItemTally(codes: [0, 5, 9], counts: [5, 7, 9])))
  }

  @Test func transposingTwiceChangesNothing() {
    #expect(table.transposed[2, 0] == table[0, 2])
    #expect(table.transposed.transposed == table)
  }

  @Test func mergingUnitesTheCodes() throws {
    let other = try ContingencyTable(rowCodes: [2, 3], columnCodes: [5], counts: [10, 20])
    let merged = table.merged(with: other)
    #expect(merged.rowCodes == [1, 2, 3])
    #expect(merged.counts == [1, 2, 3, 4, 15, 6, 0, 20, 0])
    #expect(table.merged(with: table).counts == table.counts.map { $0 * 2 })
  }

  @Test func refusesCountsThatDoNotFit() {
    #expect(throws: NumericError.unequalLengths(first: 3, second: 4)) {
      try ContingencyTable(rowCodes: [1, 2], columnCodes: [1, 2], counts: [1, 2, 3])
    }
    #expect(throws: NumericError.countsOutOfRange(part: -2, whole: -2)) {
      try ContingencyTable(rowCodes: [1], columnCodes: [1], counts: [-2])
    }
  }
}
