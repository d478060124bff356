import Foundation
import SurveyIngest
import SurveyModel
import TestSupport

/// An export taken apart, so that it can be damaged: records of cells, and how they become bytes.
struct ExportSheet {
  /// One line, or several where a cell holds line ends.
  struct Record {
    var cells: [String]
    /// Tells records apart wherever they are moved to.
    private(set) var id = UUID()
    /// The place among the good file's responses; nil for the header and for records put in.
    var origin: Int?
    var isHeader = false
    /// Another sign between the cells of this record alone.
    var delimiter: Character?
    /// Another line end after this record alone.
    var lineEnd: String?
    /// What happens to the record once it is written out.
    var edits: [@Sendable ([UInt8]) -> [UInt8]] = []

    /// The same cells in another record.
    var copy: Record {
      var copy = self
      copy.id = UUID()
      return copy
    }
  }

  var records: [Record]
  var delimiter: Character = ","
  var lineEnd = "\n"
  var encoding = TextEncoding.utf8
  var hasMark = false
  /// Whether every cell stands in quotes.
  var quotesAll = false
  /// How many bytes of the file are lost at its end.
  var cutCount = 0
  /// The responses that an earlier damage has spoilt.
  var touched: Set<Int> = []

  /// Takes a good export apart.
  ///
  /// - Parameter keeping: which of its responses to keep, by the cells.
  init(
    path: String, headerCount: Int, keeping: ([String: String]) -> Bool
  ) throws {
    let table = try CSVReader(path: path).table(headerRecordCount: 0)
    let rows = (0..<table.rowCount).map { row in table.columns.map { $0.text(row) ?? "" } }
    let names = rows[0]
    records = rows.prefix(headerCount).map { Record(cells: $0, isHeader: true) }
    let kept = rows.dropFirst(headerCount).filter { cells in
      keeping(Dictionary(zip(names, cells)) { first, _ in first })
    }
    records += kept.enumerated().map { Record(cells: $1, origin: $0) }
  }

  /// The names of the columns.
  var names: [String] { records[0].cells }

  /// The places of the responses among the records.
  var responses: [Int] { records.indices.filter { !records[$0].isHeader } }

  /// The place of a column.
  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// The file, and the lines on which each record stands.
  func written() -> (bytes: [UInt8], lines: [UUID: ClosedRange<Int>]) {
    var bytes: [UInt8] = []
    var lines: [UUID: ClosedRange<Int>] = [:]
    var line = 1
    for record in records {
      var own = Array(text(of: record).utf8)
      for edit in record.edits { own = edit(own) }
      let end = record.lineEnd ?? lineEnd
      let inner = Self.lineEndCount(own)
      lines[record.id] = line...(line + inner)
      line += inner + (end.isEmpty ? 0 : 1)
      bytes += own + Array(end.utf8)
    }
    // Bytes that are no text can't be written in another encoding.
    if encoding != .utf8 || hasMark, let text = String(validating: bytes, as: UTF8.self) {
      bytes = Encoded.bytes(text, as: encoding, marked: hasMark)
    }
    return (Array(bytes.dropLast(cutCount)), lines)
  }

  /// How many bytes stand before each record's end.
  func ends() -> [Int] {
    var end = 0
    return records.map { record in
      end += text(of: record).utf8.count + (record.lineEnd ?? lineEnd).utf8.count
      return end
    }
  }

  private func text(of record: Record) -> String {
    let delimiter = record.delimiter ?? delimiter
    return record.cells.map { quoted($0, delimiter) }.joined(separator: String(delimiter))
  }

  private func quoted(_ cell: String, _ delimiter: Character) -> String {
    let needs = cell.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == delimiter
    }
    guard quotesAll || needs else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func lineEndCount(_ bytes: [UInt8]) -> Int {
    bytes.indices.count { index in
      bytes[index] == 0x0A
        || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    }
  }
}
