import NumericCore
import NumericTestSupport
import Testing

@Suite struct BootstrapOfItemsTests {
  static let count = 1000

  func options(_ seed: UInt64 = 1, threads: Int = 1) throws -> BootstrapOptions {
    try BootstrapOptions(resampleCount: Self.count, seed: seed, threadCount: threads)
  }

  /// 200 persons, 5 items, one factor; with `missing` a fifteenth of the answers is not there.
  func answers(missing: Bool = false) -> [[Int?]] {
    var random = RandomStream(seed: 8)
    return (0..<200).map { row in
      let factor = random.normal()
      return (0..<5).map { item in
        let latent = factor + random.normal()
        let answer = 3 + Int(max(-2, min(2, latent)).rounded())
        return missing && (row + 3 * item) % 15 == 0 ? nil : answer
      }
    }
  }

  func items(_ rows: [[Int?]]) throws -> [ItemCodes] {
    try rows[0].indices.map { item in try ItemCodes(answers: rows.map { $0[item] }) }
  }

  func numbers(_ rows: [[Int?]]) -> [[Double?]] {
    rows[0].indices.map { item in rows.map { $0[item].map { Double($0) * 0.1 } } }
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func theEstimateIsAlphaOfTheRows(policy: MissingDataPolicy) throws {
    let items = try items(answers(missing: true))
    let rows = try ItemRows(of: items, policy: policy)
    let alpha = try CronbachAlpha(of: CovarianceMatrix(of: PairTally(of: items, policy: policy)))
    let distribution = try BootstrapDistribution(ofAlphaOf: rows, options: options())
    expectClose(distribution.estimate, .derived(alpha.alpha))
    #expect(distribution.replicates.count == Self.count && distribution.undefinedCount == 0)
    #expect(rows.rowCount == (policy == .listwise ? alpha.completeCaseCount : 200))
    #expect(distribution.caseCount == rows.rowCount && rows.itemCount == 5)
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func theShortWayIsThatOfTheCovariances(policy: MissingDataPolicy) throws {
    let rows = try ItemRows(of: items(answers(missing: true)), policy: policy)
    let short = try BootstrapDistribution(ofAlphaOf: rows, options: options())
    let long = try BootstrapDistribution(of: rows, options: options()) {
      matrix throws(NumericError) in try CronbachAlpha(of: matrix).alpha
    }
    for (one, other) in zip(short.replicates, long.replicates) { expectClose(one, .derived(other)) }
    expectClose(short.acceleration, .derived(try #require(long.acceleration)))
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func codesAndNumbersGiveTheSame(policy: MissingDataPolicy) throws {
    let rows = answers(missing: true)
    let codes = try BootstrapDistribution(
      ofAlphaOf: ItemRows(of: items(rows), policy: policy), options: options())
    let columns = try BootstrapDistribution(
      ofAlphaOf: ItemRows(columns: numbers(rows), policy: policy), options: options())
    for (one, other) in zip(codes.replicates, columns.replicates) {
      expectClose(one, .derived(other))
    }
  }

  @Test(arguments: [2, 3, 7], MissingDataPolicy.allCases)
  func threadsChangeNoBit(threads: Int, policy: MissingDataPolicy) throws {
    let rows = try ItemRows(of: items(answers(missing: true)), policy: policy)
    let columns = try ItemRows(columns: numbers(answers(missing: true)), policy: policy)
    for rows in [rows, columns] {
      let one = try BootstrapDistribution(ofAlphaOf: rows, options: options())
      let many = try BootstrapDistribution(ofAlphaOf: rows, options: options(threads: threads))
      #expect(one.replicates == many.replicates && one.acceleration == many.acceleration)
    }
  }

  @Test func theSeedDecides() throws {
    let rows = try ItemRows(of: items(answers()), policy: .listwise)
    let first = try BootstrapDistribution(ofAlphaOf: rows, options: options(1))
    #expect(try BootstrapDistribution(ofAlphaOf: rows, options: options(1)) == first)
    #expect(
      try BootstrapDistribution(ofAlphaOf: rows, options: options(2)).replicates
        != first.replicates)
  }

  @Test func theStandardErrorIsThatOfTheory() throws {  // 1,000 resamples: about 2 % of it
    let items = try items(answers())
    let rows = try ItemRows(of: items, policy: .listwise)
    let distribution = try BootstrapDistribution(ofAlphaOf: rows, options: options())
    let alpha = try CronbachAlpha(
      of: CovarianceMatrix(of: PairTally(of: items, policy: .listwise)))
    let theory = try #require(alpha.standardError)
    #expect(abs(distribution.standardError / theory - 1) < 0.25)
  }

  @Test func rowsOfAGroupAreDrawnTogether() throws {
    // Every row four times: groups of the copies are the rows themselves.
    let single = answers()
    let fourfold = single.flatMap { [$0, $0, $0, $0] }
    let groups = fourfold.indices.map { $0 / 4 }
    let rows = try ItemRows(of: items(fourfold), policy: .listwise, groups: groups)
    let grouped = try BootstrapDistribution(ofAlphaOf: rows, options: options())
    let plain = try BootstrapDistribution(
      ofAlphaOf: ItemRows(of: items(single), policy: .listwise), options: options())
    #expect(grouped.caseCount == 200 && rows.rowCount == 800)
    for (one, other) in zip(grouped.replicates, plain.replicates) {
      expectClose(one, .derived(other))
    }
  }

  @Test func anyStatisticOfTheCovariancesCanBeResampled() throws {
    let rows = try ItemRows(of: items(answers()), policy: .listwise)
    let lambda = try BootstrapDistribution(of: rows, options: options()) {
      matrix throws(NumericError) in try GuttmanLambdas(of: matrix).lambda2
    }
    let interval = try lambda.interval(level: 0.95)
    #expect(interval.method == .bootstrapBCa)
    #expect(interval.lower < lambda.estimate && lambda.estimate < interval.upper)
  }

  @Test func manyRowsAreDrawnAsWell() throws {  // 5,000 rows take 32 bits each
    let many = (0..<25).flatMap { _ in answers() }
    let rows = try ItemRows(of: items(many), policy: .listwise)
    let distribution = try BootstrapDistribution(ofAlphaOf: rows, options: options())
    let few = try BootstrapDistribution(
      ofAlphaOf: ItemRows(of: items(answers()), policy: .listwise), options: options())
    // Twenty-five times the rows, a fifth of the standard error; both know it to about 3 %.
    #expect(abs(5 * distribution.standardError / few.standardError - 1) < 0.2)
  }

  @Test func twoRowsAreTheSmallestTable() throws {
    let rows = try ItemRows(of: items([[1, 2], [2, 4]]), policy: .listwise)
    // Half of the resamples take one row twice and have no variance.
    #expect(throws: NumericError.self) {
      try BootstrapDistribution(ofAlphaOf: rows, options: options())
    }
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.tooFewItems(count: 0, required: 1)) {
      try ItemRows(of: [], policy: .listwise)
    }
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try BootstrapDistribution(
        ofAlphaOf: ItemRows(of: items([[1], [2]]), policy: .listwise), options: options())
    }
    #expect(throws: NumericError.noTotalVariance) {
      try BootstrapDistribution(
        ofAlphaOf: ItemRows(of: items([[1, 2], [2, 1]]), policy: .listwise), options: options())
    }
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try ItemRows(of: items([[1, nil], [2, 1]]), policy: .listwise)
    }
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      try ItemRows(columns: [[1, 2], [1]], policy: .listwise)
    }
    #expect(throws: NumericError.unequalLengths(first: 2, second: 3)) {
      try ItemRows(columns: [[1, 2], [1, 2]], policy: .listwise, groups: [1, 2, 3])
    }
    #expect(throws: NumericError.tooFewValues(count: 2, required: 40)) {
      try ItemRows(columns: [[1, 2], [1, 2]], policy: .listwise, groups: [1, 2])
    }
    #expect(throws: NumericError.notANumber) {
      try ItemRows(columns: [[1, .infinity], [1, 2]], policy: .listwise)
    }
  }
}
