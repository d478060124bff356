import NumericCore
import Testing

@Suite struct ConsistencyWarningTests {
  func matrix(_ rows: [[Double]], caseCount: Int = 100) throws -> CovarianceMatrix {
    try CovarianceMatrix(rows: rows, caseCount: caseCount)
  }

  @Test func aPlainScaleHasNone() throws {
    let rows = [[4.0, 2, 2], [2, 4, 2], [2, 2, 4]]
    #expect(try CronbachAlpha(of: matrix(rows)).warnings == [])
    #expect(try ItemAnalysis(of: matrix(rows)).warnings == [])
    #expect(try GreatestLowerBound(of: matrix(rows, caseCount: 1000)).warnings == [])
    #expect(try SplitHalves(of: matrix(rows)).warnings == [])
    #expect(try CronbachAlpha(of: matrix(rows, caseCount: 0)).warnings == [])
  }

  @Test func twoItemsThatContradictEachOther() throws {
    let alpha = try CronbachAlpha(of: matrix([[4, -1], [-1, 4]], caseCount: 29))
    #expect(
      alpha.warnings == [
        .negativeCoefficient(value: alpha.alpha), .twoItems, .fewCases(count: 29, required: 30),
      ])
  }

  @Test func anItemThatIsNotReversed() throws {
    let result = try ItemAnalysis(of: matrix([[4, 2, -1], [2, 4, -1], [-1, -1, 4]]))
    #expect(result.warnings == [.looksUnreversed(item: 2)])
  }

  @Test func aConstantItem() throws {
    let result = try ItemAnalysis(of: matrix([[4, 0, 2], [0, 0, 0], [2, 0, 4]]))
    #expect(result.warnings == [.constantItem(item: 1)])
  }

  @Test func theGreatestLowerBoundOfFewPersonsOrRepeatedItems() throws {
    let result = try GreatestLowerBound(of: matrix([[1, 1], [1, 1]], caseCount: 999))
    #expect(result.warnings == [.dependentItems, .fewCases(count: 999, required: 1000)])
  }

  @Test func pairsThatContradictEachOther() throws {  // variances 1, covariance of the halves 1.5
    let result = try SplitHalves(of: matrix([[1, 1.5], [1.5, 1]]))
    #expect(result.warnings == [.contradictoryPairs])
  }
}
