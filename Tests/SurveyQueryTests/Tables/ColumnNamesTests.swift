import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

@Suite struct ColumnNamesTests {
  private func column(_ name: String) -> TableColumn {
    TableColumn(name: name, type: .integer, summary: "what it holds") { _ in .same(.null) }
  }

  private func names(_ wishes: [(kind: String, stem: String, suffix: String)]) -> ColumnNames {
    ColumnNames(
      wishes.map {
        ColumnWish($0.kind, stem: $0.stem, suffix: $0.suffix, column($0.stem + $0.suffix))
      })
  }

  @Test func aNameOfItsOwnStays() {
    let found = names([("item", "a", ""), ("item", "a", "_label"), ("scale", "B", "")])
    #expect(found.columns.map(\.name) == ["a", "a_label", "B"])
    #expect(found.shared.isEmpty)
    #expect(found.columns[0].summary == "what it holds")
  }

  @Test func namesThatDifferByCaseAreNumberedByItem() {
    let found = names([
      ("item", "Q1", ""), ("item", "Q1", "_label"), ("item", "q1", ""), ("item", "q1", "_label"),
    ])
    #expect(
      found.columns.map(\.name) == [
        "item_Q1_1", "item_Q1_1_label", "item_q1_2", "item_q1_2_label",
      ])
    #expect(found.columns[3].summary == "`q1_label`, what it holds")
    #expect(
      found.shared["q1"] == [
        .init(name: "item_Q1_1", words: "the item `Q1`"),
        .init(name: "item_q1_2", words: "the item `q1`"),
      ])
  }

  @Test func namesOfSeveralKindsHaveTheirKindBefore() {
    let found = names([("response", "role", ""), ("attribute", "Role", ""), ("item", "ROLE", "")])
    #expect(found.columns.map(\.name) == ["response_role", "attribute_Role", "item_ROLE"])
    #expect(
      found.shared["role"]?.map(\.words) == [
        "what it holds", "the attribute `Role`", "the item `ROLE`",
      ])
  }

  /// The label of one item is the id of another; and the long name of one is the id of a third.
  @Test func aNameThatIsMadeIsNobodyElses() {
    let found = names([
      ("item", "a", ""), ("item", "a", "_label"), ("item", "a_label", ""),
      ("item", "item_a_label_1", ""),
    ])
    let all = found.columns.map(\.name)
    #expect(all == ["a", "item_a_label_2", "item_a_label_3", "item_a_label_1"])
    #expect(Set(all.map { $0.lowercased() }).count == all.count)
  }

  /// SQLite tells them apart; whoever reads them does not.
  @Test(arguments: [["Ä1", "ä1"], ["İ", "i\u{307}"], ["\u{212A}", "k"], ["é", "e\u{301}"]])
  func lettersBeyondEnglishAreToldApartToo(stems: [String]) {
    let found = names([("item", stems[0], ""), ("scale", stems[1], "")])
    #expect(found.columns.map(\.name) == ["item_\(stems[0])", "scale_\(stems[1])"])
  }

  @Test(arguments: [["ß", "SS"], ["ı", "I"], ["a", "b"]])
  func lettersThatAreOthersAreLeftAlone(stems: [String]) {
    let found = names([("item", stems[0], ""), ("item", stems[1], "")])
    #expect(found.columns.map(\.name) == stems)
  }
}

/// Items whose names SQL takes for one another, or for its own.
@Suite struct SharedNameTests {
  private static func session(_ ids: [String], attributes: [String] = []) throws -> QuerySession {
    let columns = ids.enumerated().map { place, id in
      SampleColumn(id, codes: [place + 1, place + 2])
    }
    let dataset = Sample.dataset([
      Sample.form(
        columns,
        categories: Dictionary(uniqueKeysWithValues: attributes.map { ($0, ["x", "y"]) }))
    ])
    return try QuerySession(QueryData(dataset: dataset, findings: [], confidenceLevel: 0.95))
  }

