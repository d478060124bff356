import Testing

@testable import SurveyIngest

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      ("4", 4), ("4.0", 4), ("4,0", 4), ("-1.5", -1.5), ("+2", 2), (",5", 0.5), (".5", 0.5),
      ("1,54", 1.54), ("2.5E+03", 2500), ("1,1E+2", 110),
    ] as [(String, Double)])
  func isANumber(text: String, value: Double) {
    #expect(NumberText(text)?.value == value)
  }

  @Test(arguments: [
    "", "-", ".", ",", "5,", "E5", "1E", "1,2,3", "1.234,5", "1,234.5", "1 234", "0x1A", "inf",
    "nan", "1-2", "twelve", "1E999", "٣",
  ])
  func isNone(text: String) {
    #expect(NumberText(text) == nil)
  }

  @Test(arguments: [("1,234", true), ("999.999", true), ("0,234", false), ("1,23", false)])
  func threeDigitsAfterASignMayBeThousands(text: String, mayPartThousands: Bool) {
    #expect(NumberText(text)?.mayPartThousands == mayPartThousands)
  }

  @Test(
    arguments: [
      (["1,5", "1,234"], [.number(1.5), .number(1.234)], false),
      (["1,234", "12"], [.ambiguous, .number(12)], false),
      (["1.234", "1.5"], [.number(1.234), .number(1.5)], false),
      (["1.234", "1,5"], [.ambiguous, .number(1.5)], false),
      (["1,234", "1.5"], [.ambiguous, .number(1.5)], false),
      (["1,5", "1.5", "1.234"], [.number(1.5), .number(1.5), .ambiguous], true),
      (["x", "1"], [.noNumber, .number(1)], false),
    ] as [([String], [NumberTexts.Reading], Bool)])
  func theColumnTellsWhatACommaMeans(
    texts: [String], readings: [NumberTexts.Reading], mixes: Bool
  ) {
    let column = NumberTexts(texts)
    #expect(column.readings == readings)
    #expect(column.mixesDecimals == mixes)
  }
}
