import Dispatch
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyQuery
import TestSupport
import Testing

@Suite struct QuerySessionTests {
  private static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

  private func session(
    seconds: Double = 60, rowCount: Int = 1000, byteCount: Int = 1 << 30,
    showsIdentifying: Bool = false
  ) throws -> QuerySession {
    try QuerySession(
      QueryFixture.twoForms(showsIdentifying: showsIdentifying),
      limits: QueryLimits(seconds: seconds, rowCount: rowCount, byteCount: byteCount))
  }

  @Test func valuesKeepTheirTypesAndColumnsTheirNames() throws {
    let answer = try session().run("SELECT 1 AS a, 2.5 AS a, 'x', NULL, x'0aFF', 1e999, 0.0 / 0")
    #expect(answer.columns.prefix(2).map(\.name) == ["a", "a"])
    #expect(
      answer.rows == [
        [.integer(1), .number(2.5), .text("x"), .null, .text("x'0aff'"), .null, .null]
      ])
  }

  @Test func aQuestionThatTakesTooLongIsStopped() throws {
    let session = try session(seconds: 0.05)
    #expect(
      throws: QueryError(
        "no answer after 0.05 seconds; ask for fewer rows, or look whether a join lacks its condition"
      )
    ) { try session.run(Self.endless) }
    #expect(try session.run("SELECT 1").rows == [[.integer(1)]])
  }

  @Test func tooManyRowsAreRefused() throws {
    let session = try session(rowCount: 3)
    #expect(try session.run("SELECT 1 FROM responses LIMIT 3").rows.count == 3)
    #expect(
      throws: QueryError("the answer has more than 3 rows; add LIMIT or a condition")
    ) { try session.run("SELECT 1 FROM responses") }
  }

  @Test func anAnswerThatIsTooLargeIsStopped() throws {
    let session = try session(rowCount: 1 << 40, byteCount: 20_000_000)
    #expect(
      throws: QueryError(
        "the answer would take more than 20 MB of memory; ask for fewer rows or columns")
    ) {
      try session.run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, hex(randomblob(500)) FROM n ORDER BY 2"
      )
    }
    #expect(try session.run("SELECT 1").rows == [[.integer(1)]])
  }

  @Test func anotherThreadCanStopAQuestion() throws {
    let session = try session()
    let timer = DispatchQueue(label: "interrupts")
    timer.asyncAfter(deadline: .now() + 0.1) { session.interrupt() }
    #expect(throws: QueryError("stopped; nothing is lost, ask again")) {
      try session.run(Self.endless)
    }
    #expect(try session.run("SELECT 1").rows == [[.integer(1)]])
  }

  @Test func anInterruptionBetweenQuestionsStopsNone() throws {
    let session = try session()
    session.interrupt()
    #expect(try session.run("SELECT 1").rows == [[.integer(1)]])
  }

  @Test(arguments: [
    "INSERT INTO responses VALUES (1)", "UPDATE responses SET a1 = 1", "DELETE FROM responses",
    "CREATE TABLE x (y)", "CREATE TEMP VIEW x AS SELECT 1", "DROP TABLE responses",
    "ATTACH 'x.db' AS x", "PRAGMA query_only = 0", "VACUUM INTO 'x.db'", "BEGIN",
    "WITH x AS (SELECT 1) INSERT INTO responses SELECT * FROM x", "EXPLAIN DELETE FROM responses",
    "EXPLAIN PRAGMA journal_mode", "SELECT * FROM pragma_database_list",
    "SELECT writefile('x', 'y')", "SELECT load_extension('x')", "SELECT fts3_tokenizer('simple')",
    "SELECT edit('x')",
  ]) func refusesWhatDoesNotRead(sql: String) throws {
    let session = try session()
    #expect(throws: QueryError.self) { try session.run(sql) }
    #expect(try session.run("SELECT count(*) FROM responses").rows == [[.integer(90)]])
  }

  @Test func identifyingColumnsAreThereOnlyWhereAskedFor() throws {
    let names = try session().tables.prefix(4).flatMap(\.columns).map(\.name)
    for name in ["name", "a_open", "b_open", "respondent_id", "pair_id", "mentor_name"] {
      #expect(!names.contains(name))
    }
    #expect(
      try session(showsIdentifying: true).run(
        "SELECT name, a_open, respondent_id, pair_id FROM responses WHERE response = 1"
      ).rows == [[.text("Person 1"), .text("words 1"), .text("id 1"), .text("pair 1")]])
  }

  @Test func theLoaderKeepsIdentitiesOnlyWhereAskedTo() throws {
    let path = Checkout.path("data/examples/abc-2025/study.yaml")
    let plain = try StudyLoader.load(path: path)
    #expect(plain.dataset.forms.allSatisfy { $0.identities == nil })
    let named = try StudyLoader.load(path: path, keepsIdentifying: true)
    let session = try QuerySession(
      QueryData(dataset: named.dataset, findings: [], confidenceLevel: 0.95, showsIdentifying: true)
    )
    let answer = try session.run(
      "SELECT count(DISTINCT respondent_id), count(DISTINCT respondent) FROM responses WHERE form = 'mentor'"
    )
    #expect(answer.rows[0][0] == answer.rows[0][1])
    #expect(answer.rows[0][0] != .integer(0))
  }

  @Test func everyColumnOfEveryTableCanBeRead() throws {
    let study = try QueryFixture.example()
    let session = try QuerySession(
      QueryData(
        dataset: study.dataset, findings: study.findings, confidenceLevel: 0.95,
        showsIdentifying: true),
      limits: QueryLimits(seconds: 60, rowCount: 1 << 40, byteCount: 1 << 40))
    for table in session.tables {
      let answer = try session.run("SELECT * FROM \(table.name)")
      #expect(answer.columns.map(\.name) == table.columns.map(\.name))
      #expect(!answer.rows.isEmpty || table.name == "findings")
    }
  }
}
