import CSurveyTable
import Foundation
import SurveyIngest
import SurveyModel
import TestSupport

@testable import SurveyQuery

/// SQLite in memory with the functions of statistics, and nothing else of a query session.
final class PlainConnection {
  /// One value of an answer.
  enum Cell: Hashable {
    case null
    case integer(Int64)
    case number(Double)
    case text(String)

    var number: Double? {
      switch self {
      case .number(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// What SQLite says of a question that it does not answer.
  struct Refusal: Error, Hashable { let message: String }

  let handle: OpaquePointer
  let study: StudyRows

  init(_ data: QueryData) throws {
    var opened: OpaquePointer?
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard let opened else { throw Refusal(message: "not opened") }
    handle = opened
    study = StudyRows(data)
    try StatisticFunctions.register(on: handle, study: study)
  }

  deinit { sqlite3_close_v2(handle) }

  /// All rows of the answer.
  @discardableResult
  func rows(_ sql: String) throws -> [[Cell]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw refusal }
    defer { sqlite3_finalize(statement) }
    var rows: [[Cell]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { cell(statement, $0) })
      case SQLITE_DONE: return rows
      default: throw refusal
      }
    }
  }

  /// The only value of the answer.
  func value(_ expression: String, from rest: String = "") throws -> Cell {
    try rows("SELECT \(expression) \(rest)").first?.first ?? .null
  }

  /// The message with which a question is refused.
  func message(_ sql: String) -> String? {
    do {
      try rows(sql)
      return nil
    } catch {
      return (error as? Refusal)?.message
    }
  }

  private var refusal: Refusal { Refusal(message: String(cString: sqlite3_errmsg(handle))) }

  private func cell(_ statement: OpaquePointer?, _ column: Int32) -> Cell {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .number(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      .text(sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "")
    default: .null
    }
  }
}

extension PlainConnection {
  /// A connection without responses.
  static func empty() throws -> PlainConnection {
    try PlainConnection(QueryData(dataset: Sample.dataset([]), findings: [], confidenceLevel: 0.95))
  }

  /// A connection with the values of one table `t`, written out as SQL does.
  static func table(_ columns: String, _ rows: String...) throws -> PlainConnection {
    let connection = try empty()
    try connection.rows("CREATE TABLE t (\(columns))")
    for row in rows { try connection.rows("INSERT INTO t VALUES (\(row))") }
    return connection
  }

  /// A connection to a dataset with a native table `responses`: raw and keyed codes of every item.
  static func of(_ dataset: SurveyDataset, level: Double = 0.95) throws -> PlainConnection {
    let connection = try PlainConnection(
      QueryData(dataset: dataset, findings: [], confidenceLevel: level))
    let items = dataset.forms.flatMap(\.form.items)
    let columns = items.flatMap { ["\"\($0.id)\" INTEGER", "\"\($0.id)_keyed\" INTEGER"] }
    try connection.rows(
      "CREATE TABLE responses (form TEXT, wave INTEGER, responses INTEGER, \(columns.joined(separator: ", ")))"
    )
    try connection.rows("BEGIN")
    var number = 0
    for responses in dataset.forms {
      for row in 0..<responses.rowCount {
        let cells = items.flatMap { codes(of: $0, in: responses, row: row) }
        try connection.rows(
          "INSERT INTO responses VALUES ('\(responses.form.id)', \(responses.waves[row]), \(number), \(cells.joined(separator: ", ")))"
        )
        number += 1
      }
    }
    try connection.rows("COMMIT")
    return connection
  }

  private static func codes(of item: Item, in responses: FormResponses, row: Int) -> [String] {
    guard let cell = responses.items[item.id]?.cells[row], cell < CodedColumn.firstMissing else {
      return ["NULL", "NULL"]
    }
    let code = item.responseScale.codes[Int(cell)]
    guard item.isReverseKeyed, let limits = item.responseScale.limits else {
      return [String(code), String(code)]
    }
    return [String(code), String(limits.lowerBound + limits.upperBound - code)]
  }
}

/// The example that the documentation uses.
enum Example {
  static let dataset: SurveyDataset? = try? StudyLoader.load(
    path: Checkout.path("data/examples/abc-2025/study.yaml")
  ).dataset
}
