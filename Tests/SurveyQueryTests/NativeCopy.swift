import GRDB
import SurveyAnalysis
import Testing

@testable import SurveyQuery

/// An ordinary SQLite database with the rows of a session's tables.
struct NativeCopy {
  private let queue: DatabaseQueue

  /// Copies tables with the types that they declare.
  init(of session: QuerySession, tables: [String]) throws {
    queue = try DatabaseQueue()
    try queue.inDatabase { database in
      for schema in session.tables where tables.contains(schema.name) {
        let columns = schema.columns.map { "\($0.name.quotedName) \($0.type)" }
        try database.execute(
          sql: "CREATE TABLE \(schema.name) (\(columns.joined(separator: ", ")))")
        let places = schema.columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try database.makeStatement(
          sql: "INSERT INTO \(schema.name) VALUES (\(places))")
        for row in try session.run("SELECT * FROM \(schema.name)").rows {
          try insert.execute(arguments: StatementArguments(row.map(Self.value)))
        }
      }
    }
  }

  /// The rows of an answer.
  func run(_ sql: String) throws -> [[QueryTable.Value]] {
    try queue.inDatabase { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: .null
          case .int64(let integer): .integer(integer)
          case .double(let number): .number(number)
          case .string(let text): .text(text)
          case .blob: .text("blob")
          }
        }
      }
    }
  }

  private static func value(_ value: QueryTable.Value) -> DatabaseValue {
    switch value {
    case .null, .hidden: .null
    case .integer(let integer): integer.databaseValue
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}
