import CSurveyTable

/// The statistics of the registry, and what goes with them, as functions of SQL.
package enum StatisticFunctions {
  /// Makes all functions known to a connection.
  ///
  /// - Parameters:
  ///   - connection: SQLite's own handle, a `sqlite3 *`.
  ///   - data: the responses that the column `responses` numbers.
  /// - Throws: `QueryError` where SQLite refuses one.
  package static func register(on connection: OpaquePointer, data: QueryData) throws {
    try register(on: connection, study: StudyRows(data))
  }

  static func register(on connection: OpaquePointer, study: StudyRows) throws {
    for function in FunctionCatalogue.all {
      try AggregateFunction(function, study).register(on: connection)
    }
    try Explanation.register(on: connection)
  }

  /// All functions, in the order in which documentation shows them.
  package static let all: [QueryFunction] =
    FunctionCatalogue.all.map {
      QueryFunction(name: $0.name, usage: $0.usage, summary: $0.summary)
    } + [
      QueryFunction(
        name: Explanation.name, usage: "\(Explanation.name)('NAME')",
        summary: "What a statistic is: formula, interval, same number elsewhere, cautions.")
    ]
}
