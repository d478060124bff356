import NumericTestSupport
import ReportDocument
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

  @Test func aRowHasACellForEachColumn() throws {
    let json = try JSONValue(parsing: NumbersJSON.value(numbers(count: 24)).text)
    #expect(
      json["columns"] == [
        "kind", "form", "wave", "subject", "part", "n", "persons", "value", "lower", "upper",
        "method", "standard_error", "not_shown",
      ])
    let rows = try #require(json["numbers"]?.arrayValue)
    #expect(rows.allSatisfy { $0.arrayValue?.count == 13 })
    let count = try #require(rows.first { $0.arrayValue?.first == "responses" }?.arrayValue)
    #expect(count[3...6] == [nil, nil, nil, nil])
    #expect(count[7].integerValue != nil)
    #expect(count[8...] == [nil, nil, nil, nil, nil])
  }

  @Test func aRowStandsInALineAndALabelOnce() throws {
    let numbers = numbers(count: 24)
    let lines = NumbersJSON.value(numbers).text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("    [") } == numbers.numbers.count)
    for line in lines where line.contains("\"label\"") {
      #expect(lines.count { $0.hasPrefix(line) } == 1, "\(line)")
    }
  }

  @Test func aColumnThatIsNotKnownIsPassedOver() throws {
    let numbers = numbers(count: 24)
    let text = NumbersJSON.value(numbers).text
      .replacing("\"columns\": [", with: "\"columns\": [\"colour\", ")
      .replacing("\n    [", with: "\n    [\"red\", ")
    #expect(try NumbersJSON.read(text) == numbers)
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
    ("\"student_t\"", "\"guess\""), ("\"hidden\"", "\"whim\""), ("\"upper\", ", ""),
    ("\"value\"", "\"valeu\""), ("    [\"mean\"", "    [3, \"mean\""),
    ("    [\"mean\"", "    [null"), ("    [\"mean\"", "    [3"),
    ("\"labels\": [", "\"labels\": [{}, "),
    ("\"label\":", "\"word\":"), ("\"labels\":", "\"words\":"),
    ("\"responses\": ", "\"responses\": 0.5"),
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