  private static func message(_ sql: String, _ session: QuerySession) -> String? {
    do {
      _ = try session.run(sql)
      return nil
    } catch {
      return (error as? QueryError)?.message
    }
  }

  @Test(arguments: [
    "SELECT avg(Q1) FROM responses", "SELECT avg(q1) FROM responses",
    "SELECT r.q1 FROM responses AS r", "SELECT \"Q1\" FROM responses",
    "SELECT q1 FROM waves", "SELECT 1 FROM responses WHERE Q1 = 1",
    "WITH t AS (SELECT q1 FROM responses) SELECT * FROM t",
  ])
  func theBareNameIsAnErrorThatNamesBoth(sql: String) throws {
    let message = try #require(Self.message(sql, Self.session(["Q1", "q1"])))
    #expect(message.contains("`item_Q1_1` (the item `Q1`), `item_q1_2` (the item `q1`)"))
  }

  @Test func eachHasItsOwnNumbers() throws {
    let answer = try Self.session(["Q1", "q1"]).run(
      "SELECT avg(item_Q1_1), avg(ITEM_q1_2), mean(responses, 'Q1'), mean(responses, 'q1') FROM responses"
    )
    #expect(answer.rows == [[.number(1.5), .number(2.5), .number(1.5), .number(2.5)]])
  }

  @Test func theMessageIsWhole() throws {
    let session = try Self.session(["a"], attributes: ["role"])
    #expect(
      Self.message("SELECT role FROM responses", session)
        == "`role` would be 2 columns of `responses`, as SQL takes capitals for small letters; write one of `response_role` (who filled it in), `attribute_role` (the attribute `role`)"
    )
    #expect(
      try session.run("SELECT response_role, attribute_role FROM responses").rows == [
        [.text("mentor"), .text("x")], [.text("mentor"), .text("y")],
      ])
  }

  /// The column that functions take would be an item's codes.
  @Test func anItemCalledAsTheRowIsNotTakenForIt() throws {
    let session = try Self.session(["Responses", "a"])
    let message = Self.message("SELECT mean(responses, 'a') FROM responses", session)
    #expect(message?.contains("`row_responses` (the row itself, for functions)") == true)
    #expect(
      try session.run("SELECT mean(row_responses, 'a') FROM responses").rows == [[.number(2.5)]])
  }

  @Test(arguments: ["rowid", "oid", "_rowid_", "OID", "RowId", "ROWID"])
  func anItemCalledAsSQLitesRowNumberHasItsOwnCodes(id: String) throws {
    let session = try Self.session(["a", id])
    #expect(
      try session.run("SELECT \"\(id)\" FROM responses").rows == [[.integer(2)], [.integer(3)]])
  }

  @Test func sqlitesRowNumberIsNotGivenForAnItem() throws {
    let session = try Self.session(["oid", "OID"])
    let message = Self.message("SELECT oid FROM responses", session)
    #expect(message?.contains("`item_oid_1` (the item `oid`), `item_OID_2`") == true)
    #expect(
      Self.message("SELECT oid FROM answers", session)
        == "no column of these tables is called `oid`, which SQLite takes for its number of a row; look at the columns with `.schema`"
    )
    // Where the study has no such name, it is SQLite's.
    #expect(Self.message("SELECT rowid FROM responses", try Self.session(["a"])) == nil)
  }

  @Test(arguments: ["order", "group", "select", "Null"])
  func aWordOfSQLIsANameInQuotes(id: String) throws {
    let answer = try Self.session([id]).run("SELECT avg(\"\(id)\") FROM responses")
    #expect(answer.rows == [[.number(1.5)]])
    #expect(
      Self.message("SELECT \(id), 1 FROM responses WHERE \(id) > 1", try Self.session([id]))?
        .contains("is a word of SQL, too; write the column in double quotes") ?? (id == "Null"))
  }
}
