import SurveyAnalysis
import SurveyReport
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct QueryFormatTests {
  static let table = QueryTable(
    columns: [.init("role"), .init("n"), .init("mean")],
    rows: [
      [.text("Größe"), .integer(1234), .number(3.714285714285714)],
      [.text("=1+1"), .integer(-2), .null],
      [.null, .hidden, .hidden],
    ], notes: ["One group is hidden."])

  @Test func aTableIsAlignedAndRounded() throws {
    #expect(
      try QueryFormat.table.text(of: [Self.table])
        == """
        role        n    mean
        ─────────────────────
        Größe    1234   3.714
        =1+1       −2       –
        –      hidden  hidden

        One group is hidden.

        """)
  }

  @Test func csvIsUnroundedAndHarmless() throws {
    #expect(
      try QueryFormat.csv.text(of: [Self.table])
        == "role,n,mean\r\nGröße,1234,3.714285714285714\r\n'=1+1,-2,\r\n,hidden,hidden\r\n")
  }

  @Test func jsonSaysWhatIsHidden() throws {
    let text = try QueryFormat.json.text(of: [Self.table])
    let json = try PrintedJSON(text)
    #expect(json.top["columns"] as? [String] == ["role", "n", "mean"])
    let rows = try json.list("rows")
    #expect(rows[0][number: "mean"] == 3.714285714285714)
    #expect(rows[0]["role"] as? String == "Größe")
    let hidden = try json.list("hidden")
    #expect(hidden.map { $0["column"] as? String } == ["n", "mean"])
    #expect(hidden.map { $0["row"] as? Int } == [3, 3])
    #expect(json.top["notes"] as? [String] == ["One group is hidden."])
  }

  @Test func columnsOfTheSameNameMakeArrays() throws {
    let twice = QueryTable(columns: [.init("a"), .init("a")], rows: [[.integer(1), .text("x")]])
    let json = try PrintedJSON(QueryFormat.json.text(of: [twice]))
    #expect((json.top["rows"] as? [[Any]])?.first?.count == 2)
  }

  @Test func htmlIsAWholePageAndEscapes() throws {
    let table = QueryTable(columns: [.init("<b>")], rows: [[.text("<script>")]])
    let text = try QueryFormat.html.text(of: [table])
    #expect(text.hasPrefix("<!doctype html>"))
    #expect(!text.contains("<script>") && !text.contains("<b>"))
  }

  @Test func markdownIsATable() throws {
    let text = try QueryFormat.markdown.text(of: [Self.table])
    #expect(text.hasPrefix("| role"))
    #expect(text.contains("One group is hidden."))
  }

  @Test func aChartDrawsEveryColumnOfNumbers() throws {
    let table = QueryTable(
      columns: [.init("role"), .init("n"), .init("change")],
      rows: [
        [.text("mentor"), .integer(40), .number(-0.5)],
        [.text("mentee"), .integer(20), .number(0.25)],
        [.text("other"), .hidden, .null],
      ])
    #expect(
      try QueryFormat.chart.text(of: [table])
        == """
        n
        role     n  bar
        ────────────────────────────────
        mentor  40  ████████████████████
        mentee  20  ██████████
        other       hidden

        change
        role    change  bar
        ────────────────────────────────────
        mentor  −0.500  ░░░░░░░░░░░░░░░░░░░░
        mentee   0.250  ██████████
        other           –

        """)
  }

  @Test func aChartWithoutNumbersSaysWhatToDo() {
    let words = QueryTable(columns: [.init("role")], rows: [[.text("mentor")]])
    #expect(throws: QueryChartError.noNumbers(columns: ["role"])) {
      try QueryFormat.chart.text(of: [words])
    }
    #expect(
      QueryChartError.noNumbers(columns: ["role", "wave"]).description
        == "a chart needs a column of numbers, and role, wave hold none; ask for a count or a mean, or choose another format"
    )
  }

  @Test(arguments: QueryFormat.allCases) func anEmptyAnswerCanBeWritten(format: QueryFormat) throws
  {
    let empty = QueryTable(columns: [.init("a")], rows: [])
    let text = try format.text(of: [empty])
    #expect(text.contains("no rows") == ![.csv, .json].contains(format))
  }

  @Test(arguments: [
    ("a.csv", QueryFormat.csv), ("x/y.z/A.JSON", .json), ("a.md", .markdown), ("a.b.html", .html),
  ])
  func theEndingNamesTheFormat(path: String, format: QueryFormat) throws {
    #expect(try QueryFormat(fileEnding: path) == format)
  }

  @Test(arguments: ["a.xlsx", "csv", "x.csv/y", "", "a."])
  func anotherEndingIsRefused(path: String) {
    #expect(throws: QueryOutputError.unknownEnding(path: path)) {
      try QueryFormat(fileEnding: path)
    }
  }

  @Test func aFileTakesThePlaceOfTheEarlierOne() throws {
    let scratch = try ScratchFolder()
    scratch.write("old", to: "a.csv")
    let path = scratch.path("a.csv")
    #expect(throws: OutputError.notWritten(path: path)) { try QueryFile(path) }
    #expect(scratch.text(of: "a.csv") == "old")
    try QueryFile(path, isForced: true).write([Self.table])
    #expect(scratch.text(of: "a.csv")?.hasPrefix("role,n,mean\r\n") == true)
    #expect(scratch.names() == ["a.csv"])
  }

  @Test func aFileInAFolderThatIsNotThereIsRefusedBeforeAnythingIsAsked() throws {
    let path = try ScratchFolder().path("none/a.csv")
    #expect(throws: OutputError.self) { try QueryFile(path) }
  }
}
