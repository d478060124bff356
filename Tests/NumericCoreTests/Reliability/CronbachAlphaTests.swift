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

  @Test(arguments: 1...10) func neitherOrderNorOneAffineChangeOfAllItemsMatters(seed: UInt64) throws
  {
    let columns = try ReferenceFile("attitude").columns
    let alpha = try CronbachAlpha(of: CovarianceMatrix(columns: columns, policy: .listwise)).alpha
    var random = RandomStream(seed: seed)
    var order = Array(columns.indices)
    for place in order.indices { order.swapAt(place, place + random.below(order.count - place)) }
    let (slope, shift) = (random.uniform() * 8 - 4, random.uniform() * 200 - 100)
    let changed = order.map { item in columns[item].map { $0.map { slope * $0 + shift } } }
    let result = try CronbachAlpha(of: CovarianceMatrix(columns: changed, policy: .listwise))
    expectClose(result.alpha, .derived(alpha))
  }

  @Test func ofCodesTheOrderOfItemsChangesNoBit() throws {
    let columns = try ReferenceFile("small-scale-data").columns
    let items = try columns.map { try ItemCodes(answers: $0.map { $0.map { Int($0) } }) }
    func alpha(_ order: [Int]) throws -> Double {
      let tally = try PairTally(of: order.map { items[$0] }, policy: .listwise)
      return try CronbachAlpha(of: CovarianceMatrix(of: tally)).alpha
    }
    #expect(try alpha([2, 0, 3, 1]) == alpha([0, 1, 2, 3]))
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
