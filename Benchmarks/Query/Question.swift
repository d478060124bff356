/// One question for both kinds of table.
struct Question {
  let name: String
  /// For the tables of a study, where the attribute `role` gives way to the column `role`.
  let own: String
  /// For the table of the file.
  let native: String

  init(_ name: String, _ sql: String) {
    self.name = name
    native = sql
    own = sql.split(separator: "role", omittingEmptySubsequences: false).joined(
      separator: "attribute_role")
  }

  static let all = [
    Question(
      "two groups, one cohort     ",
      "SELECT site, role, count(eng01), avg(eng01) FROM responses WHERE cohort = 2023 GROUP BY site, role"
    ),
    Question("one group                  ", "SELECT site, avg(eng01) FROM responses GROUP BY site"),
    Question(
      "two groups, ten items      ",
      "SELECT site, role, "
        + (1...10).map { "avg(eng\($0 < 10 ? "0" : "")\($0))" }.joined(separator: ", ")
        + " FROM responses GROUP BY site, role"),
    Question("no group                   ", "SELECT avg(eff10), count(*) FROM responses"),
    Question(
      "a condition on each row    ",
      "SELECT count(*) FROM responses WHERE eng01 + sup01 > eff01 * 2"),
  ]
}
