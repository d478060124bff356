import Foundation
import NumericCore
import NumericTestSupport
import Testing

@Suite struct DescriptionTests {
  let values = [2.5, 3.25, 3.25, 4, 7.5, 9, 11, 12.75, 20, 31]

  @Test func smallSampleByHand() throws {
    let result = try Description(of: [2, 4, 4, 4, 5, 5, 7, 9])  // squares about 5 sum to 32
    #expect(result.count == 8 && result.sum == 40 && result.mean == 5)
    expectClose(result.variance, .derived(32.0 / 7))
    #expect(result.median == 4.5 && result.modes == [4])
    #expect(result.range == 7 && result.medianAbsoluteDeviation == 0.5)
    expectClose(result.skewness.type1, .derived(42.0 / 8 / 8))
    expectClose(result.excessKurtosis.type1, .derived(356.0 / 8 / 16 - 3))
  }

  @Test func agreesWithR() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let result = try Description(of: values)
    expectClose(result.mean, try file.software("v.mean"))
    expectClose(result.standardDeviation, try file.software("v.sd"))
    expectClose(result.variance, try file.software("v.variance"))
    expectClose(result.scaledMedianAbsoluteDeviation, try file.software("v.mad"))
    expectClose(result.medianAbsoluteDeviation, try file.software("v.mad_raw"))
    expectClose(result.trimmedMean10, try file.software("v.trimmed10"))
    expectClose(result.trimmedMean20, try file.software("v.trimmed20"))
    let skewness = result.skewness
    let kurtosis = result.excessKurtosis
    for (type, value) in [skewness.type1, skewness.type2, skewness.type3].enumerated() {
      expectClose(value, try file.software("v.skew\(type + 1)"))
    }
    for (type, value) in [kurtosis.type1, kurtosis.type2, kurtosis.type3].enumerated() {
      expectClose(value, try file.software("v.kurtosis\(type + 1)"))
    }
    let interval = try result.meanInterval(level: 0.95)
    expectClose(interval.lower, try file.software("v.mean.lower"))
    expectClose(interval.upper, try file.software("v.mean.upper"))
    #expect(interval.method == .studentT && interval.level == 0.95)
  }

  @Test func aTallyIsDescribedLikeItsAnswers() throws {
    let tally = try ItemTally(codes: [1, 2, 3, 5], counts: [3, 0, 2, 4])
    let result = try Description(of: tally)
    #expect(result == (try Description(of: [1, 1, 1, 3, 3, 5, 5, 5, 5])))
    #expect(result.modes == [5])
  }

  @Test func rowOrderDoesNotMatter() throws {
    #expect(try Description(of: values.reversed()) == (try Description(of: values)))
  }

  @Test(arguments: [1e-150, 1e-3, 1e150]) func theShapeHasNoUnit(unit: Double) throws {
    let scaled = try Description(of: values.map { $0 * unit })
    let plain = try Description(of: values)
    expectClose(scaled.skewness.type2, .software(plain.skewness.type2 ?? .nan))
    expectClose(scaled.excessKurtosis.type2, .software(plain.excessKurtosis.type2 ?? .nan))
    expectClose(scaled.coefficientOfVariation, .derived(plain.coefficientOfVariation ?? .nan))
  }

  @Test func oneValueHasNoSpread() throws {
    let result = try Description(of: [3.5])
    #expect(result.mean == 3.5 && result.median == 3.5 && result.quartiles.lower == 3.5)
    #expect(result.variance == nil && result.standardError == nil)
    #expect(result.skewness.type1 == nil && result.coefficientOfVariation == nil)
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try result.meanInterval(level: 0.95)
    }
  }

  @Test func equalValuesHaveNoShape() throws {
    let result = try Description(of: [0.1, 0.1, 0.1])
    #expect(result.mean == 0.1 && result.variance == 0)
    #expect(result.skewness.type3 == nil && result.excessKurtosis.type1 == nil)
    #expect(throws: NumericError.constantValues(item: nil)) {
      try result.meanInterval(level: 0.95)
    }
  }

  @Test func fewValuesHaveNoUnbiasedShape() throws {
    let result = try Description(of: [1, 2])
    #expect(result.skewness.type1 == 0 && result.skewness.type2 == nil)
    #expect(try Description(of: [1, 2, 4]).excessKurtosis.type2 == nil)
  }

  @Test(arguments: [
    ([Double](), NumericError.tooFewValues(count: 0, required: 1)),
    ([1, .nan], .notANumber),
    ([-.infinity], .notANumber),
    ([1e200, -1e200], .outOfRange),
    ([1.5e308, 1.5e308], .outOfRange),
  ])
  func refuses(values: [Double], error: NumericError) {
    #expect(throws: error) { try Description(of: values) }
  }

  @Test func anEmptyTallyIsTooFewValues() throws {
    let tally = try ItemTally(codes: [1, 2], counts: [0, 0])
    #expect(throws: NumericError.tooFewValues(count: 0, required: 1)) { try Description(of: tally) }
  }
}
