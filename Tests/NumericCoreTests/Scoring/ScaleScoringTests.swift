import NumericCore
import NumericTestSupport
import Testing

@Suite struct ScaleScoringTests {
  let answers: [[Int?]] = [[1, 2, nil, nil], [2, nil, 4, nil], [2, 5, 5, nil]]

  func items() throws -> [ItemCodes] { try answers.map { try ItemCodes(answers: $0) } }

  @Test func meansUseTheAnsweredItems() throws {
    let items = try items()
    #expect(
      try ScaleScoring.means(of: items, minimumAnswered: 2) == [5.0 / 3, 3.5, 4.5, nil])
    #expect(try ScaleScoring.means(of: items, minimumAnswered: 3) == [5.0 / 3, nil, nil, nil])
  }

  @Test func sumsUseTheAnsweredItems() throws {
    #expect(try ScaleScoring.sums(of: items(), minimumAnswered: 1) == [5, 7, 9, nil])
  }

  @Test func numberColumnsScoreLikeCodes() throws {
    let columns = answers.map { $0.map { $0.map(Double.init) } }
    #expect(
      try ScaleScoring.means(of: columns, minimumAnswered: 1)
        == ScaleScoring.means(of: items(), minimumAnswered: 1))
  }

  @Test func oneItemIsItsOwnScore() throws {
    let item = try ItemCodes(answers: [3, nil])
    #expect(try ScaleScoring.means(of: [item], minimumAnswered: 1) == [3, nil])
  }

  @Test func refuses() throws {
    let items = try items()
    let short = try ItemCodes(answers: [1])
    #expect(throws: NumericError.tooFewItems(count: 0, required: 1)) {
      try ScaleScoring.sums(of: [], minimumAnswered: 1)
    }
    #expect(throws: NumericError.unequalLengths(first: 4, second: 1)) {
      try ScaleScoring.means(of: items + [short], minimumAnswered: 1)
    }
    for minimum in [0, 4] {
      let error = NumericError.parameterOutOfRange(
        name: "minimum answered", value: Double(minimum))
      #expect(throws: error) { try ScaleScoring.means(of: items, minimumAnswered: minimum) }
    }
    #expect(throws: NumericError.notANumber) {
      try ScaleScoring.means(of: [[.nan]], minimumAnswered: 1)
    }
    #expect(throws: NumericError.outOfRange) {
      try ScaleScoring.means(of: [[1.5e308], [1.5e308]], minimumAnswered: 1)
    }
  }
}
