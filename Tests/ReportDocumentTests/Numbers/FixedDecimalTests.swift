import Foundation
import Testing

@testable import ReportDocument

@Suite struct FixedDecimalTests {
  /// The C library rounds the exact binary value half to even, too.
  @Test func agreesWithTheCLibraryOnNumbersOfAllSizes() {
    var state: UInt64 = 20_251_103
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    for _ in 0..<40_000 {
      let decimals = Int(next() % 7)
      let unit = [1e-9, 1e-4, 1e-2, 1, 1e3, 1e9, 1e14, 1e19][Int(next() % 8)]
      // Quarters and eighths among them, whose halves are exact.
      let value = next() % 2 == 0 ? Double(next()) * 0x1p-53 * unit : Double(next() % 9999) / 8
      let expected = String(format: "%.\(decimals)f", value)
      #expect(FixedDecimal.text(value, decimals: decimals) == expected)
      let isZero = expected.allSatisfy { $0 == "0" || $0 == "." }
      #expect(
        FixedDecimal.text(-value, decimals: decimals) == (isZero ? "" : "-") + expected)
    }
  }

  @Test(arguments: [
    (12.0, "12"), (12.04, "12"), (12.05, "12.1"), (12.25, "12.2"), (-0.04, "0"), (-0.3, "-0.3"),
    (.infinity, "undefined"), (.nan, "undefined"), (1e21, "1e+21"),
  ])
  func tenthsAreLeftOutWhereTheyAreZero(value: Double, text: String) {
    var buffer = TextBuffer()
    FixedDecimal.writeTenths(value, to: &buffer)
    #expect(buffer.text == text)
  }
}
