import Testing

@testable import SurveyIngest

/// Random tables against a naive parser after RFC 4180.
@Suite struct ReferenceParserTests {
  @Test(arguments: 0..<200) func agreesWithANaiveParser(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let text = randomTable(using: &random)
    let expected = NaiveParser.records(of: text)
    let table = try CSVReader.read(text: text, options: CSVOptions(delimiter: ASCII.comma))
    #expect(table.columns.map(\.name) == expected[0].cells.map { $0.text ?? "" }, "seed \(seed)")
    #expect(table.rowCount == expected.count - 1, "seed \(seed)")
    for (row, record) in expected.dropFirst().enumerated() {
      #expect(table.columns.map { $0.text(row) } == record.cells.map(\.text), "seed \(seed)")
      for (column, cell) in record.cells.enumerated() {
        #expect(table.columns[column].cellState(row) == cell.state, "seed \(seed)")
        #expect(table.line(ofRecord: row, column: column) == cell.line, "seed \(seed)")
      }
    }
  }

  /// 1–6 columns and 1–60 rows of cells with everything that needs quotes.
  private func randomTable(using random: inout SeededGenerator) -> String {
    let pieces = ["a", "é", "5", "\"\"", ",", "\n", "\r\n", " ", "word", "日本"]
    let columnCount = Int.random(in: 1...6, using: &random)
    var text = (0..<columnCount).map { "c\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let cells = (0..<columnCount).map { _ -> String in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return columnCount == 1 ? "x" : ""
        case 1: return "\"\""
        case 2: return String(Int.random(in: 1...12, using: &random))
        default:
          let count = Int.random(in: 1...8, using: &random)
          return "\"" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            + "\""
        }
      }
      text += cells.joined(separator: ",") + (Bool.random(using: &random) ? "\n" : "\r\n")
    }
    return text
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Reads well-formed text one scalar after the other.
enum NaiveParser {
  struct Cell {
    var text: String?
    var state: CellState
    var line: Int
  }

  struct Record {
    var cells: [Cell] = []
  }

  static func records(of text: String) -> [Record] {
    let scalars = Array(text.unicodeScalars)
    var records: [Record] = []
    var record = Record()
    var (place, line) = (0, 1)
    while place < scalars.count {
      let cellLine = line
      var content = ""
      let isQuoted = scalars[place] == "\""
      if isQuoted {
        place += 1
        while scalars[place] != "\"" || (place + 1 < scalars.count && scalars[place + 1] == "\"") {
          if scalars[place] == "\"" { place += 1 }
          if scalars[place] == "\n" { line += 1 }
          content.unicodeScalars.append(scalars[place])
          place += 1
        }
        place += 1
      } else {
        while !",\r\n".unicodeScalars.contains(scalars[place]) {
          content.unicodeScalars.append(scalars[place])
          place += 1
        }
      }
      let state: CellState = !content.isEmpty ? .text : isQuoted ? .quotedEmpty : .empty
      record.cells.append(
        Cell(text: state == .text ? content : nil, state: state, line: cellLine))
      if scalars[place] == "," {
        place += 1
        continue
      }
      if scalars[place] == "\r" { place += 1 }
      place += 1
      line += 1
      records.append(record)
      record = Record()
    }
    return records
  }
}
