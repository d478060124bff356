import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct MultiSelectDecoderTests {
  static let codebook = SmallStudy.codebook(
    more: """
      multi_select:
            - id: Q
              stem: Roles
              options:
                - {code: coach, label: Coach}
                - {code: guide, label: "Guide, friend"}
                - {code: none, label: "None of these", exclusive: true}
      """)

  func column(_ study: StudyFolder) throws -> MultiSelectColumn? {
    try study.responses()?.multiSelects["Q"]
  }

  @Test func splitColumnsAreTickedByAYesOrTheOptionsOwnText() throws {
    let study = try SmallStudy.plain(
      "A,Q_coach,Q_guide,Q_none\n1,1,0,\n1,Coach,\"Guide, friend\",NA\n1,no,FALSE,0\n1,,,yes\n",
      codebook: Self.codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .nothingTicked, .answered],
          ticks: [0b001, 0b011, 0, 0b100]))
    #expect(try study.findings().isEmpty)
  }

  @Test func formToolsPartAnswersBySemicolons() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Guide, friend;Coach\"\n1,Coach; coach\n1,Coach;my aunt\n", codebook: Self.codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .answered], ticks: [0b011, 0b001, 0b001]))
    #expect(try study.findings().map(\.code) == [.unmatchedAnswer])
    #expect(try study.findings().first?.location == SmallStudy.at(4, 2))
  }

  @Test func joinedAnswersAreTakenApartAgainstTheOptions() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Guide, friend,Coach\"\n1,\n1,coach\n1,\"my aunt\"\n1,\"Coach,my aunt\"\n",
      codebook: Self.codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .nothingTicked, .answered, .unreadable, .answered],
          ticks: [0b011, 0, 0b001, 0, 0b001]))
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(5, 2), subject: "Q", count: 2,
          "question `Q` has 2 answers with a part that no option matches (lines 5, 6); add the wording to the aliases of an option or correct the rows"
        )
      ])
  }

  @Test func joinedNumbersArePlacesWhereNoOptionIsANumber() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"1,2\"\n1,3\n1,\"2, 1\"\n1,\n", codebook: Self.codebook)
    #expect(try column(study)?.ticks == [0b011, 0b100, 0b011, 0])
    let mixed = try SmallStudy.plain("A,Q\n1,\"1,2\"\n1,aunt\n", codebook: Self.codebook)
    #expect(try column(mixed)?.states == [.unreadable, .unreadable])
  }

  @Test(arguments: ["4", "0", "\"1,10\"", "-1"])
  func noJoinedNumberIsAPlaceWhereOneOfThemCanNotBe(cell: String) throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"1,2\"\n1,Coach\n1,\(cell)\n", codebook: Self.codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.unreadable, .answered, .unreadable], ticks: [0, 0b001, 0]))
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(2, 2), subject: "Q", count: 2,
          "question `Q` has 2 answers with a part that no option matches (lines 2, 4); where the survey gives its options numbers, write these as their codes or aliases"
        )
      ])
  }

  @Test func aJoinedPartLikeALabelIsShownWithIt() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Coch,None of these\"\n1,Coch\n1,my aunt\n", codebook: Self.codebook)
    #expect(try column(study)?.states == [.answered, .unreadable, .unreadable])
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(2, 2), subject: "Q", count: 2,
          "question `Q` has the part \"Coch\" 2 times, which no option matches (lines 2, 3); add it to the aliases of \"Coach\" if it means that"
        ),
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(4, 2), subject: "Q",
          "question `Q` has 1 answer with a part that no option matches; add the wording to the aliases of an option or correct the rows"
        ),
      ])
  }

  @Test(arguments: ["Q", "Q_coach,Q_guide,Q_none"])
  func whatARowThatIsTooShortTickedIsUnreadable(columns: String) throws {
    let cells = columns == "Q" ? "Coach" : "1,,"
    let short = columns == "Q" ? "1" : "1,1"
    let study = try SmallStudy.plain(
      "A,\(columns)\n1,\(cells)\n\(short)\n", codebook: Self.codebook)
    #expect(
      try column(study) == MultiSelectColumn(states: [.answered, .unreadable], ticks: [1, 0]))
    #expect(try study.findings().map(\.code) == [.raggedRow])
  }

  @Test func aSpreadsheetsErrorIsNoTick() throws {
    let split = try SmallStudy.plain(
      "A,Q_coach,Q_guide,Q_none\n1,#NAME?,1,\n1,1,,\n", codebook: Self.codebook)
    #expect(
      try column(split) == MultiSelectColumn(states: [.unreadable, .answered], ticks: [0, 1]))
    #expect(
      try split.findings() == [
        Finding(
          .spreadsheetDamage, at: SmallStudy.at(2, 2), subject: "Q",
          "question `Q` has 1 cell that a spreadsheet turned into a date, an error value or a shortened number; export the file again and don't save it in a spreadsheet"
        )
      ])
    let joined = try SmallStudy.plain("A,Q\n1,2-Jan\n1,Coach\n", codebook: Self.codebook)
    #expect(try column(joined)?.states == [.unreadable, .answered])
    #expect(try joined.findings().map(\.code) == [.spreadsheetDamage])
  }

  @Test func anExclusiveOptionWithOthersIsReportedAndCounted() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Coach,None of these\"\n", codebook: Self.codebook)
    #expect(try column(study)?.ticks == [0b101])
    #expect(
      try study.findings() == [
        Finding(
          .exclusiveOption, at: SmallStudy.at(2, 2), subject: "Q",
          "question `Q` has an exclusive option ticked together with others once; the answers are counted as they stand"
        )
      ])
  }

  @Test func anOptionWithoutAColumnStopsTheRunAndAColumnWithoutAnOptionIsNamed() throws {
    let study = try SmallStudy.plain(
      "A,Q_coach,Q_none,Q_boss\n1,1,0,1\n", codebook: Self.codebook)
    #expect(
      try study.findings() == [
        Finding(
          .missingColumn, at: SmallStudy.at(1), subject: "Q",
          "question `Q` has no column for the option `guide` (looked for `Q_guide`); correct its label or code in the codebook"
        ),
        Finding(
          .unusedColumn, at: SmallStudy.at(1, 4), subject: "Q",
          "column `Q_boss` looks like an option of `Q` that the codebook lacks; it is not read"),
      ])
  }

  /// REDCap's names: the right words, and only these.
  @Test func columnsOfWhichNoneFitsAnOptionAreNamedWithWhatWasLookedFor() throws {
    let study = try SmallStudy.plain(
      "A,Q___coach,Q___guide,Q___none\n1,1,0,1\n", codebook: Self.codebook)
    #expect(
      try study.findings() == [
        Finding(
          .missingColumn, at: SmallStudy.at(1), subject: "Q",
          "question `Q` has no column for the option `coach`, `guide`, `none` (looked for `Q_coach`, `Q_guide`, `Q_none`); `Q___coach`, `Q___guide`, `Q___none` begin with its name and match no option, so rename each in a copy of the file to `Q_` and the code of its option"
        )
      ])
  }

  @Test(arguments: [
    "Q/coach,Q/guide", "Q[coach],Q[guide]", "Q [Coach],Q [Guide]", "q.coach,q.guide",
  ])
  func columnsThatBeginWithItsNameAreNamed(columns: String) throws {
    let names = columns.split(separator: ",").map { "`\($0)`" }.joined(separator: ", ")
    let message = try #require(
      try SmallStudy.plain("A,\(columns)\n1,1,0\n", codebook: Self.codebook).findings().first
    ).message
    #expect(
      message.hasSuffix(
        "; \(names) begin with its name and can't be read as they are called; rename them in a copy of the file, each to `Q_` and the code of its option"
      ), "\(message)")
  }

  @Test func theNamesOfItsColumnsMayDifferInSpelling() throws {
    let study = try SmallStudy.plain(
      "A,q_coach,\"Q_guide \",Q_NONE\n1,1,0,0\n", codebook: Self.codebook)
    #expect(try column(study)?.ticks.first.map { $0 & 1 } == 1)
  }

  @Test func aQuestionWithoutAColumnIsReported() throws {
    #expect(
      try SmallStudy.plain("num,A\n1,1\n", codebook: Self.codebook).findings() == [
        Finding(
          .missingColumn, at: SmallStudy.at(1), subject: "Q",
          "no column for the multi-select question `Q` (looked for `Q`, or one column for each option such as `Q_coach`); write `columns: {Q: NAME}` at this source, with the name it has"
        )
      ])
  }

  @Test(arguments: ["-99,-99,-99", "0,0,0"]) func aRowWithoutAMarkWasNotShown(mark: String) throws {
    let columns = [
      ("ResponseId", "Response ID"), ("A", "I like A"), ("Q_1", "Roles - Coach"),
      ("Q_2", "Roles - Guide, friend"), ("Q_3", "Roles - None of these"),
    ]
    let marked = SmallStudy.qualtrics(columns, rows: ["R_1,1,1,,", "R_2,1,\(mark)", "R_3,1,,,"])
    #expect(
      try column(SmallStudy.plain(marked, codebook: Self.codebook))?.states
        == [.answered, .nothingTicked, .notShown])
    let unmarked = SmallStudy.qualtrics(columns, rows: ["R_1,1,1,,", "R_3,1,,,"])
    #expect(
      try column(SmallStudy.plain(unmarked, codebook: Self.codebook))?.states
        == [.answered, .nothingTicked])
  }

  @Test func aQuestionOfAnotherWaveWasNotShown() throws {
    let codebook = SmallStudy.codebook(
      more: "multi_select: [{id: Q, stem: S, ask_in: [late], options: [{code: x, label: X}]}]",
      attributes: "{id: when, use: wave}", waves: "early, late")
    let study = try SmallStudy.plain("A,when,Q\n1,early,X\n1,late,X\n1,late,\n", codebook: codebook)
    #expect(try column(study)?.states == [.notShown, .answered, .nothingTicked])
    #expect(try column(study)?.ticks == [0, 1, 0])
  }
}
