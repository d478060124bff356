import Foundation

/// A table of texts; an empty field is missing.
struct CSVTable {
  private let names: [String]
  private let records: [[String]]

  init(contentsOf file: URL) throws {
    var all = CSVTable.parse(try String(decoding: Data(contentsOf: file), as: UTF8.self))
    guard !all.isEmpty else { throw UsageError(description: "`\(file.path)` is empty") }
    names = all.removeFirst()
    records = all
  }

  func texts(_ name: String) throws -> [String?] {
    guard let column = names.firstIndex(of: name) else {
      throw UsageError(description: "there is no column `\(name)`")
    }
    return records.map { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
  }

  func numbers(_ name: String) throws -> [Double?] {
    try texts(name).map { text in
      guard let text else { return nil }
      guard let number = Double(text) else {
        throw UsageError(description: "column `\(name)` has a text that is not a number")
      }
      return number
    }
  }

  /// Records of a file by RFC 4180.
  private static func parse(_ text: String) -> [[String]] {
    var (records, record, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var isQuoted = false
    var previous: UInt8 = 0
    func end() -> String { String(decoding: field, as: UTF8.self) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted && previous == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(end())
        field = []
      case UInt8(ascii: "\n") where !isQuoted:
        record.append(end())
        field = []
        records.append(record)
        record = []
      case UInt8(ascii: "\r") where !isQuoted: break
      default: field.append(byte)
      }
      previous = byte
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [end()]) }
    return records
  }
}
