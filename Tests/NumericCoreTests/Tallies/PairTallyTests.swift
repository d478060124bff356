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

  @Test(arguments: [1 as UInt64, 2, 3])
  func manyBlocksAgreeWithCountingRowByRow(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let columns: [[Int?]] = (0..<3).map { _ in
      (0..<9000).map { _ in
        let draw = Int(generator.next() % 6)
        return draw == 0 ? nil : draw
      }
    }
    let tally = try PairTally(
      of: columns.map { try ItemCodes(answers: $0) }, policy: .listwise)
    var expected: [Int: Int] = [:]
    for row in 0..<9000 {
      guard let a = columns[0][row], let b = columns[1][row], columns[2][row] != nil else {
        continue
      }
      expected[a * 10 + b, default: 0] += 1
    }
    for a in 1...5 {
      for b in 1...5 {
        #expect(tally.table(0, 1).count(of: a, and: b) == expected[a * 10 + b], "seed \(seed)")
      }
    }
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
