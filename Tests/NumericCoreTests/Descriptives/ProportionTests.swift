import NumericCore
import NumericTestSupport
import Testing

@Suite struct ProportionTests {
  @Test func agreesWithR() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let part = try Proportion(successCount: 7, totalCount: 20)
    expectClose(part.rate, .derived(0.35))
    expectClose(try part.wilson(level: 0.95).lower, try file.software("wilson.lower"))
    expectClose(try part.wilson(level: 0.95).upper, try file.software("wilson.upper"))
    expectClose(try part.clopperPearson(level: 0.95).lower, try file.software("clopper.lower"))
    expectClose(try part.clopperPearson(level: 0.95).upper, try file.software("clopper.upper"))
  }

  @Test func noneAndAllHaveAFixedEnd() throws {
    let none = try Proportion(successCount: 0, totalCount: 20)
    let all = try Proportion(successCount: 20, totalCount: 20)
    expectClose(
      try none.clopperPearson(level: 0.95).upper,
      try ReferenceFile("small-scale").software("clopper.zero.upper"))
    for interval in try [none.wilson(level: 0.95), none.clopperPearson(level: 0.95)] {
      #expect(interval.lower == 0 && interval.upper > 0)
    }
    for interval in try [all.wilson(level: 0.95), all.clopperPearson(level: 0.95)] {
      #expect(interval.lower < 1 && interval.upper == 1)
    }
  }

  @Test func noneOfOneHasAClosedForm() throws {  // z² / (1 + z²), and 1 − tail
    let none = try Proportion(successCount: 0, totalCount: 1)
    let z = try Normal.standard.quantile(0.95)
    expectClose(try none.wilson(level: 0.9).upper, .derived(z * z / (1 + z * z)))
    expectClose(try none.clopperPearson(level: 0.9).upper, .derived(0.95))
  }

  @Test(arguments: 0...12) func theComplementMirrorsTheInterval(part: Int) throws {
    let one = try Proportion(successCount: part, totalCount: 12)
    let other = try Proportion(successCount: 12 - part, totalCount: 12)
    expectClose(
      try one.wilson(level: 0.95).lower, .derived(1 - (try other.wilson(level: 0.95).upper)))
    expectClose(
      try one.clopperPearson(level: 0.95).lower,
      .derived(1 - (try other.clopperPearson(level: 0.95).upper)))
  }

  @Test func topBoxesCountTheChosenCodes() throws {
    let tally = try ItemTally(codes: [1, 2, 3, 4, 5], counts: [1, 2, 3, 4, 5])
    #expect(
      try Proportion(of: tally, codes: 4...5) == Proportion(successCount: 9, totalCount: 15))
  }

  @Test(arguments: [(0, 0), (-1, 3), (4, 3)]) func refusesCounts(part: Int, whole: Int) {
    #expect(throws: NumericError.countsOutOfRange(part: part, whole: whole)) {
      try Proportion(successCount: part, totalCount: whole)
    }
  }

  @Test func refusesLevels() throws {
    let part = try Proportion(successCount: 1, totalCount: 2)
    #expect(throws: NumericError.probabilityOutOfRange(1)) { try part.wilson(level: 1) }
    #expect(throws: NumericError.probabilityOutOfRange(0)) { try part.clopperPearson(level: 0) }
  }
}
