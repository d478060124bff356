import NumericCore
import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct GroupAnswersTests {
  private static let columns = ["a", "b", "c", "d"].enumerated().map { place, id in
    SampleColumn(id, codes: (0..<60).map { ($0 * (place + 3) + $0 / 7) % 5 + 1 })
  }
  private static let rating = SampleColumn(
    "rate", (0..<60).map { .code($0 % 11) }, on: Sample.scale("rate", codes: 0...10, kind: .numeric)
  )
  private static let halves = [
    Sample.scale("s", of: .items(Array(columns[0...1].map(\.item)))),
    Sample.scale("t", of: .items(Array(columns[2...3].map(\.item)))),
    Sample.scale("all", of: .items(columns.map(\.item))),
    Sample.scale("both", of: .subscales(["s", "t"])),
  ]
  private static let dataset = Sample.dataset([
    Sample.form(
      columns + [rating], scales: halves,
      categories: ["site": (0..<60).map { $0 % 2 == 0 ? "odd" : "even" }])
  ])

  private static func target(of shape: StatisticShape) -> String {
    switch shape {
    case .column, .share, .groups: "a"
    case .items, .answers: "all"
    case .subscales: "both"
    case .pair, .raters: "a, b"
    }
  }

  /// The data of everyone, made without the code under test.
  private static func input(of shape: StatisticShape) throws -> StatisticInput {
    let answers = columns.map { column in
      column.answers.map { answer -> Int? in
        if case .code(let code) = answer { code } else { nil }
      }
    }
    let codes = try answers.map { try ItemCodes(answers: $0) }
    let numbers = answers.map { $0.map { $0.map(Double.init) } }
    let tally = try PairTally(of: codes, policy: .listwise)
    return switch shape {
    case .column, .groups: .tally(ItemTally(of: codes[0]))
    case .share: .share(try Proportion(of: ItemTally(of: codes[0]), codes: 4...5))
    case .items: .items(try CovarianceMatrix(of: tally))
    case .answers: .answers(tally)
    case .subscales: .subscales(try CovarianceMatrix(of: tally), [[0, 1], [2, 3]])
    case .pair: .pair(numbers[0], numbers[1])
    case .raters: .raters(Array(numbers[0...1]))
    }
  }

  @Test(arguments: StatisticRegistry.all.map(\.id.rawValue))
  func everyStatisticOfTheRegistryIsAnsweredWithItsOwnNumbers(name: String) throws {
    let definition = try #require(StatisticRegistry.definition(named: name))
    let question = try GroupQuestion("\(name)(\(Self.target(of: definition.input)))")
    var nothing: PublishedGroups?
    let table = try GroupAnswers(question, of: Self.dataset, rule: Analysed.openly)
      .table(publishing: &nothing)
    let expected: [Double?]
    do {
      expected = try definition.compute(Self.input(of: definition.input)).map(\.value)
    } catch {
      #expect(table.rows[0].last == .null)
      #expect(!table.notes.isEmpty)
      return
    }
    let found = table.rows[0].dropFirst(2).map { value -> Double? in
      switch value {
      case .number(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    }
    #expect(found == expected)
  }

  @Test func reliabilityEqualsTheReports() throws {
    let asked = StatisticRegistry.all.filter { [.items, .answers].contains($0.input) }
    let results = StudyAnalysis(
      dataset: Self.dataset, missing: .listwise, disclosure: Analysed.openly, asked: asked
    ).run()
    let report = try #require(results.reliabilities.first { $0.scale.id == "all" }?.content.detail)
    for coefficient in report.asked {
      guard case .success(let values) = coefficient.outcome else { continue }
      let id = coefficient.passport.definitionID
      var nothing: PublishedGroups?
      let table = try GroupAnswers(
        GroupQuestion("\(id)(all)"), of: Self.dataset, rule: Analysed.openly
      ).table(publishing: &nothing)
      #expect(
        table.rows[0].dropFirst(2).map { $0 }
          == values.map { $0.number.map(QueryTable.Value.number) ?? .null }, "\(id)")
    }
  }

  @Test func groupsHaveTheirOwnRows() throws {
    var nothing: PublishedGroups?
    let table = try GroupAnswers(
      GroupQuestion("n(a), mean(a) by site"), of: Self.dataset, rule: .default
    ).table(publishing: &nothing)
    #expect(table.columns.map(\.name) == ["site", "rows", "persons", "n(a)", "mean(a)"])
    #expect(table.rows.map { $0[0] } == [.text("even"), .text("odd")])
    #expect(table.rows.map { $0[3] } == [.integer(30), .integer(30)])
    let evens = Self.columns[0].answers.enumerated().filter { $0.offset % 2 == 1 }
      .compactMap { if case .code(let code) = $0.element { code } else { nil } }
    guard case .number(let mean) = table.rows[0][4] else { return #expect(Bool(false)) }
    expectClose(mean, .derived(Double(evens.reduce(0, +)) / 30))
  }

  @Test func smallGroupsGetARoundedMeanAndABlurredShare() throws {
    let form = Sample.form([SampleColumn("a", codes: [4, 4, 5, 5, 4, 3, 5, 4, 5, 5, 5, 5])])
    var nothing: PublishedGroups?
    let table = try GroupAnswers(
      GroupQuestion("mean(a), top2(a), sd(a)"), of: Sample.dataset([form]), rule: .default
    ).table(publishing: &nothing)
    #expect(table.rows[0].dropFirst(2).map { $0 } == [.number(4.5), .text("≥ 0.9"), .hidden])
  }

  @Test func repeatedPersonsAreCountedOnce() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: (0..<30).map { $0 % 5 + 1 })],
      persons: (0..<30).map { Int32($0 / 2) })
    var nothing: PublishedGroups?
    let table = try GroupAnswers(
      GroupQuestion("n(a)"), of: Sample.dataset([form]), rule: .default
    ).table(publishing: &nothing)
    #expect(table.rows[0] == [.integer(30), .integer(15), .integer(30)])
  }

  @Test(arguments: [
    ("mear(a)", 0, "there is no statistic `mear`; did you mean `mean`?"),
    ("mean(aa)", 5, "there is no field `aa`; did you mean `a`?"),
    (
      "mean(site)", 5,
      "of `site` nothing is computed; name an item, a scale or an attribute with numbers, and group by it with `by site`"
    ),
    ("mean(a, b)", 5, "`mean` is of one item, scale or number; name one"),
    (
      "cronbach_alpha(a)", 15,
      "`cronbach_alpha` is of the items of one scale; name a scale of items, or its items"
    ),
    ("stratified_alpha(s)", 17, "`stratified_alpha` is of a scale made of subscales; name one"),
    (
      "favourable(rate)", 11,
      "`favourable` is of options with words, and `rate` is a rating; ask for its mean"
    ),
    ("top2(rate)", 5, "`top2` is of options with words, and `rate` is a rating; ask for its mean"),
    ("cohen_kappa(a)", 12, "`cohen_kappa` is of two columns; name two"),
  ]) func saysWhatDoesNotFit(text: String, offset: Int, message: String) throws {
    let question = try GroupQuestion(text)
    #expect(throws: QuestionError(message, in: text, at: offset)) {
      try GroupAnswers(question, of: Self.dataset, rule: .default)
    }
  }
}
