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

  @Test func aRepeatedKeyInQuotesIsReportedWhereItStands() {
    #expect(
      Written<ConfigNode>.node("a: 1\n\"a\": 2\n\"a\": 3\n").findings.map(\.code) == [.duplicateKey]
    )
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
        "this is not YAML: found undefined alias; check the indentation, colons and quotes near here"
      ),
    ])
  func whatIsNotYAMLIsReportedWhereItStops(text: String, line: Int, column: Int, message: String) {
    #expect(
      Written<ConfigNode>.node(text).findings == [
        Finding(.invalidYAML, at: at(line, column), message)
      ])
  }
}
