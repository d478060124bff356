import SurveyAnalysis
import SurveyModel
import SurveyQuery
import TestSupport
import Testing

/// Every message of a question that goes wrong, once.
@Suite struct DiagnosisTests {
  /// A statement; `‸` stands where the error is.
  private static let cases: [(String, String)] = [
    ("", "there is no statement; write one such as `SELECT * FROM responses LIMIT 5`"),
    ("-- nothing", "there is no statement; write one such as `SELECT * FROM responses LIMIT 5`"),
    ("SELECT 1; ‸SELECT 2", "another statement follows the first; ask one after the other"),
    ("SELECT ‸'Boston", "a quote is opened and never closed; add ' where the text ends"),
    ("SELECT ‸\"Boston", "a quote is opened and never closed; add \" where the name ends"),
    ("SELECT ‸:site", "`:site` stands for a value that nobody gives; write the value itself"),
    (
      "‸DELETE FROM responses",
      "DELETE removes data, and a question may only read; begin with SELECT or WITH"
    ),
    ("‸SELCT 1", "a question can't begin with `SELCT`; begin with SELECT or WITH"),
    ("SELECT ‸a11 FROM responses", "no column is called `a11`; did you mean `a1`?"),
    ("SELECT ‸code FROM responses", "no column is called `code`; the table `answers` has it"),
    ("SELECT ‸zzzzzz FROM items", "no column is called `zzzzzz`; look at the columns of `items`"),
    ("SELECT * FROM ‸response", "no table is called `response`; did you mean `responses`?"),
    (
      "SELECT * FROM ‸xyz",
      "no table is called `xyz`; there are `responses`, `answers`, `pairs`, `waves`, `items`, `options`, `scales`, `findings`"
    ),
    (
      "SELECT ‸medain(a1) FROM responses",
      "no function is called `medain`; did you mean `median`?"
    ),
    ("SELECT ‸roundd(a1) FROM responses", "no function is called `roundd`; did you mean `round`?"),
    ("SELECT a1 ‸FORM responses", "the statement makes no sense at `FORM`; did you mean `FROM`?"),
    (
      "SELECT a1, ‸FROM responses",
      "the statement makes no sense at `FROM`; a comma, an operator or a keyword may lack before it"
    ),
    (
      "SELECT a1 FROM responses ‸WERE a1 = 1",
      "the statement makes no sense at `WERE`; did you mean `WHERE`?"
    ),
    (
      "SELECT (1 + 2‸",
      "the statement ends too early; close its parentheses and complete its last part"
    ),
    ("SELECT ‸# FROM responses", "`#` means nothing in SQL; remove it"),
    (
      "SELECT ‸site FROM responses a JOIN responses b USING (response)",
      "several tables have a column `site`; say which, as in `responses.site`"
    ),
    (
      "SELECT ‸round() FROM responses",
      "`round` does not take so many arguments, or so few; look up what it takes"
    ),
    (
      "SELECT ‸max(\((0..<128).map(String.init).joined(separator: ",")))",
      "`max` has more than 127 arguments, which SQLite does not allow; name a scale of the codebook instead, as in `max(responses, 'SCALE')`"
    ),
    (
      "SELECT a1 FROM responses WHERE ‸avg(a1) > 3",
      "`avg` looks at many rows, and here one row is asked for; put it behind SELECT or HAVING, not into WHERE or another such function"
    ),
    (
      "SELECT a1 FROM responses WHERE ‸row_number() > 3",
      "`row_number` looks at other rows; write `row_number(…) OVER (…)`, behind SELECT"
    ),
    ("SELECT *", "`*` stands for the columns of a table, and none is named; add `FROM responses`"),
    (
      "SELECT 1 FROM responses WHERE site = ‸\"North\"",
      "no column is called \"North\"; a text stands in single quotes, as in 'North'"
    ),
    (
      "SELECT 1 FROM responses WHERE a1 = ‸'Agree'",
      "`a1` holds codes 1 to 5; compare `a1_label` with 'Agree'"
    ),
    (
      "SELECT 1 FROM responses r WHERE ‸'Agree' = r.a1",
      "`a1` holds codes 1 to 5; compare `a1_label` with 'Agree'"
    ),
    (
      "SELECT 1 FROM responses WHERE a1 NOT IN (1, ‸'Agree')",
      "`a1` holds codes 1 to 5; compare `a1_label` with 'Agree'"
    ),
    (
      "SELECT 1 FROM responses WHERE a2_keyed LIKE ‸'Ag%'",
      "`a2_keyed` holds codes 1 to 5; compare `a2_label` with 'Ag%'"
    ),
    (
      "SELECT 1 FROM answers WHERE code = ‸'Agree'",
      "`code` holds codes of the items; compare `label` with 'Agree'"
    ),
    (
      "SELECT 1 FROM responses WHERE a1 = ‸''",
      "`a1` holds codes 1 to 5, and NULL where there is no answer; write `a1 IS NULL`"
    ),
    (
      "SELECT 1 FROM waves WHERE a1_pre = ‸'Agree'",
      "`a1_pre` holds codes 1 to 5; compare it with a code in place of 'Agree'"
    ),
    (
      "SELECT 1 FROM responses WHERE years > ‸'many'",
      "`years` holds numbers; compare it with a number in place of 'many'"
    ),
    (
      "SELECT avg(‸site) FROM responses",
      "`site` holds texts, which have no mean; count them by `count(*) … GROUP BY site`, or write `avg(CAST(site AS REAL))` where they are numbers"
    ),
    (
      "SELECT sum(DISTINCT r.‸a1_label) FROM responses r",
      "`a1_label` holds texts, which have no sum; write `sum(a1)`"
    ),
    (
      "SELECT ‸name FROM responses",
      "`name` identifies people, which is shown only with `--identifying`; ask again with it where you may see it"
    ),
    (
      "SELECT r.‸a_open FROM responses r",
      "`a_open` is what respondents wrote, which is shown only with `--identifying`; ask again with it where you may see it"
    ),
    (
      "SELECT ‸readfile('/etc/passwd')",
      "`readfile` is off, because a question may not touch files; leave it out"
    ),
    (
      "SELECT replace(hex(zeroblob(9000000)), '0', 'xxxx')",
      "a single value would be longer than 4 MB; make it shorter"
    ),
    (
      "SELECT ‸load_extension('x')",
      "`load_extension` loads or opens files, and a question may only read; ask with SELECT or WITH"
    ),
    (
      "SELECT * FROM pragma_table_info('responses')",
      "tables of SQLite itself are off, and a question may only read; ask with SELECT or WITH"
    ),
    (
      "WITH x AS (SELECT 1) DELETE FROM sqlite_schema",
      "the statement changes data, and a question may only read; ask with SELECT or WITH"
    ),
    (
      "SELECT 1 ORDER BY 2",
      "1st ORDER BY term out of range - should be between 1 and 1; correct the statement"
    ),
  ]

  @Test(arguments: cases) func saysWhatIsWrong(marked: String, message: String) throws {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let session = try QuerySession(QueryFixture.twoForms())
    #expect(throws: QueryError(message, at: parts.count == 2 ? parts[0].utf8.count : nil)) {
      try session.run(parts.joined())
    }
  }

  @Test(arguments: [
    "SELECT a1 FROM responses WHERE a1 = '4'", "SELECT a1_label AS a1 FROM responses WHERE a1 = 4",
    "SELECT 1 FROM (SELECT a1_label AS a1 FROM responses) WHERE a1 = 'Agree'",
    "SELECT a1 || 'x' = 'Agree' FROM responses", "SELECT avg(a1) FROM responses -- 'x'",
    "SELECT \"a1\", [a2], `a3` FROM responses;  ", "EXPLAIN SELECT 1", "VALUES (1), (2)",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT * FROM n",
    "SELECT count(*) FROM json_each('[1, 2]')",
    "SELECT max(site), min(site), count(site) FROM responses",
  ]) func understands(sql: String) throws {
    #expect(throws: Never.self) { try QuerySession(QueryFixture.twoForms()).run(sql) }
  }
}
