import Dispatch
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

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
    "SELECT edit('x')", "SELECT json_set('{}', '$.a', 1)", "SELECT json_patch('{}', '{}')",
  ]) func refusesWhatDoesNotRead(sql: String) throws {
    let session = try session()
    #expect(throws: QueryError.self) { try session.run(sql) }
    #expect(try session.run("SELECT count(*) FROM responses").rows == [[.integer(90)]])
  }

  /// Each would go on for minutes or for ever, or end the process, and nothing stops it in between.
  @Test(arguments: [
    (
      "printf('%.*c', 1000000000, 'x')", "a single value would be longer than 4 MB; make it shorter"
    ),
    ("printf('a%1000000000d', 1)", "a single value would be longer than 4 MB; make it shorter"),
    (
      "format('%d %*d', 1, -1000000000, 1)",
      "a single value would be longer than 4 MB; make it shorter"
    ),
    ("zeroblob(1000000000)", "a single value would be longer than 4 MB; make it shorter"),
    (
      "instr(printf('%.*c', 3000000, 'a'), printf('%.*c', 1500000, 'a') || 'b')",
      "`instr` of such long texts takes too long; shorten them"
    ),
    (
      "replace(printf('%.*c', 3000000, 'a'), printf('%.*c', 1500000, 'a') || 'b', 'c')",
      "`replace` of such long texts takes too long; shorten them"
    ),
    (
      "trim('a', printf('%.*c', 101, 'b'))",
      "`trim` of such long texts takes too long; shorten them"
    ),
    (
      "'a' LIKE printf('%.*c', 201, 'b')",
      "LIKE or GLOB pattern too complex; correct the statement"
    ),
  ]) func whatNothingStopsIsRefused(call: String, message: String) throws {
    let session = try session()
    #expect(throws: QueryError(message)) { try session.run("SELECT \(call)") }
    #expect(try session.run("SELECT 1").rows == [[.integer(1)]])
  }

  @Test func boundedFunctionsAnswerAsEver() throws {
    let answer = try session().run(
      """
      SELECT instr('abcabc', 'ca'), instr('äöü', 'ü'), instr(x'0102', x'02'), instr(NULL, 'a'),
        replace('abc', 'b', 'xy'), replace('abc', '', 'z'), trim('xaxx', 'x'), ltrim('xax', 'x'),
        rtrim('xax', 'x'), trim('  a '), printf('%5.2f|%-4d|%s|%%|%c', 3.14159, 7, 'ä', 'xyz'),
        format('%*d|%.*s', 4, 9, 2, 'abc'), printf('%,d', 1234567), printf('%08.3f', -2.5), printf(NULL)
      """)
    #expect(
      answer.rows == [
        [
          .integer(3), .integer(3), .integer(2), .null, .text("axyc"), .text("abc"), .text("a"),
          .text("ax"), .text("xa"), .text("a"), .text(" 3.14|7   |ä|%|x"), .text("   9|ab"),
          .text("1,234,567"), .text("-002.500"), .null,
        ]
      ])
  }

  /// Twelve levels of doubling: thousands of tables before the first row.
  @Test func aStatementThatTakesTooLongToUnderstandIsStopped() throws {
    var words = "WITH t0 AS (SELECT 1 AS x)"
    for level in 1...12 {
      words += ", t\(level) AS (SELECT a.x FROM t\(level - 1) a, t\(level - 1) b)"
    }
    let session = try session(seconds: 0.001)
    #expect(
      throws: QueryError(
        "no answer after 0.001 seconds; ask for fewer rows, or look whether a join lacks its condition"
      )
    ) { try session.run(words + " SELECT count(*) FROM t12") }
  }

  @Test func aWatchdogActsWhereNothingElseStopsAQuestion() {
    let acted = DispatchSemaphore(value: 0)
    let watchdog = QueryWatchdog { acted.signal() }
    let limits = QueryLimits(seconds: 0.01, rowCount: 1, byteCount: 1)
    // Goes on until the watchdog has acted.
    watchdog.watching(limits, grace: 0.01) { acted.wait() }
    // One that ends in time is left alone.
    watchdog.watching(limits, grace: 0.2) {}
    #expect(acted.wait(timeout: .now() + 0.5) == .timedOut)
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
