import SurveyAnalysis
import SurveyModel
import SurveyQuery
import TestSupport
import Testing

/// Conditions and orders that the tables take on themselves give what SQLite gives on tables of its own.
@Suite struct SameAsNativeTests {
  private static let tables = ["responses", "answers", "pairs", "waves", "items"]

  @Test(arguments: 0..<8) func randomQuestionsAreAnsweredAlike(batch: Int) throws {
    let session = try QuerySession(QueryFixture.twoForms())
    let native = try NativeCopy(of: session, tables: Self.tables)
    var answered = 0
    for number in 0..<100 {
      let seed = UInt64(batch * 1000 + number)
      var writer = QuestionWriter(seed: seed)
      let sql = writer.question()
      var own: [[QueryTable.Value]]
      do {
        own = try session.run(sql).rows
      } catch let error as QueryError where error.message.contains(" holds ") {
        continue  // Codes are not to be compared with words, and some questions do.
      }
      answered += 1
      var other = try native.run(sql)
      if !writer.isOrdered {
        own.sort { "\($0)" < "\($1)" }
        other.sort { "\($0)" < "\($1)" }
      }
      #expect(own == other, "seed \(seed): \(sql)")
    }
    #expect(answered > 50)
  }

  @Test(arguments: [
    "SELECT response FROM responses WHERE cohort = 2023 ORDER BY response",
    "SELECT response FROM responses WHERE cohort = 2023.0 ORDER BY response",
    "SELECT response FROM responses WHERE cohort = '2023' ORDER BY response",
    "SELECT response FROM responses WHERE cohort > 2023 ORDER BY response",
    "SELECT response FROM responses WHERE cohort IN (2023, 'x') ORDER BY response",
    "SELECT response FROM responses WHERE a1 = '4' ORDER BY response",
    "SELECT response FROM responses WHERE a1 = 4.0 ORDER BY response",
    "SELECT response FROM responses WHERE a1 > 3.5 ORDER BY response",
    "SELECT response FROM responses WHERE a1 < x'00' ORDER BY response",
    "SELECT response FROM responses WHERE a1 IS NULL ORDER BY response",
    "SELECT response FROM responses WHERE a1 IS NOT 3 ORDER BY response",
    "SELECT response FROM responses WHERE site = 'NORTH' COLLATE NOCASE ORDER BY response",
    "SELECT response FROM responses WHERE site < x'00' ORDER BY response",
    "SELECT response FROM responses WHERE site IS NULL ORDER BY response",
    "SELECT site FROM responses ORDER BY site COLLATE NOCASE, response",
    "SELECT site FROM responses ORDER BY site DESC NULLS LAST, response",
    "SELECT DISTINCT site COLLATE NOCASE FROM responses ORDER BY 1",
    "SELECT r.response, p.pair FROM responses r JOIN pairs p ON p.mentor_response = r.response ORDER BY 1",
    "SELECT i.item, count(a.code) FROM items i LEFT JOIN answers a ON a.item = i.item AND a.code = 5 GROUP BY i.item ORDER BY 1",
    "SELECT r.response FROM responses r LEFT JOIN items i ON i.item = r.site WHERE i.item IS NULL ORDER BY 1",
    "SELECT count(*) FROM responses a JOIN responses b ON a.pair = b.pair AND a.form < b.form",
    "SELECT response FROM responses WHERE respondent IN (1, 2, '1', 2.0, NULL) ORDER BY response",
    "SELECT response FROM responses WHERE pair = 2.5 OR pair = '2' ORDER BY response",
    "SELECT response FROM responses WHERE site IN (SELECT site FROM responses WHERE a1 = 5) ORDER BY 1",
  ]) func particularQuestionsAreAnsweredAlike(sql: String) throws {
    let session = try QuerySession(QueryFixture.twoForms())
    let native = try NativeCopy(of: session, tables: Self.tables)
    let (own, other) = (try session.run(sql).rows, try native.run(sql))
    #expect(own == other)
    #expect(!own.isEmpty || sql.contains("x'00'") || sql.contains("COLLATE"))
  }
}

