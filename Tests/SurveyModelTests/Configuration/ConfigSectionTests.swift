import SurveyModel
import Testing
import TestSupport

@Suite struct ConfigSectionTests {
  enum Colour: String, CaseIterable { case red, yellow }

  static func place(_ line: Int, _ column: Int) -> SurveyModel.SourceLocation {
    SurveyModel.SourceLocation(file: "file.yaml", line: line, column: column)
  }

  /// What opening the text as a section and reading it finds.
  func findings(
    _ text: String, keys: [String] = ["name", "list", "free"], required: [String] = [],
    read: (ConfigSection) -> Void = { _ in }
  ) throws -> [Finding] {
    let node = try #require(Written.node(text).value)
    let findings = FindingCollector()
    let section = ConfigSection(
      node, named: "the thing", keys: keys, required: required, findings: findings)
    if let section { read(section) }
    return findings.findings
  }

  @Test func somethingElseThanKeysIsRefused() throws {
    #expect(
      try findings("[1, 2]") == [
        Finding(
          .wrongType, at: Self.place(1, 1),
          "the thing is a list; write keys with values, such as `name: …`")
      ])
  }

  @Test func anUnknownKeyIsReportedWithTheNearest() throws {
    #expect(
      try findings("name: a\nlits: [1]") == [
        Finding(
          .unknownKey, at: Self.place(2, 1), "the thing has no key `lits`; did you mean `list`?")
      ])
  }

  @Test func anUnknownKeyLikeNoneIsReportedWithAll() throws {
    #expect(
      try findings("colour: red") == [
        Finding(
          .unknownKey, at: Self.place(1, 1),
          "the thing has no key `colour`; the keys here are `name`, `list`, `free`")
      ])
  }

  @Test func aRepeatedKeyIsReportedAtItsSecondPlace() throws {
    #expect(
      try findings("name: a\nlist: [1]\nname: b") == [
        Finding(
          .duplicateKey, at: Self.place(3, 1),
          "the thing has the key `name` twice; remove one of them")
      ])
  }

  @Test func aRepeatedFreeKeyIsReportedAtItsSecondPlace() throws {
    let found = try findings("free:\n  a: 1\n  a: 2") { section in
      #expect(section.entries("free").map(\.key) == ["a"])
    }
    #expect(
      found == [
        Finding(
          .duplicateKey, at: Self.place(3, 3),
          "`free` of the thing has the key `a` twice; remove one of them")
      ])
  }

  @Test func everyMissingKeyIsReported() throws {
    #expect(
      try findings("free: {}", required: ["name", "list"]) == [
        Finding(.missingKey, at: Self.place(1, 1), "the thing has no `name`; add it"),
        Finding(.missingKey, at: Self.place(1, 1), "the thing has no `list`; add it"),
      ])
  }

  @Test(arguments: ["name:", "name: ~", "name: null"]) func aKeySetToNothingIsMissing(
    text: String
  ) throws {
    #expect(try findings(text, required: ["name"]).map(\.code) == [.missingKey])
  }

  @Test func aValueOfTheWrongKindIsReported() throws {
    let found = try findings("name: [a]\nlist: one\nfree: two") { section in
      #expect(section.string("name") == nil)
      #expect(section.list("list").isEmpty)
      #expect(section.entries("free").isEmpty)
    }
    #expect(
      found == [
        Finding(
          .wrongType, at: Self.place(1, 7),
          "`name` of the thing is a list; write a single value"),
        Finding(
          .wrongType, at: Self.place(2, 7),
          "`list` of the thing is a single value; write a list"),
        Finding(
          .wrongType, at: Self.place(3, 7),
          "`free` of the thing is a single value; write keys with values"),
      ])
  }

  @Test func aListInAListIsReported() throws {
    let found = try findings("list: [a, [b]]") { section in
      #expect(section.strings("list").map(\.text) == ["a"])
    }
    #expect(
      found == [
        Finding(
          .wrongType, at: Self.place(1, 11), "`list` of the thing holds a list; write single values"
        )
      ])
  }

  @Test func anEmptyListIsReported() throws {
    let found = try findings("list: []") { #expect($0.list("list").isEmpty) }
    #expect(
      found == [
        Finding(
          .emptyList, at: Self.place(1, 7),
          "`list` of the thing is empty; add an element or remove the key")
      ])
  }

  @Test func numbersAreReadOrReported() throws {
    let found = try findings("name: 4.5\nlist: 12\nfree: many") { section in
      #expect(section.integer("list") == 12)
      #expect(section.number("name") == 4.5)
      #expect(section.integer("name") == nil)
      #expect(section.number("free") == nil)
    }
    #expect(
      found == [
        Finding(
          .wrongType, at: Self.place(1, 7),
          "`name` of the thing is not a whole number; write digits only"),
        Finding(
          .wrongType, at: Self.place(3, 7), "`free` of the thing is not a number; write it as 0.5"),
      ])
  }

  @Test func infinityIsNoNumber() throws {
    #expect(try findings("name: inf") { _ = $0.number("name") }.map(\.code) == [.wrongType])
  }

  @Test(arguments: [("true", true), ("Yes", true), ("FALSE", false), ("no", false)])
  func flagsAreReadInAnyCase(text: String, value: Bool) throws {
    let found = try findings("name: \(text)") { #expect($0.flag("name") == value) }
    #expect(found.isEmpty)
  }

  @Test func anotherWordIsNoFlag() throws {
    let found = try findings("name: on") { #expect(!$0.flag("name")) }
    #expect(
      found == [
        Finding(
          .wrongType, at: Self.place(1, 7),
          "`name` of the thing is neither true nor false; write true or false")
      ])
  }

  @Test func aWordOfAFixedSetIsReadOrReportedWithTheNearest() throws {
    let found = try findings("name: yelow\nlist: red\nfree: transparent") { section in
      #expect(section.choice("list", of: Colour.self) == .red)
      #expect(section.choice("name", of: Colour.self) == nil)
      #expect(section.choice("free", of: Colour.self) == nil)
    }
    #expect(
      found == [
        Finding(
          .wrongValue, at: Self.place(1, 7),
          "`name` of the thing can't be `yelow`; did you mean `yellow`?"),
        Finding(
          .wrongValue, at: Self.place(3, 7),
          "`free` of the thing can't be `transparent`; write one of `red`, `yellow`"),
      ])
  }
}
