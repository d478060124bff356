import SurveyModel
import Testing

@testable import SurveyIngest

/// A quote that closes too early, or never where it was meant to, may swallow whole records.
@Suite struct StrayQuoteTests {
  private func findings(_ text: String) throws -> [String] {
    try CSVReader.read(text: text, name: "a.csv").findings.map(\.description)
  }

  @Test func aQuoteThatSwallowsRecordsIsNamedWhereTheCellGoesOn() throws {
    let text = "id,a,b\n1,\"x,2\n3,4,5\n6,\"y\",7\n8,\"z\",9\n"
    let table = try CSVReader.read(text: text, name: "a.csv")
    #expect(table.rowCount == 2)
    #expect(
      table.findings.map(\.description) == [
        "a.csv:4: error: 1 quoted cell goes on after a quote that is not doubled, so that responses may be lost in it; double the quote or remove it, or export the file again [stray-quote]"
      ])
  }

  @Test func severalAreCountedAndReadAsText() throws {
    let table = try CSVReader.read(text: "a,b\n\"say \"hi\" to\",1\n\"x\" y\",2\n", name: "a.csv")
    #expect(table.columns[0].text(0) == "say \"hi\" to")
    #expect(table.findings.map(\.count) == [3])
    #expect(table.findings[0].location?.line == 2)
  }

  @Test func theHeaderCountsToo() throws {
    #expect(try findings("\"a\"x\",b\n1,2\n").first?.hasPrefix("a.csv:1: error: 1 quoted") == true)
  }

  @Test func aQuoteInsideABareCellThatHasNoOtherIsNamed() throws {
    #expect(
      try findings("a,b\n1,2\nme\"ntor,3\n") == [
        "a.csv:3: warning: 1 quote stands in cells that no quote begins, and one of them has no other; look whether the cell was changed, or export the file again [bare-quote]"
      ])
  }

  @Test(arguments: [
    "a,b\n5\" or 6\" tall,1\n\"\",2\n", "a,b\n\"a \"\"quoted\"\" word\",1\n",
    "a,b\n\"x\" ,1\n  \"y\"\t,2\n",
    "a,b\nit's,1\n\"two\nlines\",2\n",
  ])
  func quotesInTheirPlaceAreNone(text: String) throws {
    #expect(try findings(text).isEmpty)
  }

  @Test func rowsLeftOutKeepIt() throws {
    let table = try CSVReader.read(text: "a,b\n\"x\"y\",1\n2,2\n", name: "a.csv")
    #expect(table.keeping(rows: [1]).findings.count == 1)
  }
}
