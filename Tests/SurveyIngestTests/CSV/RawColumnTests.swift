import Testing

@testable import SurveyIngest

@Suite struct RawColumnTests {
  @Test func answersAreCodesOfTheirDistinctTexts() throws {
    let column = try CSVReader.read(text: "a,b\n5,\nyes,\n5,\n,\n\"\",\n").columns[0]
    #expect(column.texts == ["5", "yes"])
    #expect((0..<5).map { column.code($0) } == [3, 4, 3, CellCode.empty, CellCode.quotedEmpty])
    #expect(column.codeCounts == [1, 1, 0, 2, 1])
    #expect(column.firstRows(withCode: 3, limit: 5) == [0, 2])
    #expect(column.translated(by: [-1, -2, -3, 50, 60]) == [50, 60, 50, -1, -2])
  }

  @Test(arguments: [253, 254, 4096]) func widerCodesLoseNothing(distinct: Int) throws {
    let texts = (0..<distinct * 5).map { "t\($0 % distinct)" }
    let column = try CSVReader.read(text: "a\n" + texts.joined(separator: "\n")).columns[0]
    #expect(column.texts?.count == distinct)
    #expect((0..<column.rowCount).map { column.text($0) } == texts)
    if case .narrow = column.storage { #expect(distinct == 253) } else { #expect(distinct > 253) }
  }

  @Test func aColumnOfIdentifiersTurnsIntoTextAndKeepsEveryState() throws {
    var lines = (0..<5000).map { "R_\($0),x" }
    lines[7] = ",x"
    lines[8] = "\"\",x"
    lines.append("\"\",x")
    lines.append(",x")
    let table = try CSVReader.read(text: "id,b\n" + lines.joined(separator: "\n"))
    let column = table.columns[0]
    #expect(column.texts == nil)
    #expect(column.code(0) == nil)
    #expect([6, 7, 8, 9, 4999].map { column.text($0) } == ["R_6", nil, nil, "R_9", "R_4999"])
    #expect(
      [7, 8, 5000, 5001].map { column.cellState($0) } == [
        .empty, .quotedEmpty, .quotedEmpty, .empty,
      ])
    #expect(column.distinctTexts.count == 4998)
  }

  @Test func absentCellsOfATextColumnAreAbsent() throws {
    let lines = (0..<5000).map { "x,R_\($0)" } + ["x"]
    let column = try CSVReader.read(text: "a,id\n" + lines.joined(separator: "\n")).columns[1]
    #expect(column.cellState(5000) == .absent)
    #expect(column.text(4999) == "R_4999")
  }

  @Test func moreThanSixtyFiveThousandTextsAreKept() throws {
    // Each text four times and more, so that only the range of the codes makes it text.
    let distinct = 66_000
    var texts = (0..<20_000).flatMap { text in (0..<20).map { _ in "n\(text)" } }
    texts += (0..<distinct).map { "n\($0)" }
    let column = try CSVReader.read(text: "a\n" + texts.joined(separator: "\n")).columns[0]
    #expect(column.texts == nil)
    #expect((0..<column.rowCount).allSatisfy { column.text($0) == texts[$0] })
  }

  @Test func textsOfEveryLengthAreToldApart() throws {
    // Same first and last bytes, lengths around every branch of the key.
    let texts = (1...40).flatMap { length in
      ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 }
    }
    let twice = texts + texts
    let column = try CSVReader.read(text: "a\n" + twice.joined(separator: "\n")).columns[0]
    #expect(column.texts == texts)
    #expect((0..<column.rowCount).map { column.text($0) } == twice)
  }
}
