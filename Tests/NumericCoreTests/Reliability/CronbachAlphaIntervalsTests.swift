import NumericCore
import NumericTestSupport
import Testing

@Suite struct CronbachAlphaIntervalsTests {
  func alpha(caseCount: Int) throws -> CronbachAlpha {
    let rows = [[4.0, 2, 2], [2, 4, 2], [2, 2, 4]]
    return try CronbachAlpha(of: CovarianceMatrix(rows: rows, caseCount: caseCount))
  }

  @Test func agreeWithR() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: .listwise)
    let alpha = try CronbachAlpha(of: matrix)
    let feldt = try alpha.feldtInterval(level: 0.95)
    expectClose(feldt.lower, try file.software("listwise.feldt.lower"))
    expectClose(feldt.upper, try file.software("listwise.feldt.upper"))
    let bonett = try alpha.bonettInterval(level: 0.95)
    expectClose(bonett.lower, try file.software("listwise.bonett.lower"))
    expectClose(bonett.upper, try file.software("listwise.bonett.upper"))
    let duhachek = try alpha.duhachekInterval(level: 0.95)
    expectClose(duhachek.lower, try file.software("listwise.duhachek.lower"))
    #expect([feldt, bonett, duhachek].map(\.method) == [.feldt, .bonett, .duhachek])
  }

  @Test func aHigherLevelIsWider() throws {
    let alpha = try alpha(caseCount: 40)
    for interval in [alpha.feldtInterval, alpha.bonettInterval, alpha.duhachekInterval] {
      let (narrow, wide) = (try interval(0.9), try interval(0.99))
      #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
      #expect(narrow.lower < alpha.alpha && alpha.alpha < narrow.upper)
    }
  }

  @Test func parallelItemsHaveAClosedStandardError() throws {  // (1 − a) √(2k / ((k − 1) n))
    let result = try alpha(caseCount: 48)
    expectClose(result.standardError, .derived(0.25 * (6.0 / (2 * 48)).squareRoot()))
  }

  @Test func tooFewCasesHaveNoInterval() throws {
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try alpha(caseCount: 1).feldtInterval(level: 0.95)
    }
    #expect(throws: NumericError.tooFewValues(count: 2, required: 3)) {
      try alpha(caseCount: 2).bonettInterval(level: 0.95)
    }
    #expect(throws: NumericError.tooFewValues(count: 0, required: 2)) {
      try alpha(caseCount: 0).duhachekInterval(level: 0.95)
    }
    #expect(try alpha(caseCount: 2).feldtInterval(level: 0.95).lower < 0.75)
  }

  @Test func refuseLevels() throws {
    let alpha = try alpha(caseCount: 40)
    for interval in [alpha.feldtInterval, alpha.bonettInterval, alpha.duhachekInterval] {
      #expect(throws: NumericError.probabilityOutOfRange(95)) { try interval(95) }
    }
  }
}
