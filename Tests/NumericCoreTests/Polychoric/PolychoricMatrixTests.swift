import NumericCore
import NumericTestSupport
import Testing

@Suite struct PolychoricMatrixTests {
  @Test func agreesWithLavaan() throws {
    let data = try FactorData()
    let matrix = try PolychoricMatrix(of: data.tally(), emptyCells: .halfInBinary)
    for row in 0..<9 {
      for column in 0..<9 {
        let reference = try data.found("polychoric.\(row + 1).\(column + 1)", within: 1e-5)
        expectClose(matrix.correlations[row, column], reference)
      }
    }
    #expect(matrix.thresholds.map(\.count) == [4, 4, 4, 4, 4, 4, 4, 4, 1])
    #expect(matrix.smallestEigenvalue > 0)
  }

  @Test func mergedTalliesGiveTheSame() throws {
    let codes = try FactorData().codes(0..<4)
    let whole = try PairTally(of: codes, policy: .listwise)
    let parts = try PairTally(of: codes, policy: .listwise, rows: 0..<100)
      .merged(with: PairTally(of: codes, policy: .listwise, rows: 100..<300))
    #expect(
      try PolychoricMatrix(of: parts, emptyCells: .kept)
        == PolychoricMatrix(of: whole, emptyCells: .kept))
  }

  @Test func emptyCellsAndContradictionsAreNamed() throws {
    // Pairs with cases of their own: r(1, 2) and r(1, 3) are high, r(2, 3) is as low.
    var answers: [[Int?]] = [[], [], []]
    func add(_ row: [Int?], _ count: Int) {
      for _ in 0..<count { for item in 0..<3 { answers[item].append(row[item]) } }
    }
    for (first, second, isAlike) in [(0, 1, true), (0, 2, true), (1, 2, false)] {
      for a in 0...1 {
        for b in 0...1 {
          var row: [Int?] = [nil, nil, nil]
          (row[first], row[second]) = (a, b)
          add(row, (a == b) == isAlike ? 45 : 5)
        }
      }
    }
    let items = try answers.map { try ItemCodes(answers: $0) }
    let tally = try PairTally(of: items, policy: .pairwise)
    let matrix = try PolychoricMatrix(of: tally, emptyCells: .kept)
    #expect(matrix.smallestEigenvalue < 0)
    #expect(
      matrix.warnings == [.notPositiveDefinite(smallestEigenvalue: matrix.smallestEigenvalue)])
  }

  @Test func emptyCellsOfLargerTablesAreNamed() throws {
    let first = try ItemCodes(answers: [1, 1, 2, 2, 2, 3, 3, 1, 2, 3])
    let second = try ItemCodes(answers: [1, 1, 1, 2, 2, 2, 3, 2, 3, 3])
    let matrix = try PolychoricMatrix(
      of: PairTally(of: [first, second], policy: .listwise), emptyCells: .kept)
    #expect(matrix.warnings == [.emptyCells(first: 0, second: 1, count: 2)])
  }

  @Test func refusesByThePositionOfItems() throws {
    let item = try ItemCodes(answers: [1, 1, 2, 2])
    let same = try ItemCodes(answers: [1, 1, 1, 1])
    let other = try ItemCodes(answers: [1, 2, 1, 2])
    let apart = try ItemCodes(answers: [1, 2, 2, 2])
    func matrix(_ items: [ItemCodes], _ policy: MissingDataPolicy = .listwise) throws {
      _ = try PolychoricMatrix(of: PairTally(of: items, policy: policy), emptyCells: .kept)
    }
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) { try matrix([item]) }
    #expect(throws: NumericError.constantValues(item: 2)) { try matrix([item, other, same]) }
    #expect(throws: NumericError.noFiniteCorrelation(first: 0, second: 2)) {
      try matrix([item, other, apart])
    }
    let early = try ItemCodes(answers: [1, 2, nil, nil])
    let late = try ItemCodes(answers: [nil, nil, 1, 2])
    #expect(throws: NumericError.noCommonValues(first: 0, second: 1)) {
      try matrix([early, late], .pairwise)
    }
    #expect(throws: NumericError.tooFewValues(count: 0, required: 2)) {
      try matrix([early, late])
    }
  }
}
