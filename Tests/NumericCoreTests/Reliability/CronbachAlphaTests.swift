import NumericCore
import NumericTestSupport
import Testing

@Suite struct CronbachAlphaTests {
  @Test func parallelItemsFollowSpearmanBrown() throws {  // k r / (1 + (k - 1) r) at r = 1/2
    try expectClose(alpha([[4, 2, 2], [2, 4, 2], [2, 2, 4]]), .derived(3.0 / 4))
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithPsych(policy: MissingDataPolicy) throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let items = try columns.map { try ItemCodes(answers: $0.map { $0.map { Int($0) } }) }
    let tally = try PairTally(of: items, policy: policy)
    let result = try CronbachAlpha(of: CovarianceMatrix(of: tally))
    expectClose(result.alpha, try file.software("\(policy).alpha.raw"))
    expectClose(result.standardError, try file.software("\(policy).alpha.ase"))
    #expect(result.itemCount == 4 && result.completeCaseCount == 11)
    #expect(result.caseCount == (policy == .listwise ? 11 : 14))
  }

  @Test func wholeNumbersLeaveNoRoundingBehind() throws {  // items 1 and 2 cancel each other
    let items = try [[1, 2, 3, 4], [4, 3, 2, 1]].map { try ItemCodes(answers: $0) }
    let matrix = try CovarianceMatrix(of: PairTally(of: items, policy: .listwise))
    #expect(throws: NumericError.noTotalVariance) { try CronbachAlpha(of: matrix) }
  }

  @Test(arguments: [0.01, 250]) func theScoreUnitDoesNotMatter(unit: Double) throws {
    let scaled = [[10.0, 6], [6, 11]].map { $0.map { $0 * unit * unit } }
    // 2 · 12 / 33, two items: the smallest legal input
    try expectClose(alpha(scaled), .derived(8.0 / 11))
  }

  @Test func anItemThatVariesAloneLeavesAlphaAtZero() throws {
    #expect(try alpha([[4, 0], [0, 0]]) == 0)
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, -1], [-1, 1]], .noTotalVariance),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try alpha(rows) }
  }

  func alpha(_ rows: [[Double]]) throws -> Double { try CronbachAlpha(of: .init(rows: rows)).alpha }
}
