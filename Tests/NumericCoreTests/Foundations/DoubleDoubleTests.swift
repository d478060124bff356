import Testing

@testable import NumericCore

@Suite struct DoubleDoubleTests {
  @Test func aSmallTermSurvivesALargeOne() {
    let sum = DoubleDouble(1e16) + DoubleDouble(1) - DoubleDouble(1e16)
    #expect(sum.rounded == 1)
  }

  @Test func aProductIsExact() {
    let factor = 1 + Double.ulpOfOne
    let rest = DoubleDouble.product(factor, factor) - DoubleDouble(factor * factor)
    #expect(rest.rounded == Double.ulpOfOne * Double.ulpOfOne)
  }

  @Test func aQuotientTimesTheDivisorIsTheDividend() {
    let third = DoubleDouble(1) / DoubleDouble(3)
    #expect(abs((third * DoubleDouble(3) - DoubleDouble(1)).rounded) < 1e-31)
  }

  @Test func aRootSquaredIsTheNumber() {
    let root = DoubleDouble(2).squareRoot()
    #expect(abs((root * root - DoubleDouble(2)).rounded) < 1e-31)
    #expect(DoubleDouble(0).squareRoot().isZero)
  }

  @Test func aQuotientOfLargeIntegersIsRoundedOnce() {
    let large: Int128 = (1 << 100) + 1
    #expect(exactQuotient(large, large) == 1)
    #expect(exactQuotient(large * 3, large) == 3)
    #expect(exactQuotient(1, 3) == 1.0 / 3)
  }
}
