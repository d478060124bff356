import SurveyModel
import Testing
import TestSupport

@testable import SurveyIngest

@Suite struct SplitReaderTests {
  static let codebook = codebook("{code: lead, label: Lead}, {code: dev, label: Developer}")

  static func codebook(_ options: String) -> String {
    SmallStudy.codebook(more: "multi_select: [{id: Q, stem: Roles, options: [\(options)]}]")
  }

  /// Twenty of thirty tick the first option, twenty the second, ten both.
  static func answers(yes: String, no: String) -> String {
    "A,Q_1,Q_2\n"
      + (0..<30).map { "1,\($0 < 20 ? yes : no),\($0 >= 10 ? yes : no)\n" }.joined()
  }

  func column(_ study: StudyFolder) throws -> MultiSelectColumn {
    try #require(try study.responses()?.multiSelects["Q"])
  }

  @Test(arguments: [
    ("Yes", "No"), ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No"), ("Tak", "Nie"), ("Да", "Нет"),
    ("Ano", "Ne"), ("Da", "Nu"), ("Já", "Nei"), ("adevărat", "fals"), ("TRUE", "FALSE"),
    ("WAHR", "FALSCH"), ("1", "0"), ("1.0", "0.0"),
    ("\"1,0\"", "\"0,0\""), ("x", ""), ("Y", "N"), ("Checked", "Unchecked"),
    ("Selected", "Not Selected"), ("Quoted", "Not quoted"), ("genannt", "nicht genannt"),
    ("☑", "☐"), ("on", "Off"), ("Yes", "N/A"), ("1", "NA"), ("1", "-99"), ("1", "."),
  ])
  func knownWordsAreTicksAndNoTicks(yes: String, no: String) throws {
    let study = try SmallStudy.plain(Self.answers(yes: yes, no: no), codebook: Self.codebook)
    let ticks = try column(study).ticks
    #expect(ticks.count { $0 & 1 == 1 } == 20)
    #expect(ticks.count { $0 & 2 == 2 } == 20)
    #expect(try study.findings().isEmpty)
  }

  @Test(arguments: [
    "None", "NULL", "-9", "-77", "2", "-", "Missing", "not shown", "✗", "my aunt", "3.5",
    "\"1,000\"",
  ])
  func anyOtherTextIsUnreadableAndNoTick(word: String) throws {
    let study = try SmallStudy.plain(Self.answers(yes: "Yes", no: word), codebook: Self.codebook)
    let column = try column(study)
    #expect(column.states.count { $0 == .answered } == 10)
    #expect(column.states.count { $0 == .unreadable } == 20)
    #expect(column.ticks.count { $0 == 0b11 } == 10)
    #expect(try study.findings().map(\.code) == [.unmatchedAnswer, .unmatchedAnswer])
    #expect(try study.findings().map(\.count) == [10, 10])
  }

