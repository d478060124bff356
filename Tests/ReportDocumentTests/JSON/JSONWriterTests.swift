import Foundation
import TestSupport
import Testing

@testable import ReportDocument

@Suite struct JSONWriterTests {
  @Test func keysAreSortedAndLevelsIndentedButTheInnermost() throws {
    let value: JSONValue = [
      "b": [1, nil, true], "a": ["z": "x", "é": [["c": 0]], "Z": [:]], "n": try JSONValue(0.1),
    ]
    #expect(
      value.text == """
        {
          "a": {
            "Z": {},
            "z": "x",
            "é": [
              {"c": 0}
            ]
          },
          "b": [1, null, true],
          "n": 0.1
        }

        """)
  }

  @Test(arguments: [
    (3.0, "3"), (0.1, "0.1"), (1e21, "1e+21"), (-2.5, "-2.5"),
    (Double.leastNonzeroMagnitude, "5e-324"),
    (1e16, "1e+16"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func numbersAreWrittenInTheirShortestForm(value: Double, text: String) throws {
    #expect(try JSONValue(value).text == text + "\n")
    #expect(Double(text) == value)
  }

  @Test(arguments: HostileTexts.all)
  func anyTextReadsBackAsItWas(text: String) throws {
    let written = JSONValue.object(JSONObject([(text, .string(text))])).text
    #expect(!written.unicodeScalars.contains { VisibleText.isUnsafe($0) && $0 != "\n" })
    let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
    #expect(read?[text] == text)
  }

  @Test func theSameTreeIsTheSameText() {
    let keys = (0..<100).map { "key\($0)" }
    let first = JSONValue.object(JSONObject(keys.map { ($0, .string($0)) }))
    let second = JSONValue.object(JSONObject(keys.reversed().map { ($0, .string($0)) }))
    #expect(first.text == second.text)
  }
}
