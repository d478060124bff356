import Testing

@testable import SurveyIngest

@Suite struct DelimiterDetectionTests {
  /// Cells that hold what other files have between cells and records.
  private static let records = [
    ["id", "<b style=\"a: 1; b: 2\">Wie, warum; was|wo</b>", "c"],
    ["1", "yes, no; or|both\tmaybe", "2,5"],
    ["2", "line\none", "x\r\ny"],
    ["3", "say \"yes\"", ""],
  ]

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r", "mixed"])
  func everyDelimiterIsFoundWithEveryLineEnd(delimiter: String, lineEnd: String) throws {
    let ends =
      lineEnd == "mixed" ? ["\r", "\n", "\r\n", "\r"] : [String](repeating: lineEnd, count: 4)
    var text = ""
    for (record, end) in zip(Self.records, ends) {
      text += record.map(quoted).joined(separator: delimiter) + end
    }
    let reader = try CSVReader(bytes: text.utf8, name: "x")
    #expect(reader.preview.delimiter == delimiter.utf8.first)
    let table = try reader.table()
    #expect(table.columns.map(\.name) == Self.records[0])
    for (row, record) in Self.records.dropFirst().enumerated() {
      #expect(table.columns.map { $0.text(row) ?? "" } == record)
    }
    #expect((0..<3).map { table.line(ofRecord: $0) } == [2, 3, 6])
    #expect(table.line(ofRecord: 1, column: 2) == 4)
    #expect(table.raggedRows.isEmpty)
  }

  @Test(arguments: [
    // Markup with the quotes in the midst of a cell, which are then part of its text.
    ("Q1;Q2 <b style=\"a, b, c\">x</b>;Q3\n1;2;3\n4;5;6\n", ";"),
    ("id;weight, kg;height\n1;2,5;1,80\n2;3,5;1,70\n", ";"),
    ("a|b|How do you feel, in general, about it?\n1|2|3\n", "|"),
    ("\"a;b\",\"c;d\",e\n1,2,3\n", ","),
    ("name, first;x\n\"A, B\";2\n", ";"),
    // Every record has a cell too many: the header still knows.
    ("a,b,c\n1,2,3,\n4,5,6,\n", ","),
    ("question, asked\n1\n2\n", ","),
    ("a\n1;2\n", ","),
    ("a\tb, c\n1\t2\n", "\t"),
  ])
  func theRecordsHaveAsManyCellsAsTheHeader(text: String, delimiter: String) throws {
    #expect(try CSVReader(bytes: text.utf8, name: "x").preview.delimiter == delimiter.utf8.first)
  }

  @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\r", "\u{FEFF}sep=;\n", "\"sep=;\"\n"])
  func theLineForExcelNamesIt(line: String) throws {
    let reader = try CSVReader(bytes: (line + "a,b;c\n1,5;2\n").utf8, name: "x")
    #expect(
      reader.preview == HeaderPreview(records: [["a,b", "c"], ["1,5", "2"]], delimiter: 0x3B))
    let table = try reader.table()
    #expect(table.columns.map(\.name) == ["a,b", "c"])
    #expect(table.line(ofRecord: 0) == 3)
    #expect(throws: IngestError.unterminatedQuote(path: "x", line: 2)) {
      try CSVReader(bytes: (line + "a;\"b\n").utf8, name: "x")
    }
  }

  @Test(arguments: ["sep=x\n1\n", "sep=;5\n1;2\n", "sep=\n1\n", "sep\n1\n", "sep=;"])
  func anotherLineIsARecord(text: String) throws {
    let reader = try CSVReader(bytes: text.utf8, name: "x")
    #expect(reader.preview.records[0][0].hasPrefix("sep"))
  }

  private func quoted(_ cell: String) -> String {
    cell.isEmpty ? "" : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
