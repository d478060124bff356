import NumericCore
import Testing

@Suite struct ItemCodesTests {
  @Test func answersBecomePositions() throws {
    let item = try ItemCodes(answers: [5, nil, 1, 5])
    #expect(item.codes == [1, 5])
    #expect(item.indexes == [1, ItemCodes.missing, 0, 1])
    #expect((0..<item.rowCount).map { item[$0] } == [5, nil, 1, 5])
  }

  @Test func reversingUsesTheLimitsNotTheAnswers() throws {
    let item = try ItemCodes(answers: [1, 2, nil, 3])  // 5 was never answered
    let keyed = item.reversed(within: 1...5)
    #expect((0..<4).map { keyed[$0] } == [5, 4, nil, 3])
    #expect(keyed.codes == [3, 4, 5])
  }

  @Test func reversingTwiceChangesNothing() throws {
    let item = try ItemCodes(answers: [-2, 0, 7, nil])
    #expect(item.reversed(within: -3...9).reversed(within: -3...9) == item)
  }

  @Test func anItemWithoutAnswersHasNoCodes() throws {
    let item = try ItemCodes(answers: [nil, nil]).reversed(within: 1...5)
    #expect(item.codes.isEmpty && item[0] == nil)
  }

  @Test(arguments: [
    ([2, 1], [UInt8](), NumericError.codesNotAscending),
    ([1, 1], [], .codesNotAscending),
    ([1_000_001], [], .codeOutOfRange(1_000_001)),
    ([Int.min], [], .codeOutOfRange(Int.min)),
    ([1, 2], [0, 2], .indexOutsideCodes(index: 2, codeCount: 2)),
    (Array(0..<256), [], .tooManyCodes(count: 256, allowed: 255)),
  ])
  func refuses(codes: [Int], indexes: [UInt8], error: NumericError) {
    #expect(throws: error) { try ItemCodes(codes: codes, indexes: indexes) }
  }
}
