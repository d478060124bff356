import SurveyAnalysis
import SurveyQuery

/// Answers questions in SQL.
final class SQLAnswers: QuestionAnswering {
  private let session: QuerySession
  private let showsIdentifying: Bool

  /// Opens a study for SQL.
  ///
  /// - Throws: `QueryError`.
  init(_ data: QueryData) throws {
    session = try QuerySession(data)
    showsIdentifying = data.showsIdentifying
  }

  var tables: [QueryTableSchema] { session.tables }
  var functions: [QueryFunction] { session.functions }

  var summary: String {
    "unrestricted: SQL over every response, and small groups are not hidden"
      + (showsIdentifying ? "; identifying columns are shown" : "")
  }

  func answer(_ question: String) throws -> QueryTable { try session.run(question) }
  func interrupt() { session.interrupt() }
}