/// Writes questions at random, the same for the same seed.
private struct QuestionWriter {
  private var state: UInt64
  private(set) var isOrdered = false

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  // Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) >> 33) % limit
  }

  private mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  private static let columns = [
    "responses": [
      "response", "form", "role", "wave", "respondent", "pair", "site", "cohort", "years", "a1",
      "a1_label", "a1_missing", "a2", "a2_keyed", "b1", "use_x", "A", "B",
    ],
    "answers": [
      "response", "form", "wave", "respondent", "item", "code", "label", "missing", "keyed",
    ],
    "pairs": ["pair", "wave", "mentor_response", "mentee_site", "a1", "b1", "A", "p1_gap"],
    "waves": ["form", "respondent", "pair", "site", "a1_pre", "a1_post", "A_pre", "response_post"],
  ]

  private static let values = [
    "NULL", "0", "1", "2", "3", "4", "5", "2023", "('2023')", "3.5", "('North')", "('south')",
    "('mentor')",
    "('pre')", "('a1')", "('')", "'4'", "x'33'", "2.0", "-1", "('option 4')", "('skipped')",
    "(1 + 2)",
  ]

  private mutating func condition(_ columns: [String]) -> String {
    let column = one(of: columns)
    let value = one(of: Self.values)
    switch below(12) {
    case 0: return "\(column) IS NULL"
    case 1: return "\(column) IS NOT NULL"
    case 2: return "\(column) IS \(value)"
    case 3: return "\(column) IN (\(value), \(one(of: Self.values)), \(one(of: Self.values)))"
    case 4: return "\(column) BETWEEN \(value) AND \(one(of: Self.values))"
    case 5: return "\(column) = \(value) COLLATE NOCASE"
    case 6: return "\(value) \(one(of: ["<", "=", ">="])) \(column)"
    case 7: return "(\(column) = \(value) OR \(condition(columns)))"
    case 8: return "NOT \(column) = \(value)"
    default: return "\(column) \(one(of: ["=", "=", "<", "<=", ">", ">=", "<>"])) \(value)"
    }
  }

  private mutating func conditions(_ columns: [String], _ beginning: String) -> String {
    let list = (0..<below(4)).map { _ in condition(columns) }
    return list.isEmpty ? "" : " \(beginning) " + list.joined(separator: " AND ")
  }

  mutating func question() -> String {
    let table = one(of: ["responses", "responses", "answers", "pairs", "waves"])
    let columns = Self.columns[table] ?? []
    isOrdered = false
    switch below(6) {
    case 0: return grouped(table, columns)
    case 1:
      return "SELECT DISTINCT \(one(of: columns)), \(one(of: columns)) FROM \(table)"
        + conditions(columns, "WHERE")
    case 2: return joined(columns: columns, table)
    case 3:
      isOrdered = true
      return
        "SELECT DISTINCT \(columns[1]) AS x FROM \(table)\(conditions(columns, "WHERE")) ORDER BY 1\(one(of: ["", " DESC"]))"
    case 4: return grouped(table, columns)
    default:
      isOrdered = true
      let terms = (0..<(1 + below(3))).map { _ in one(of: columns) + one(of: ["", " DESC", " ASC"])
      }
      return
        "SELECT \(columns.joined(separator: ", ")) FROM \(table)\(conditions(columns, "WHERE")) ORDER BY \(terms.joined(separator: ", ")), rowid"
    }
  }

  private mutating func grouped(_ table: String, _ columns: [String]) -> String {
    let keys = (0..<(1 + below(2))).map { _ in one(of: columns) }
    let value = one(of: columns)
    let list = keys.joined(separator: ", ")
    isOrdered = below(2) == 0
    let order =
      isOrdered
      ? " ORDER BY " + keys.map { $0 + one(of: ["", " DESC"]) }.joined(separator: ", ") : ""
    return
      "SELECT \(list), count(*), count(\(value)), min(\(value)), max(\(value)) FROM \(table)\(conditions(columns, "WHERE")) GROUP BY \(list)\(one(of: ["", " HAVING count(*) > 2"]))\(order)"
  }

  private mutating func joined(columns: [String], _ table: String) -> String {
    let kind = one(of: ["JOIN", "LEFT JOIN"])
    let (first, second) = (one(of: columns), one(of: Self.columns["responses"] ?? []))
    let rest = conditions((Self.columns["responses"] ?? []).map { "b.\($0)" }, "AND")
    let filter = conditions(columns.map { "a.\($0)" }, "WHERE")
    let key = one(of: ["response", "respondent", "pair", "wave", "form"])
    let own = table == "pairs" ? "mentor_response" : table == "waves" ? "pair" : key
    let other = table == "pairs" ? "response" : table == "waves" ? "pair" : key
    let left = columns.contains(own) ? own : first
    let right = columns.contains(own) ? other : second
    return
      "SELECT a.\(first), b.\(second), count(*) FROM \(table) a \(kind) responses b ON a.\(left) = b.\(right)\(rest)\(filter) GROUP BY a.\(first), b.\(second)"
  }
}
