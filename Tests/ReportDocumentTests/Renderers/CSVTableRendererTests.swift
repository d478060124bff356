import Testing

@testable import ReportDocument

@Suite struct CSVTableRendererTests {
  private func csv(_ columns: [Table.Column], _ rows: [Table.Row]) -> String {
    let table = Table(caption: "c", columns: columns, rows: rows)
    return CSVTableRenderer().render(Document(title: "t", blocks: [.table(table)]))
  }

  @Test func oneTableIsWrittenBare() {
    #expect(
      csv([.init("a", .text), .init("b")], [Table.Row("x", [.integer(1)])]) == "a,b\r\nx,1\r\n")
  }

  @Test func numbersAreUnrounded() {
    let cells: [Cell] = [
      .number(0.1 + 0.2, .mean()), .percent(0.125), .number(-3, .signed()), .bar(0.5),
    ]
    let columns = ["a", "b", "c", "d", "e"].map { Table.Column($0) }
    #expect(
      csv(columns, [Table.Row("x", cells)])
        == "a,b,c,d,e\r\nx,0.30000000000000004,0.125,-3,0.5\r\n")
  }

  @Test func intervalsTakeTwoColumnsAndReasonsStay() {
    let columns: [Table.Column] = [.init("a"), .init("i"), .init("n")]
    let rows = [
      Table.Row("x", [.interval(lower: 0.25, upper: 0.5, .mean()), .integer(3)]),
      Table.Row("y", [.empty(reason: "no variance"), .integer(3)]),
      Table.Row("z", [.spanning("hidden", columns: 2)]), Table.Row("w", []),
    ]
    #expect(
      csv(columns, rows) == "a,\"i, lower\",\"i, upper\",n\r\nx,0.25,0.5,3\r\ny,no variance,,3\r\n"
        + "z,hidden,,\r\nw,,,\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), ("\t=1", "' =1"),
    ("a=1", "a=1"), ("say \"a\"", "\"say \"\"a\"\"\""), ("a,b", "\"a,b\""), (" x", "\" x\""),
    ("a\nb", "a b"),
  ])
  func textsThatASpreadsheetWouldCalculateAreGuarded(text: String, field: String) {
    let output = csv([.init("h", .text)], [Table.Row(InlineText(text), [])])
    #expect(output == "h\r\n\(field)\r\n")
  }
}
