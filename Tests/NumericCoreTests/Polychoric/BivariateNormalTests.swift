import NumericCore
import NumericTestSupport
import Testing

@Suite struct BivariateNormalTests {
  @Test(arguments: [-1, -0.999_999, -0.9, -0.3, 0, 0.2, 0.5, 0.8, 0.93, 0.999, 1])
  func quadrantsFollowSheppard(correlation: Double) throws {  // ¼ + arcsin(r) / 2π
    let below = try BivariateNormal(correlation: correlation).cumulative(0, 0)
    let above = try BivariateNormal(correlation: -correlation).cumulative(0, 0)
    expectClose(below + above, .derived(0.5))
    if correlation == 0.5 { expectClose(below, .derived(1.0 / 3)) }
    if correlation == 1 { expectClose(below, .derived(0.5)) }
  }

  @Test(arguments: [
    (0.5, -0.3, 0.6, "0.5.-0.3.0.6"), (0, 0, 0.9, "0.0.0.9"),
    (-1.2, 2, -0.95, "-1.2.2.-0.95"), (2.5, 2.4, 0.999, "2.5.2.4.0.999"),
    (1, 1, -0.2, "1.1.-0.2"),
  ])
  func agreesWithMnormt(first: Double, second: Double, correlation: Double, name: String) throws {
    let value = try BivariateNormal(correlation: correlation).cumulative(first, second)
    expectClose(value, try FactorData().file.software("binorm.\(name)"))
  }

  @Test func independentNumbersMultiply() throws {
    let value = try BivariateNormal(correlation: 0).cumulative(1, -0.5)
    let product = try Normal.standard.cumulative(1) * Normal.standard.cumulative(-0.5)
    expectClose(value, .derived(product))
  }

  @Test(arguments: [0.95, 0.9999, 1 - 1e-9])
  func nearlyEqualNumbersStayBelowEither(correlation: Double) throws {
    let distribution = try BivariateNormal(correlation: correlation)
    let value = try distribution.cumulative(0.3, 0.31)
    #expect(value <= (try Normal.standard.cumulative(0.3)))
    // P(X ≤ h, Y ≤ k) + P(X ≤ h, Y > k) = P(X ≤ h), the second by symmetry.
    let rest = try BivariateNormal(correlation: -correlation).cumulative(0.3, -0.31)
    expectClose(value + rest, .derived(try Normal.standard.cumulative(0.3)))
  }

  @Test func refuses() {
    #expect(throws: NumericError.parameterOutOfRange(name: "correlation", value: 1.5)) {
      _ = try BivariateNormal(correlation: 1.5)
    }
    #expect(throws: NumericError.notANumber) { _ = try BivariateNormal(correlation: .nan) }
    #expect(throws: NumericError.notANumber) {
      _ = try BivariateNormal(correlation: 0).cumulative(.infinity, 0)
    }
  }
}
