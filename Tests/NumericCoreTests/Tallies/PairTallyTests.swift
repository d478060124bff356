import NumericCore
import NumericTestSupport
import Testing

@Suite struct PairTallyTests {
  let answers: [[Int?]] = [
    [1, 2, 2, nil, 1, nil], [3, 3, 4, 4, nil, nil], [0, 1, nil, 1, 0, nil],
  ]

  func items() throws -> [ItemCodes] { try answers.map { try ItemCodes(answers: $0) } }

  @Test func pairwiseUsesEveryCommonRow() throws {
    let tally = try PairTally(of: items(), policy: .pairwise)
    #expect(tally.itemCount == 3 && tally.rowCount == 6)
    #expect(tally.completeCaseCount == 2 && tally.answeredRowCount == 5)
    #expect(tally.items.map(\.validCount) == [4, 4, 4])
    #expect(tally.table(0, 1).counts == [1, 0, 1, 1])
    #expect(tally.table(1, 0) == tally.table(0, 1).transposed)
    #expect(tally.table(1, 2).totalCount == 3)
  }

  @Test func listwiseUsesCompleteCasesOnly() throws {
    let tally = try PairTally(of: items(), policy: .listwise)
    #expect(tally.items.map(\.validCount) == [2, 2, 2])
    #expect(tally.table(0, 2).counts == [1, 0, 0, 1])
    #expect(tally.rowCount == 6 && tally.completeCaseCount == 2)
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func mergingPartsIsCountingTheWhole(policy: MissingDataPolicy) throws {
    let parts = try [0..<2, 2..<6].map { try PairTally(of: items(), policy: policy, rows: $0) }
    let merged = try parts[0].merged(with: parts[1])
    #expect(merged == (try PairTally(of: items(), policy: policy)))
  }

  @Test(arguments: 1...10, MissingDataPolicy.allCases)
  func howPartsAreMergedDoesNotMatter(seed: UInt64, policy: MissingDataPolicy) throws {
    var random = RandomStream(seed: seed)
    let rows: [[Int?]] = (0..<300).map { _ in
      (0..<4).map { _ in random.below(9) == 0 ? nil : random.below(6) }
    }
    let cuts = [0, random.below(150), 150 + random.below(150), 300]
    // Each part has only the codes that occur in it, as separate files do.
    let parts = try zip(cuts, cuts.dropFirst()).map { start, end in
      let items = try (0..<4).map { item in
        try ItemCodes(answers: rows[start..<end].map { $0[item] })
      }
      return try PairTally(of: items, policy: policy)
    }
    let whole = try PairTally(
      of: (0..<4).map { item in try ItemCodes(answers: rows.map { $0[item] }) }, policy: policy)
    let left = try parts[0].merged(with: parts[1]).merged(with: parts[2])
    let right = try parts[0].merged(with: parts[1].merged(with: parts[2]))
    #expect(left == right, "seed \(seed)")
    #expect(left == whole, "seed \(seed)")
    #expect(try CovarianceMatrix(of: left) == CovarianceMatrix(of: whole))
  }

  @Test(arguments: [5, 8, 9, 40], MissingDataPolicy.allCases)
  func blocksAgreeWithCountingRowByRow(codeCount: Int, policy: MissingDataPolicy) throws {
    let seed = UInt64(codeCount)
    var generator = SeededGenerator(seed: seed)
    let columns: [[Int?]] = (0..<3).map { _ in
      (0..<5000).map { _ in
        let draw = Int(generator.next() % UInt64(codeCount + 1))
        return draw == 0 ? nil : draw
      }
    }
    var counts: [Int: Int] = [:]
    for row in 0..<5000 {
      guard let a = columns[0][row], let b = columns[1][row] else { continue }
      if policy == .pairwise || columns[2][row] != nil { counts[a * 100 + b, default: 0] += 1 }
    }
    let tally = try PairTally(of: columns.map { try ItemCodes(answers: $0) }, policy: policy)
    let expected = (1...codeCount).flatMap { a in
      (1...codeCount).map { counts[a * 100 + $0] ?? 0 }
    }
    #expect(tally.table(0, 1).counts == expected, "seed \(seed)")
    #expect(tally.items[0].validCount >= tally.completeCaseCount)
    #expect(
      tally.answeredRowCount
        == columns[0].indices.count { row in
          columns.contains { $0[row] != nil }
        })
  }

  @Test func oneItemHasNoPair() throws {
    let tally = try PairTally(of: [ItemCodes(answers: [1])], policy: .listwise)
    #expect(tally.itemCount == 1 && tally.items[0].validCount == 1)
  }

  @Test func refusesWhatDoesNotFit() throws {
    let items = try items()
    let short = try ItemCodes(answers: [1])
    #expect(throws: NumericError.tooFewItems(count: 0, required: 1)) {
      try PairTally(of: [], policy: .listwise)
    }
    #expect(throws: NumericError.unequalLengths(first: 6, second: 1)) {
      try PairTally(of: items + [short], policy: .listwise)
    }
    #expect(throws: NumericError.unequalLengths(first: 6, second: 7)) {
      try PairTally(of: items, policy: .listwise, rows: 0..<7)
    }
    #expect(throws: NumericError.differentTallies) {
      try PairTally(of: items, policy: .listwise).merged(
        with: PairTally(of: items, policy: .pairwise))
    }
  }
}
