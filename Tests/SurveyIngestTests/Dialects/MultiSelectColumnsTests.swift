import Testing

@testable import SurveyIngest
import SurveyModel

@Suite struct MultiSelectColumnsTests {
  let options = [
    MultiSelectOption(code: "adviser", label: "Career adviser"),
    MultiSelectOption(code: "coach", label: "Coach for a task"),
    MultiSelectOption(code: "other", label: "Other"),
  ]

  @Test func namesThatEndInACodeNameTheOption() throws {
    let facts = facts(["id", "MQ1_coach", "MQ1_Adviser", "MQ1_other", "MQ1_other_TEXT", "MQ10"])
    #expect(
      try #require(find("MQ1", facts))
        == MultiSelectColumns(layout: .split(columnOfOption: [2, 1, 3]), textColumns: [4]))
  }

  @Test func wordingsGoBeforeNumbers() throws {
    // The numbers are choice identifiers, in another order than the options.
    let facts = [
      ColumnFacts(index: 0, name: "MQ1_4", label: "Which roles... - Coach for a task"),
      ColumnFacts(index: 1, name: "MQ1_2", label: "Which roles...-CAREER ADVISER"),
      ColumnFacts(index: 2, name: "MQ1_3", label: "Which roles...-Friend"),
    ]
    #expect(
      try #require(find("MQ1", facts))
        == MultiSelectColumns(
          layout: .split(columnOfOption: [1, 0, nil]), unmatchedColumns: [2]))
  }

  @Test func theLongestLabelThatEndsAWordingIsMeant() throws {
    let options = [
      MultiSelectOption(code: "1", label: "time"), MultiSelectOption(code: "2", label: "part-time"),
    ]
    let facts = [ColumnFacts(index: 0, name: "Q_9", label: "Stem-part-time")]
    let found = try #require(MultiSelectColumns(id: "Q", options: options, in: facts))
    #expect(found.layout == .split(columnOfOption: [nil, 0]))
  }

  @Test func numbersArePlacesOnlyWithoutWordings() throws {
    #expect(
      try #require(find("MQ1", facts(["MQ1_1", "MQ1_3", "MQ1_2"]))).layout
        == .split(columnOfOption: [0, 2, 1]))
    #expect(
      try #require(find("MQ1", facts(["MQ1_10", "MQ1_11"])))
        == MultiSelectColumns(
          layout: .split(columnOfOption: [nil, nil, nil]), unmatchedColumns: [0, 1]))
  }

  @Test func aColumnWithTheQuestionsOwnNameIsJoined() throws {
    #expect(
      try #require(find("MQ1", facts(["id", "MQ1", "MQ1_other_TEXT"])))
        == MultiSelectColumns(layout: .joined(column: 1), textColumns: [2]))
  }

  @Test func aQuestionIsAlsoFoundByItsImportID() throws {
    let facts = [ColumnFacts(index: 0, name: "Roles", importID: "QID3")]
    #expect(try #require(find("QID3", facts)).layout == .joined(column: 0))
  }

  @Test func aQuestionThatIsNotThereIsNotFound() {
    #expect(find("MQ2", facts(["id", "MQ1_coach", "MQ20"])) == nil)
  }

  @Test func aQuestionOfAQualtricsExportIsFound() throws {
    let text = """
      Q4_10,Q4_11,Q4_11_TEXT
      Roles - all-Career adviser,Roles - all-Other,Roles - all-Other-Text
      {'ImportId': 'QID4-10'},{'ImportId': 'QID4-11'},{'ImportId': 'QID4-11_TEXT'}
      1,,
      """
    let export = try ExportDialects.read(CSVReader(bytes: text.utf8, name: "text"))
    #expect(
      try #require(find("Q4", export.facts))
        == MultiSelectColumns(layout: .split(columnOfOption: [0, nil, 1]), textColumns: [2]))
  }

  private func facts(_ names: [String]) -> [ColumnFacts] {
    names.enumerated().map { ColumnFacts(index: $0, name: $1) }
  }

  private func find(_ id: String, _ facts: [ColumnFacts]) -> MultiSelectColumns? {
    MultiSelectColumns(id: id, options: options, in: facts)
  }
}
