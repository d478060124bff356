import Testing

@testable import SurveyIngest

@Suite struct SpreadsheetDamageTests {
  @Test(arguments: [
    "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NV", "#WERT!", "#####", "##",
  ])
  func isAnErrorValue(text: String) { #expect(SpreadsheetDamage(text) == .errorValue) }

  @Test(arguments: ["1.14628E+11", "1,14628E+11", "1E+05", "9.9e+12"])
  func isAShortenedNumber(text: String) {
    #expect(SpreadsheetDamage(text) == .shortenedNumber)
  }

  @Test(arguments: [
    "3-May", "May-24", "3-May-24", "03. Mai", "5/3/2024", "03.05.24", "2024-05-03",
    "5/3/2024 00:00",
  ])
  func isADate(text: String) { #expect(SpreadsheetDamage(text) == .date) }

  @Test(arguments: [
    "", "#", "#1", "#hashtag", "#NAME", "NAME?", "114628", "1E5", "12E+11", "1.E+11", "E+11",
    "R_1E+11x", "1.2.3", "May", "maybe", "3 of 5", "555-12-34", "agree - 3", "3-5", "1E+12345",
  ])
  func isNone(text: String) { #expect(SpreadsheetDamage(text) == nil) }
}
