import NumericCore
import Testing

@Suite struct ItemTallyTests {
  @Test func countsAnswersWithoutMissing() throws {
    let tally = ItemTally(of: try ItemCodes(answers: [4, nil, 2, 4]))
    #expect(tally.codes == [2, 4] && tally.counts == [1, 2])
    #expect(tally.validCount == 3 && tally.sum == 10)
    #expect(tally.count(of: 3) == 0)
  }

  @Test func mergingPartsIsCountingTheWhole() throws {
    let answers: [Int?] = [1, 5, nil, 3, 3, 2]
    let parts = try [answers[..<3], answers[3...]].map {
      ItemTally(of: try ItemCodes(answers: Array($0)))
    }
    #expect(parts[0].merged(with: parts[1]) == ItemTally(of: try ItemCodes(answers: answers)))
  }

  @Test func mergingTheSameCodesAddsCounts() throws {
    let tally = try ItemTally(codes: [1, 2], counts: [3, 4])
    #expect(tally.merged(with: tally) == (try ItemTally(codes: [1, 2], counts: [6, 8])))
  }

  @Test func reversingATallyIsTallyingTheReversed() throws {
    let item = try ItemCodes(answers: [1, 1, 2, 4, nil])
    #expect(
      ItemTally(of: item).reversed(within: 1...5) == ItemTally(of: item.reversed(within: 1...5)))
  }

  @Test func refusesCountsThatDoNotFit() {
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      try ItemTally(codes: [1, 2], counts: [1])
    }
    #expect(throws: NumericError.countsOutOfRange(part: -1, whole: -1)) {
      try ItemTally(codes: [1], counts: [-1])
    }
  }
}
