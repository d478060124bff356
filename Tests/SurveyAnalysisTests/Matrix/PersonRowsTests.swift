import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

/// Answers about the person, given in each of a person's rows: every question is to answer as if there were
/// one row a person, the first that is answered.
@Suite struct PersonRowsTests {
  /// 24 persons of 1 to 3 rows. Repeated answers differ, and the first row of every fifth person is blank,
  /// which is the only row of two of them.
  private static let persons: [Int32] = (0..<24).flatMap { person in
    [Int32](repeating: person, count: Int(person) % 3 + 1)
  }
  private static let isFirst = persons.indices.map { $0 == 0 || persons[$0 - 1] != persons[$0] }

  private static func answers(_ seed: Int) -> [SampleAnswer] {
    persons.indices.map { row in
      let person = Int(persons[row])
      if person % 5 == 0, isFirst[row] { return .missing(.skipped) }
      return .code((person * (seed + 2) + person / 4 + (isFirst[row] ? 0 : 2 * row)) % 5 + 1)
    }
  }

  private static let columns = (0..<4).map {
    SampleColumn("p\($0)", answers($0), keying: $0 == 1 ? .reverse : .forward, level: .person)
  }

  /// The same with one row a person: the first that is answered, else the first.
  private static let chosen = (0..<24).map { person -> Int in
    let rows = persons.indices.filter { persons[$0] == Int32(person) }
    return rows.first { columns[0].answers[$0] != .missing(.skipped) } ?? rows[0]
  }
  private static let single = columns.map { column in
    SampleColumn(
      column.item.id, chosen.map { column.answers[$0] }, keying: column.item.keying, level: .person)
  }

  private static func dataset(_ columns: [SampleColumn], _ persons: [Int32]) -> SurveyDataset {
    let items = columns.map(\.item)
    let scales = [
      Sample.scale("s", of: .items(Array(items[0...1]))),
      Sample.scale("t", of: .items(Array(items[2...3]))),
      Sample.scale("all", of: .items(items)), Sample.scale("both", of: .subscales(["s", "t"])),
    ]
    return Sample.dataset([
      Sample.form(
        columns, scales: scales, persons: persons,
        categories: ["half": persons.map { $0 % 2 == 0 ? "even" : "odd" }])
    ])
  }

  private static let repeated = dataset(columns, persons)
  private static let once = dataset(single, (0..<24).map { Int32($0) })

  @Test func theFirstRowThatCountsIsChosenInEachWave() {
    let form = Sample.form(
      [SampleColumn("a", [nil, 2, 3, 4, nil, nil])], persons: [7, 7, 7, 8, 9, 9],
      waves: [0, 0, 1, 0, 0, 0])
    let cells = form.items["a"]?.cells ?? []
    let rows = PersonRows.rows(of: [0, 1, 2, 3, 4, 5], in: form) {
      cells[$0] < CodedColumn.firstMissing
    }
    #expect(rows == [1, 2, 3, 4])
  }

  private static func target(of shape: StatisticShape) -> String {
    switch shape {
    case .column, .share, .groups: "p0"
    case .items, .answers: "all"
    case .subscales: "both"
    case .pair, .raters: "p0, p1"
    }
  }

  @Test(arguments: StatisticRegistry.all.map(\.id.rawValue), ["", " by half"])
  func aQuestionCountsAPersonOnce(name: String, groups: String) throws {
    let definition = try #require(StatisticRegistry.definition(named: name))
    let text = "\(name)(\(Self.target(of: definition.input)))\(groups)"
    #expect(try answer(text, Self.repeated) == answer(text, Self.once))
  }

  @Test(arguments: ["mean(all), n(all)", "favourable(p1), top2(p1)", "cronbach_alpha(p0, p1, p2)"])
  func soDoesOneOfAScaleOrOfListedItems(text: String) throws {
    #expect(try answer(text, Self.repeated) == answer(text, Self.once))
  }

  /// The values without the counts of rows, which the groups have in any case.
  private func answer(_ text: String, _ dataset: SurveyDataset) throws -> [[QueryTable.Value]] {
    var nothing: PublishedGroups?
    let table = try GroupAnswers(GroupQuestion(text), of: dataset, rule: Analysed.openly)
      .table(publishing: &nothing)
    return table.rows.map { row in
      zip(table.columns, row).filter { !$0.0.isBase }.map(\.1)
    }
  }

  @Test func aQuestionAndADescriptionAgree() throws {
    let results = Analysed.results(Self.repeated)
    for column in Self.columns {
      let item = try #require(results.item(column.item.id))
      let detail = try #require(item.content.detail)
      let values = try answer(
        "n(\(column.item.id)), mean(\(column.item.id)), top2(\(column.item.id))", Self.repeated)
      #expect(
        values == [
          [
            .integer(Int64(item.base.rowCount)), .number(try #require(detail.description?.mean)),
            .number(try #require(detail.agree?.proportion.rate)),
          ]
        ])
      #expect(item.base.rowCount == 22)
    }
  }

  @Test func scalesReliabilityAndMissingAnswersCountAPersonOnce() throws {
    let (many, one) = (Analysed.results(Self.repeated), Analysed.results(Self.once))
    for id in ["s", "all", "both"] {
      let scale = try #require(many.scale(id))
      #expect(scale.content == one.scale(id)?.content)
      #expect(scale.base.rowCount == 22)
    }
    #expect(many.reliabilities.map(\.content) == one.reliabilities.map(\.content))
    let flows = [many, one].map { $0.flow.forms[0].waves[0] }
    #expect(flows[0].askedCount == flows[1].askedCount)
    #expect(flows[0].missing == flows[1].missing)
  }

  /// One item about the mentorship makes each row count, as an average over persons would drop answers.
  @Test func aScaleThatMixesLevelsHasAScoreForEachRow() throws {
    let mixed = Self.columns + [SampleColumn("r", Self.answers(5))]
    let form = Sample.form(
      mixed, scales: [Sample.scale("mix", of: .items(mixed.map(\.item)))], persons: Self.persons)
    #expect(!form.form.scales[0].isAboutPerson(in: form.form))
    let scale = try #require(Analysed.results(form).scale("mix"))
    #expect(scale.base.rowCount > 22)
    #expect(
      try answer("n(mix)", Sample.dataset([form])) == [[.integer(Int64(scale.base.rowCount))]])
  }
}
