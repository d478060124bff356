import NumericCore
import NumericTestSupport
import Testing

@Suite struct KuderRichardsonTests {
  func tally(_ rows: [[Int?]], policy: MissingDataPolicy = .listwise) throws -> PairTally {
    let items = try rows[0].indices.map { item in try ItemCodes(answers: rows.map { $0[item] }) }
    return try PairTally(of: items, policy: policy)
  }

  @Test func byHand() throws {  // shares 3/4, 2/4; totals 2, 2, 1, 0: variance 11/16, mean 5/4
    let result = try KuderRichardson(of: tally([[1, 1], [1, 1], [1, 0], [0, 0]]), codes: 0...1)
    expectClose(result.kr20, .derived(2 * (1 - (3.0 / 16 + 4.0 / 16) / (11.0 / 16))))
    expectClose(result.kr21, .derived(2 * (1 - 1.25 * 0.75 / (2 * 11.0 / 16))))
    #expect(result.difficulties == [0.75, 0.5])
    #expect(result.itemCount == 2 && result.completeCaseCount == 4)
  }

  @Test(arguments: [0, 1]) func agreesWithR(lowerCode: Int) throws {
    let columns = try ReferenceFile("attitude").columns
    let rows = columns[0].indices.map { row in
      [0, 1, 4].map { (columns[$0][row] ?? 0) > 60 ? lowerCode + 1 : lowerCode }
    }
    let result = try KuderRichardson(of: tally(rows), codes: lowerCode...lowerCode + 1)
    let scale = try AttitudeScale()
    try scale.expect(result.kr20, "binary.kr20")
    try scale.expect(result.kr21, "binary.kr21")
    for item in 0..<3 {
      try scale.expect(result.difficulties[item], "binary.difficulty\(item + 1)")
    }
  }

  @Test func refuses() throws {
    let words = NumericError.wrongInput(required: "complete cases of items with the same two codes")
    #expect(throws: words) { try KuderRichardson(of: tally([[1, 1], [2, 3]]), codes: 1...2) }
    #expect(throws: words) { try KuderRichardson(of: tally([[1, 1], [2, 2]]), codes: 1...3) }
    #expect(throws: words) {
      try KuderRichardson(of: tally([[1, 1], [0, 0]], policy: .pairwise), codes: 0...1)
    }
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try KuderRichardson(of: tally([[1, 1], [nil, 0]]), codes: 0...1)
    }
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try KuderRichardson(of: tally([[1], [0]]), codes: 0...1)
    }
    #expect(throws: NumericError.noTotalVariance) {
      try KuderRichardson(of: tally([[1, 0], [0, 1]]), codes: 0...1)
    }
  }
}
