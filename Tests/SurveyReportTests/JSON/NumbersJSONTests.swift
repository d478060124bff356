import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

@Suite struct NumbersJSONTests {
  @Test(arguments: [24, 12, 3]) func whatIsWrittenIsReadToTheLastDigit(count: Int) throws {
    let numbers = numbers(count: count)
    #expect(try NumbersJSON.read(NumbersJSON.value(numbers).text) == numbers)
  }

  @Test func aNumberSaysWhatItIs() throws {
    let text = NumbersJSON.value(numbers(count: 24)).text
    #expect(text.contains("\"schema\": \"abacus.numbers/1\""))
    for key in ["kind", "label", "lower", "method", "standard_error", "persons", "part_label"] {
      #expect(text.contains("\"\(key)\": "), "\(key)")
    }
    #expect(!text.contains("null"))
  }

  @Test(arguments: [
    ("", NumbersError.damaged), ("[1]", .damaged), ("{}", .otherSchema(nil)),
    ("{\"schema\": \"abacus.numbers/2\"}", .otherSchema("abacus.numbers/2")),
    ("{\"schema\": \"abacus.numbers/1\"}", .damaged),
  ])
  func whatIsNoTableOfNumbersIsRefused(text: String, error: NumbersError) {
    #expect(throws: error) { try NumbersJSON.read(text) }
  }

  @Test(arguments: [
    ("\"method\": \"student_t\"", "\"method\": \"guess\""),
    ("\"not_shown\": \"hidden\"", "\"not_shown\": \"whim\""),
    ("\"value\": ", "\"valeu\": "),
  ])
  func aDamagedNumberIsRefused(old: String, new: String) throws {
    let text = [24, 3].map { NumbersJSON.value(numbers(count: $0)).text }.first {
      $0.contains(old)
    }
    let found = try #require(text)
    #expect(throws: NumbersError.damaged) { try NumbersJSON.read(found.replacing(old, with: new)) }
  }

  private func numbers(count: Int) -> PublishedNumbers {
    var study = SecretStudy(count: count, generator: SeededGenerator(seed: 5))
    return PublishedNumbers(of: Rendered.input(study.dataset()))
  }
}
