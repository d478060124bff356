import Foundation
import NumericCore
import NumericTestSupport
import Testing

@Suite struct ShapiroWilkTests {
  let values = [2.5, 3.25, 3.25, 4, 7.5, 9, 11, 12.75, 20, 31]

  @Test(arguments: [3, 5, 8, 10]) func agreesWithR(count: Int) throws {  // small-scale.R
    let file = try ReferenceFile("small-scale")
    let result = try ShapiroWilk(of: Array(values.prefix(count)))
    expectClose(result.statistic, try file.software("v.shapiro.w.\(count)"))
    // R computes with normal scores in single steps of its own; the approximation has 4 digits.
    let expected = try file.software("v.shapiro.p.\(count)").value
    expectClose(
      result.pValue, .approximate(expected, relative: 1e-6, reason: "approximated p value"))
    #expect(result.count == count)
  }

  @Test func agreesWithRAboveElevenValues() throws {  // small-scale.R
    let file = try ReferenceFile("small-scale")
    let long = (1...30).map { fmod(pow(Double($0), 1.5), 7) }
    let result = try ShapiroWilk(of: long)
    expectClose(result.statistic, try file.software("long.shapiro.w"))
    let expected = try file.software("long.shapiro.p").value
    expectClose(
      result.pValue, .approximate(expected, relative: 1e-6, reason: "approximated p value"))
  }

  @Test func threeEquallySpacedValuesAreExactlyNormal() throws {
    let result = try ShapiroWilk(of: [1, 2, 3])
    expectClose(result.statistic, .derived(1))
    expectClose(result.pValue, .derived(1))
  }

  @Test func unitAndOrderDoNotMatter() throws {
    let result = try ShapiroWilk(of: values.reversed().map { 100 - 3 * $0 })
    expectClose(result.statistic, .derived(try ShapiroWilk(of: values).statistic))
  }

  @Test(
    arguments: [
      ([1, 2], NumericError.tooFewValues(count: 2, required: 3)),
      ([5, 5, 5], .constantValues(item: nil)),
      ([1, 2, .nan], .notANumber),
      ([-1e308, 0, 1e308], .outOfRange),
      ((0...5000).map(Double.init), .tooManyValues(count: 5001, allowed: 5000)),
    ] as [([Double], NumericError)])
  func refuses(values: [Double], error: NumericError) {
    #expect(throws: error) { try ShapiroWilk(of: values) }
  }
}
