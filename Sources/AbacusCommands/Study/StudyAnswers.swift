import Glibc
import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyQuery

/// Answers questions about one study: by groups for everyone, in SQL for who may see every response.
final class StudyAnswers: QuestionAnswering {
  private let loaded: LoadedStudy
  private let path: String
  private let access: QuestionAccess
  private let showsIdentifying: Bool
  /// Opened with the first question in SQL.
  private var session: QuerySession?

  /// Answers about a study.
  ///
  /// - Parameter path: the study file; what is shown of a protected study is logged beside it.
  init(_ loaded: LoadedStudy, path: String, access: QuestionAccess, showsIdentifying: Bool) throws {
    self.loaded = loaded
    self.path = path
    self.access = access
    self.showsIdentifying = showsIdentifying
    if access != .protected { session = try openSession() }
  }

  private func openSession() throws -> QuerySession {
    try QuerySession(
      QueryData(
        dataset: loaded.dataset, findings: loaded.findings,
        confidenceLevel: loaded.study.report.confidenceLevel, showsIdentifying: showsIdentifying),
      watchdog: QueryWatchdog {
        Streams.error(
          "error: the question did not end in its time, and nothing stops the function that it calls; ask for fewer rows or shorter texts"
        )
        _exit(ExitStatus.tryAgain)
      })
  }

  func interrupt() { session?.interrupt() }

  var summary: String {
    let words =
      switch access {
      case .protected: "protected: small groups are hidden, and what is shown of groups is logged"
      case .limited: "private: SQL is allowed and shows every response"
      case .unrestricted: "unrestricted: every response is shown, and no group is hidden"
      }
    return words + (showsIdentifying ? "; identifying columns are shown" : "")
  }

  /// What stands below every answer that was not protected.
  private var notes: [String] {
    switch access {
    case .protected, .limited: []
    case .unrestricted: ["Unrestricted: no group is hidden, however small."]
    }
  }

  func answer(_ question: String) throws -> QueryTable {
    do {
      return try answer(question, where: nil, by: nil)
    } catch let error as QuestionError {
      throw QueryError(error.message, at: error.offset)
    }
  }

  /// The answer to a question whose rows and groups may stand beside it.
  ///
  /// - Throws: `QueryError`; `QuestionError`; `CommandFailure` where the log can't be kept.
  func answer(
    _ text: String, where condition: String?, by fields: String?
  ) throws -> QueryTable {
    if QuestionText.isSQL(text) {
      guard let session else { throw QueryError(Self.refusal, at: 0) }
      guard condition == nil, fields == nil else {
        throw QueryError("SQL has its own WHERE and GROUP BY; leave out --where and --by", at: 0)
      }
      let table = try session.run(text)
      let levels = session.asksForInterval(text) ? [levelNote] : []
      return table.with(notes: table.notes + levels + [sqlNote])
    }
    let table = try groups(GroupQuestion(text, where: condition, by: fields))
    return table.with(notes: table.notes + notes)
  }

  private var sqlNote: String { "SQL over every response: no group is hidden, however small." }

  private var levelNote: String {
    "Intervals are of \(NumberStyle.level(loaded.study.report.confidenceLevel)), the study's `confidence_level`."
  }

  private static let refusal =
    "SQL is not answered about a study that is shared, because it can single out persons; ask by groups, as in `mean(MA1) by site`, or add --unrestricted if you may see every response"

  private func groups(_ question: GroupQuestion) throws -> QueryTable {
    let study = access == .unrestricted ? loaded.study.withoutDisclosure : loaded.study
    let answers = try GroupAnswers(question, of: loaded.dataset, rule: study.disclosure)
    guard access == .protected else {
      var nothing: PublishedGroups?
      return answers.table(publishing: &nothing)
    }
    let log = try QueryLog(studyPath: path, dataset: loaded.dataset)
    var published: PublishedGroups? = try log.published()
    let table = answers.table(publishing: &published)
    try log.add(published?.added ?? [])
    return table
  }

  // MARK: What may be named

  var tables: [QueryTableSchema] { session?.tables ?? [GroupVocabulary.fields(loaded.dataset)] }

  var functions: [QueryFunction] { session?.functions ?? GroupVocabulary.statistics }

  var keywords: [String] {
    session == nil ? GroupVocabulary.keywords : SQLText.keywords + GroupVocabulary.keywords
  }

  /// SQL ends with a semicolon, a question by groups with its line.
  func isComplete(_ text: String) -> Bool {
    QuestionText.isSQL(text) ? SQLText.isComplete(text) : true
  }

  func questions(in text: String) -> [Question] {
    if QuestionText.isSQL(text) || session != nil && text.contains(";") {
      return SQLText.questions(in: text)
    }
    var questions: [Question] = []
    for (line, words) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var words = words.drop { $0 == " " || $0 == "\t" }
      while let last = words.last, ";\r \t".contains(last) { words.removeLast() }
      guard !words.isEmpty, !words.hasPrefix("--") else { continue }
      questions.append(Question(text: String(words), lineOffset: line))
    }
    return questions
  }
}

/// What kind of question a text is.
enum QuestionText {
  /// True for SQL, false for a question by groups, which begins with the name of a statistic.
  static func isSQL(_ text: String) -> Bool {
    let body = withoutComments(text)
    let word = body.prefix { $0.isLetter || $0 == "_" }.lowercased()
    guard verbs.contains(word) else { return body.hasPrefix("(") }
    // `replace(` and its like could be statistics one day; a verb of SQL is no function.
    return body.dropFirst(word.count).first { $0 != " " } != "(" || word == "values"
  }

  private static let verbs: Set<String> = [
    "select", "with", "values", "explain", "insert", "update", "delete", "replace", "create",
    "drop", "alter", "attach", "detach", "pragma", "begin", "commit", "end", "rollback",
    "savepoint", "release", "vacuum", "analyze", "reindex",
  ]

  /// The text from its first word on.
  private static func withoutComments(_ text: String) -> Substring {
    var rest = text.drop { $0.isWhitespace }
    while true {
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
        rest = rest.dropFirst(2)
      } else {
        return rest
      }
      rest = rest.drop { $0.isWhitespace }
    }
  }
}

extension QueryTable {
  /// The same answer with other notes.
  func with(notes: [String]) -> QueryTable {
    QueryTable(columns: columns, rows: rows, notes: notes)
  }
}
