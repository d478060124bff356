import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct YAMLReaderTests {
  private func at(_ line: Int, _ column: Int) -> SurveyModel.SourceLocation {
    SurveyModel.SourceLocation(file: "file.yaml", line: line, column: column)
  }

  @Test func valuesKeepTheirWordsAndPlaces() {
    let node = Written<ConfigNode>.node("a: [1.50, \"yes\"]\nb:\n  c: ~\n  d: \"\"\n").value
    #expect(
      node
        == ConfigNode(
          .mapping([
            ConfigEntry(
              key: "a", at: at(1, 1),
              value: ConfigNode(
                .list([
                  ConfigNode(.scalar("1.50"), at: at(1, 5)),
                  ConfigNode(.scalar("yes"), at: at(1, 11)),
                ]), at: at(1, 4))),
            ConfigEntry(
              key: "b", at: at(2, 1),
              value: ConfigNode(
                .mapping([
                  ConfigEntry(key: "c", at: at(3, 3), value: ConfigNode(.null, at: at(3, 6))),
                  ConfigEntry(key: "d", at: at(4, 3), value: ConfigNode(.scalar(""), at: at(4, 6))),
                ]), at: at(3, 3))),
          ]), at: at(1, 1)))
  }

  @Test func aRepeatedPartIsReadAtEveryPlace() {
    let node = Written<ConfigNode>.node("a: &x {k: 1}\nb: *x\n").value
    guard case .mapping(let entries)? = node?.content else {
      Issue.record("no keys")
      return
    }
    #expect(entries[0].value.content == entries[1].value.content)
  }

  @Test func keysWrittenTwiceOrMoreAreAllKept() {
    let node = Written<ConfigNode>.node("aé: 1\nb: {c: 1, c: 2, c: 3}\naé: 2\n").value
    guard case .mapping(let entries)? = node?.content,
      case .mapping(let inner) = entries[1].value.content
    else {
      Issue.record("no keys")
      return
    }
    #expect(entries.map(\.key) == ["aé", "b", "aé"])
    #expect(inner.map(\.key) == ["c", "c", "c"])
    #expect(inner.map(\.location) == [at(2, 5), at(2, 11), at(2, 17)])
  }

  @Test(arguments: ["a", "\"a\"", "'a'", "? a\n", "!!str a", "&x a"])
  func aKeyWrittenTwiceIsKeptHoweverItIsWritten(key: String) {
    let read = Written<ConfigNode>.node("a: 1\n\(key): 2\n")
    #expect(keys(of: read.value) == ["a", "a"])
    #expect(read.findings == [])
  }

  @Test func aMergeKeyBringsInWhatDoesNotStandBesideIt() {
    let read = Written<ConfigNode>.node(
      "a: &a {k: 1, l: 2}\nb: &b {l: 3, m: 4}\nc: {<<: [*a, *b], k: 5}\n")
    guard case .mapping(let entries)? = read.value?.content,
      case .mapping(let merged) = entries[2].value.content
    else {
      Issue.record("no keys")
      return
    }
    #expect(merged.map(\.key) == ["k", "l", "m"])
    #expect(merged.map(\.value.content) == [.scalar("5"), .scalar("2"), .scalar("4")])
    #expect(read.findings == [])
  }

  @Test func aMergeKeyOfSomethingElseIsReported() {
    #expect(
      Written<ConfigNode>.node("a: {<<: [x]}\n").lines == [
        "file.yaml:1:10: error: `<<` takes keys with values, and this is a single value; name such a part with `&` [wrong-type]"
      ])
  }

  @Test func aKeyThatIsAListIsReportedAndTheRestRead() {
    let read = Written<ConfigNode>.node("? [a]\n: 1\nb: 2\n")
    #expect(keys(of: read.value) == ["b"])
    #expect(
      read.lines == [
        "file.yaml:1:3: error: a key is a list here; write a single word before the colon [invalid-yaml]"
      ])
  }

  /// Nine parts of nine parts of nine parts …: more values than a memory holds.
  @Test(arguments: ["", "? *a29\n: 1\n"]) func partsThatRepeatPartsAreBounded(end: String) {
    let values = (0..<30).map { level in
      let part = level == 0 ? "x" : "*a\(level - 1)"
      return "a\(level): &a\(level) [\(Array(repeating: part, count: 9).joined(separator: ","))]\n"
    }
    #expect(
      Written<ConfigNode>.node(values.joined() + end).lines == [
        "file.yaml:6:10: error: `*` repeats more than 100000 values in this file; write the parts out [invalid-yaml]"
      ])
  }

  @Test(
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 20_000),
      (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "{a: ", count: 500), String(repeating: "? ", count: 500),
    ])
  func partsWithinPartsAreBounded(text: String) {
    let read = Written<ConfigNode>.node(text)
    #expect(read.value == nil)
    #expect(
      read.findings.map(\.message) == [
        "lists and keys stand more than 100 deep in each other here; write them flatter"
      ])
  }

  @Test func aDepthOfOneHundredIsRead() {
    let read = Written<ConfigNode>.node(
      String(repeating: "[", count: 100) + "x" + String(repeating: "]", count: 100))
    #expect(read.findings == [])
    #expect(read.value != nil)
  }

  private func keys(of node: ConfigNode?) -> [String] {
    guard case .mapping(let entries)? = node?.content else { return [] }
    return entries.map(\.key)
  }

  @Test(arguments: ["", "\n", "# nothing\n"]) func anEmptyFileIsReported(text: String) {
    #expect(
      Written<ConfigNode>.node(text).findings == [
        Finding(
          .emptyFile, at: SurveyModel.SourceLocation(file: "file.yaml"),
          "the file is empty; see the annotated example in the documentation")
      ])
  }

  @Test(
    arguments: [
      (
        "a: [1\nb: 2\n", 2, 2,
        "this is not YAML: did not find expected ',' or ']'; check the indentation, colons and quotes near here"
      ),
      (
        "a: b: c\n", 1, 5,
        "this is not YAML: mapping values are not allowed in this context; check the indentation, colons and quotes near here"
      ),
      (
        "a: *gone\n", 1, 4,
        "nothing above is named `&gone`; name the part that `*` repeats"
      ),
      ("a: &x [*x]\n", 1, 8, "nothing above is named `&x`; name the part that `*` repeats"),
      ("a: 1\n---\nb: 2\n", 2, 1, "a second document begins here (`---`); keep one in each file"),
      (
        "a:\n\tb: 1\n", 2, 1,
        "a tab stands here, which YAML does not take as indentation; write spaces"
      ),
    ])
  func whatIsNotYAMLIsReportedWhereItStops(text: String, line: Int, column: Int, message: String) {
    #expect(
      Written<ConfigNode>.node(text).findings == [
        Finding(.invalidYAML, at: at(line, column), message)
      ])
  }

  @Test func aControlCharacterIsReportedInItsLine() {
    #expect(
      Written<ConfigNode>.node("a: 1\nb: \u{1B}[31m\n").lines == [
        "file.yaml:2: error: this can't be read as YAML: control characters are not allowed; remove the character [invalid-yaml]"
      ])
  }

  /// Found by fuzzing: libyaml ends the last line itself, and stands below it then.
  @Test(arguments: [
    ("a: b\nword", 2), ("sche# A\n  b\ns tihow ittl", 3), ("a: b\r\nc: \"", 2), ("{", 1),
    ("a:\u{85}b\u{2028}word", 3),
  ])
  func aMistakeStandsOnALineOfTheFile(text: String, lineCount: Int) {
    for finding in Written<ConfigNode>.node(text).findings {
      #expect(1...lineCount ~= finding.location?.line ?? 1, "\(finding)")
    }
  }

  @Test(arguments: ["---", "a:", "- ", "? "]) func whatIsEmptyStandsOnALineOfTheFile(text: String) {
    func check(_ node: ConfigNode?) {
      guard let node else { return }
      #expect(node.location.line == 1)
      if case .mapping(let entries) = node.content { entries.forEach { check($0.value) } }
      if case .list(let nodes) = node.content { nodes.forEach(check) }
    }
    check(Written<ConfigNode>.node(text).value)
  }
}
