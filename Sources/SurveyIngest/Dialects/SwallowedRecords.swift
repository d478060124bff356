internal import Glibc
import SurveyModel

/// Records in which a quoted cell holds the rest of one record and the beginning of another.
///
/// Where a quote is missing or too many, a cell goes on to the next quote, perhaps records later; what
/// remains may have as many cells as the header, and the answers of two people. Such a cell holds
/// line ends, and the delimiters of a whole record. In prose a space follows a delimiter.
struct SwallowedRecords {
  private let table: RawTable
  private let delimiter: UInt8
  /// How many delimiters without a space behind them no open answer has.
  private let delimiterCount: Int

  /// In narrower tables an answer with line ends may well hold that many commas.
  private static let fewestColumns = 5

  init(in table: RawTable) {
    self.table = table
    delimiter = table.format.delimiter.asciiValue ?? ASCII.comma
    delimiterCount = max(Self.fewestColumns - 1, table.columns.count * 2 / 3)
  }

  /// Their places, ascending.
  var rows: [Int] {
    guard table.columns.count >= Self.fewestColumns else { return [] }
    return Set(table.columns.flatMap(rows)).sorted()
  }

  private func rows(of column: RawColumn) -> [Int] {
    guard case .text(let arena) = column.storage else {
      let texts = column.texts ?? []
      return texts.indices.filter { isRecord(texts[$0]) }.flatMap { place in
        column.firstRows(withCode: UInt16(place) + CellCode.firstText, limit: table.rowCount)
      }
    }
    guard Self.holdsLineEnd(arena.bytes.elements) else { return [] }
    return (0..<arena.rowCount).filter { arena.withBytes(ofRow: $0, isRecord) }
  }

  private func isRecord(_ text: String) -> Bool {
    guard text.utf8.count > 2 * delimiterCount else { return false }
    var text = text
    return text.withUTF8(isRecord)
  }

  private func isRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > delimiterCount, Self.holdsLineEnd(bytes) else { return false }
    let found = bytes.indices.dropLast().count { place in
      bytes[place] == delimiter && bytes[place + 1] != ASCII.space
    }
    return found >= delimiterCount
  }

  private static func holdsLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return [ASCII.lineFeed, ASCII.carriageReturn].contains {
      memchr(start, Int32($0), bytes.count) != nil
    }
  }
}
