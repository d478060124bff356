import TestSupport
import Testing

@testable import ReportDocument

/// What is JSON, and what is not, follows RFC 8259.
@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", nil), (" true\n", true), ("false", false), ("0", 0), ("-0", 0),
      ("-12", -12),
      ("9223372036854775807", .integer(.max)), ("\"\"", ""), ("\"é\u{1F600}\"", "é\u{1F600}"),
      ("\"\\u00e9\\uD83D\\ude00\"", "é\u{1F600}"),
      ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"a\\u0000b\"", "a\u{0}b"),
      ("[]", []), (" [ 1 , [ ] ] ", [1, []]), ("{}", [:]),
      ("{\"b\":1,\"a\":{\"c\":null}}", ["a": ["c": nil], "b": 1]),
      ("{\"a\": 1, \"a\": 2}", ["a": 2]),
    ] as [(String, JSONValue)])
  func jsonIsRead(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test(
    arguments: [
      ("0.1", 0.1), ("-2.50", -2.5), ("1e3", 1000), ("1E+2", 100),
      ("5e-324", .leastNonzeroMagnitude),
      ("9223372036854775808", 9_223_372_036_854_775_808), ("0.30000000000000004", 0.1 + 0.2),
      ("1e-400", 0), ("-0.0", 0),
    ] as [(String, Double)])
  func numbersAreTheNearestDouble(text: String, value: Double) throws {
    #expect(try JSONValue(parsing: text).doubleValue == value)
  }

  @Test(arguments: [
    ("", 0), (" ", 1), ("nul", 3), ("nulL", 3), ("NaN", 0), ("'a'", 0), ("+1", 0), (".5", 0),
    ("-", 0),
    ("01", 0), ("1.", 2), ("1.e2", 2), ("1e", 2), ("1e+", 3), ("1e999", 0), ("1 2", 2),
    ("[1] ]", 4),
    ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("{1: 2}", 1), ("{\"a\" 1}", 5), ("{\"a\": 1,}", 8),
    ("\"a", 2), ("\"a\nb\"", 2), ("\"a\u{0}\"", 2), ("\"\\x\"", 2), ("\"\\u12G4\"", 5),
    ("\"\\u12", 5),
    ("\"\\ud800\"", 7), ("\"\\ud800\\n\"", 8), ("\"\\ude00\"", 7), ("\u{FEFF}1", 0),
  ])
  func whatIsNoJSONIsRefusedAtItsPlace(text: String, offset: Int) {
    #expect(throws: MalformedJSON(offset: offset)) { try JSONValue(parsing: text) }
  }

  @Test func listsStandInListsWithinBounds() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONValue(parsing: nested(JSONValue.deepest))
    #expect(throws: MalformedJSON(offset: JSONValue.deepest)) {
      try JSONValue(parsing: nested(JSONValue.deepest + 1))
    }
    #expect(throws: MalformedJSON.self) {
      try JSONValue(parsing: String(repeating: "[", count: 1 << 20))
    }
  }

  @Test(arguments: HostileTexts.all) func whatIsWrittenIsReadAsItWas(text: String) throws {
    let value = JSONValue.object(
      JSONObject([(text, .array([.string(text), .null])), ("n", try JSONValue(0.1))]))
    #expect(try JSONValue(parsing: value.text) == value)
    #expect(try JSONValue(parsing: value.line) == value)
  }

  private static let sample =
    #"{"a": [1, -2.5e3, "é\u00e9\ud83d\ude00"], "b": {"c": [null, true, false]}}"#

  @Test func noBeginningOfAnObjectIsJSON() {
    for count in 0..<Self.sample.unicodeScalars.count {
      let part = String(Self.sample.unicodeScalars.prefix(count))
      #expect(throws: MalformedJSON.self, "\(part)") { try JSONValue(parsing: part) }
    }
  }

  /// What is still JSON after a change is written and read as the same.
  @Test(arguments: Array("\"\\{}[],:0-e.u \u{0}"))
  func aChangedCharacterIsReadOrRefused(character: Character) throws {
    var readCount = 0
    for place in Self.sample.indices {
      var changed = Self.sample
      changed.replaceSubrange(place...place, with: [character])
      guard let value = try? JSONValue(parsing: changed) else { continue }
      readCount += 1
      #expect(try JSONValue(parsing: value.text) == value)
    }
    #expect(readCount < Self.sample.count)
  }

  @Test func theMessageSaysWhereAndWhatToDo() {
    #expect(
      MalformedJSON(offset: 7).description
        == "what stands after byte 7 is no JSON; restore the file, or make it again")
  }
}

@Suite struct JSONPartsTests {
  private let value: JSONValue = ["text": "a", "whole": 3, "list": [1, nil], "none": nil]

  @Test func partsAreOfTheirTypeOrNil() throws {
    #expect(value["text"]?.textValue == "a")
    #expect(value["whole"]?.integerValue == 3)
    #expect(value["whole"]?.doubleValue == 3)
    #expect(try JSONValue(2.5).doubleValue == 2.5)
    #expect(value["list"]?.arrayValue == [1, nil])
    #expect(value.objectValue?.members.count == 4)
    #expect(value["other"] == Optional.none)
    for part in [value["text"], value["none"]] {
      #expect(part?.integerValue == nil)
      #expect(part?.doubleValue == nil)
      #expect(part?.arrayValue == nil)
      #expect(part?.objectValue == nil)
    }
    #expect(value["whole"]?.textValue == nil)
    #expect(try JSONValue(2.5).integerValue == nil)
    #expect(JSONValue.null["a"] == Optional.none)
  }
}
