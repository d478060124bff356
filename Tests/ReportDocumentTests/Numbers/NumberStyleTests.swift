import Testing

@testable import ReportDocument

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"),  // exact halves go to the even digit
    (2.675, 2, "2.67"), (1.005, 2, "1.00"),  // stored a little below the half
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.9995, 3, "1.000"), (0.9994, 3, "0.999"),
    (1e15, 1, "1000000000000000.0"), (123_456_789_012_345_680, 2, "123456789012345680.00"),
    (0.1, 15, "0.100000000000000"), (Double.leastNonzeroMagnitude, 3, "0.000"), (1e-7, 3, "0.000"),
  ])
  func roundsTheExactValueHalfToEven(value: Double, decimals: Int, text: String) {
    #expect(NumberStyle.plain(decimals: decimals).text(value) == text)
  }

  @Test func hugeNumbersAreWrittenInTheirShortestForm() {
    #expect(NumberStyle.plain(decimals: 2).text(1e21) == "1e+21")
    #expect(NumberStyle.count.text(-1e21) == "\u{2212}1e+21")
    #expect(
      NumberStyle.plain(decimals: 2).text(999_999_999_999_999_868_928) == "999999999999999868928.00"
    )
  }

  @Test(arguments: [
    NumberStyle.coefficient(), .mean(), .signed(), .percent(), .points, .count, .plain(decimals: 1),
  ])
  func negativeZeroIsNeverWritten(style: NumberStyle) {
    for value in [-0.0, -1e-9, -0.0004] {
      let text = style.text(value)
      #expect(!text.contains("\u{2212}") && !text.contains("-") && !text.contains("+"), "\(text)")
    }
  }

  @Test(arguments: [
    (0.78, ".78"), (-0.05, "\u{2212}.05"), (0.0, ".00"), (0.999, "1.00"), (1.0, "1.00"),
    (-1.0, "\u{2212}1.00"), (1.024, "1.02"), (10.5, "10.50"),
  ])
  func coefficientsHaveNoLeadingZero(value: Double, text: String) {
    #expect(NumberStyle.coefficient().text(value) == text)
  }

  @Test(arguments: [
    (0.58, 0, "58\u{A0}%"), (0.145, 0, "14\u{A0}%"), (0.125, 0, "12\u{A0}%"),
    (0.1235, 1, "12.3\u{A0}%"), (1.0, 0, "100\u{A0}%"), (-0.2, 0, "\u{2212}20\u{A0}%"),
  ])
  func sharesBecomePercentWithoutAStepBetween(share: Double, decimals: Int, text: String) {
    #expect(NumberStyle.percent(decimals: decimals).text(share) == text)
  }

  @Test(arguments: [
    (0.0, "< .001"), (0.00099, "< .001"), (0.001, ".001"), (0.0044, ".004"), (0.0496, ".050"),
    (0.999, ".999"), (0.9996, "> .999"), (1.0, "> .999"),
  ])
  func probabilitiesHaveThreeDecimalsAndTwoEnds(value: Double, text: String) {
    #expect(NumberStyle.pValue.text(value) == text)
  }

  @Test(arguments: [
    (NumberStyle.signed(), 0.26, "+0.3"), (.signed(), -0.26, "\u{2212}0.3"),
    (.signed(), 0.04, "0.0"),
    (.points, 0.12, "+12"), (.points, -0.48, "\u{2212}48"), (.points, 0, "0"),
    (.count, 999, "999"), (.count, 1234, "1,234"), (.count, 1_234_567, "1,234,567"),
    (.count, -1234, "\u{2212}1,234"), (.mean(), 3.66, "3.7"), (.mean(decimals: 2), 3.66, "3.66"),
  ])
  func otherStyles(style: NumberStyle, value: Double, text: String) {
    #expect(style.text(value) == text)
  }

  @Test func intervalsNameTheirUnitOnce() {
    #expect(NumberStyle.coefficient().text(lower: 0.67, upper: 0.862) == ".67 to .86")
    #expect(NumberStyle.percent().text(lower: 0.12, upper: 0.2) == "12 to 20\u{A0}%")
    #expect(
      NumberStyle.mean().text(0.54, lower: 0.2, upper: 0.9, level: 0.95)
        == "0.5 (95\u{A0}% interval 0.2 to 0.9)")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNotANumberIsSaidInWords(value: Double) {
    #expect(NumberStyle.mean().text(value) == "undefined")
    #expect(NumberStyle.percent().text(value) == "undefined")
  }

  @Test(arguments: [
    (0.95, "95"), (0.8, "80"), (0.975, "97.5"), (0.999, "99.9"), (0.5, "50"), (0.9545, "95.45"),
    (0.99865, "99.865"), (2.0 / 3, "66.6667"),
  ])
  func aLevelHasItsDecimals(level: Double, digits: String) {
    #expect(NumberStyle.level(level) == "\(digits)\u{A0}%")
  }
}