  @Test func anotherOptionsLabelIsNoTickAndIsShown() throws {
    let study = try SmallStudy.plain(
      "A,Q_1,Q_2\n1,Lead,Developer\n1,Developer,\n1,my aunt,Developer\n", codebook: Self.codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .unreadable, .unreadable], ticks: [0b11, 0, 0]))
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(3, 2), subject: "Q", count: 2,
          "question `Q` has 2 cells in the column of option `lead` that say neither ticked nor not ticked, such as \"Developer\" (lines 3, 4); these responses are left out of the question, so write 1 for ticked and 0 for not ticked in a copy"
        )
      ])
  }

  @Test func oneAndTwoAreNotGuessed() throws {
    let study = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,2,1\n1,1,1\n", codebook: Self.codebook)
    #expect(try column(study).states == [.unreadable, .unreadable, .unreadable])
    #expect(
      try study.findings().first
        == Finding(
          .unmatchedAnswer, at: SmallStudy.at(2, 2), subject: "Q", count: 3,
          "question `Q` has 3 cells in the column of option `lead` that can't be read, because 1 and 2 stand in the question and nothing tells which of them means ticked (lines 2, 3, 4); these responses are left out of the question, so write 1 for ticked and 0 for not ticked"
        ))
    // A known "no" beside them tells what 1 means.
    let told = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,0,1\n1,2,1\n", codebook: Self.codebook)
    #expect(
      try column(told)
        == MultiSelectColumn(states: [.unreadable, .answered, .unreadable], ticks: [0, 0b10, 0]))
  }

  @Test func numberedColumnsMayRepeatTheirOwnNumber() throws {
    let codebook = Self.codebook("{code: \"1\", label: Lead}, {code: \"2\", label: Developer}")
    let repeated = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,,2\n1,1,\n", codebook: codebook)
    #expect(try column(repeated).ticks == [0b11, 0b10, 0b01])
    #expect(try repeated.findings().isEmpty)
    let places = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,,2\n1,1,\n", codebook: Self.codebook)
    #expect(try column(places).ticks == [0b11, 0b10, 0b01])
    // With a 2 in another column, or no blank anywhere, 2 may mean "no".
    let coded = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,2,2\n1,,\n", codebook: codebook)
    #expect(try column(coded).states == [.unreadable, .unreadable, .nothingTicked])
    let full = try SmallStudy.plain("A,Q_1,Q_2\n1,1,2\n1,1,2\n", codebook: codebook)
    #expect(try column(full).states == [.unreadable, .unreadable])
  }

  @Test func anOptionThatIsCalledLikeANoOrAMissingTokenIsThatOption() throws {
    let codebook = Self.codebook(
      "{code: a, label: \"Yes\"}, {code: b, label: \"No\"}, {code: c, label: \"NA\"}")
    let labels = try SmallStudy.plain(
      "A,Q_a,Q_b,Q_c\n1,Yes,,\n1,,No,NA\n1,,No,\n1,,,NA\n", codebook: codebook)
    #expect(try column(labels).ticks == [0b001, 0b110, 0b010, 0b100])
    #expect(try labels.findings().isEmpty)
    let words = try SmallStudy.plain(
      "A,Q_a,Q_b,Q_c\n1,Yes,No,NA\n1,No,Yes,No\n1,No,No,Yes\n", codebook: codebook)
    #expect(try column(words).ticks == [0b001, 0b010, 0b100])
    #expect(try words.findings().isEmpty)
    // R writes NA wherever nothing is ticked.
    let open = try SmallStudy.plain(
      "A,Q_a,Q_b,Q_c\n1,NA,NA,NA\n1,NA,No,NA\n", codebook: codebook)
    #expect(try column(open).states == [.unreadable, .unreadable])
  }

  @Test(arguments: [
    ("No", "0"), ("No", "Not selected"), ("Nein", "nicht gewählt"), ("NA", "0"), ("Off", "0"),
    ("NA", "Off"), ("No", "-99"), ("No", "NA"), ("2", "0"), ("2", "No"), ("0", "No"), ("-99", "0"),
  ])
  func anOptionsOwnLabelIsItsTickBesideAnotherTextForNotTicked(label: String, no: String) throws {
    let codebook = Self.codebook(
      "{code: a, label: Mail}, {code: b, label: Phone}, {code: c, label: \"\(label)\"}")
    let study = try SmallStudy.plain(
      "A,Q_1,Q_2,Q_3\n1,Mail,\(no),\(no)\n1,\(no),Phone,\(no)\n1,\(no),\(no),\(label)\n1,Mail,\(no),\(label)\n",
      codebook: codebook)
    #expect(try column(study).ticks == [0b001, 0b010, 0b100, 0b101])
    #expect(try study.findings().isEmpty)
  }

  @Test func yesAndNoMayBeOptionsBesideAZero() throws {
    let codebook = Self.codebook("{code: a, label: \"Yes\"}, {code: b, label: \"No\"}")
    let study = try SmallStudy.plain("A,Q_1,Q_2\n1,Yes,0\n1,0,No\n1,0,0\n", codebook: codebook)
    #expect(try column(study).ticks == [0b01, 0b10, 0])
    #expect(try study.findings().isEmpty)
  }

  @Test(arguments: [
    "{code: \"1\", label: Lead}, {code: \"2\", label: Developer}",
    "{code: \"1\", label: \"Yes\"}, {code: \"2\", label: \"No\"}",
    "{code: a, label: Lead, aliases: [\"1\"]}, {code: b, label: Developer, aliases: [\"2\"]}",
    "{code: a, label: \"1\"}, {code: b, label: \"2\"}",
  ])
  func theOptionsOwnNumberIsItsTickBesideAZero(options: String) throws {
    let study = try SmallStudy.plain(
      "A,Q_1,Q_2\n1,1,0\n1,0,2\n1,1,2\n1,0,0\n", codebook: Self.codebook(options))
    #expect(try column(study).ticks == [0b01, 0b10, 0b11, 0])
    #expect(try study.findings().isEmpty)
  }

  /// The text stands in another column too, or no other column tells that labels are ticks.
  @Test(arguments: [
    "1,Mail,No\n1,No,No\n1,0,0\n", "1,0,No\n1,0,0\n1,0,No\n", "1,Mail,No\n1,0,No\n1,Mail,No\n",
  ])
  func anOwnLabelThatMayMeanNoIsAFinding(rows: String) throws {
    let codebook = Self.codebook("{code: a, label: Mail}, {code: b, label: \"No\"}")
    let study = try SmallStudy.plain("A,Q_1,Q_2\n\(rows)", codebook: codebook)
    #expect(try column(study).ticks.allSatisfy { $0 & 2 == 0 })
    #expect(try study.findings().map(\.code) == [.unmatchedAnswer])
  }

  @Test func whereTheToolWritesNoABlankResponseWasNotShownTheQuestion() throws {
    let study = try SmallStudy.plain(
      "A,Q_1,Q_2\n1,Yes,No\n1,No,No\n1,N/A,N/A\n1,,\n1,N/A,No\n", codebook: Self.codebook)
    #expect(
      try column(study).states == [
        .answered, .nothingTicked, .notShown, .notShown, .nothingTicked,
      ])
    let blank = try SmallStudy.plain("A,Q_1,Q_2\n1,Yes,\n1,,\n", codebook: Self.codebook)
    #expect(try column(blank).states == [.answered, .nothingTicked])
  }
}
