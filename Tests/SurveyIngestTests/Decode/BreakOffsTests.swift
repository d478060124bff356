import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct BreakOffsTests {
  private static let items =
    ["A", "B", "C"].map { "{id: \($0), stem: \"I like \($0)\", response_scale: ag}" }
    .joined(separator: ", ")
  private static let codebook = SmallStudy.codebook(items: items)

  /// An export of a tool that says of each response whether it was finished. Where it is `marked`,
  /// `-99` in a row more tells that empty cells were not shown.
  private func study(
    _ rows: [String], marked: Bool, codebook: String = codebook, order: [String] = ["A", "B", "C"]
  ) throws -> StudyFolder {
    let columns =
      [("ResponseId", "Response ID"), ("Finished", "Finished")]
      + order.map { ($0, "I like \($0)") }
    let more = marked ? ["R_9,True,-99,-99,-99"] : []
    return try SmallStudy.plain(
      SmallStudy.qualtrics(columns, rows: rows.enumerated().map { "R_\($0),\($1)" } + more),
      codebook: codebook)
  }

  private func reasons(_ row: String, marked: Bool) throws -> [String] {
    let study = try study([row], marked: marked)
    return try ["A", "B", "C"].map { try study.answers(to: $0)[0] }
  }

  @Test(arguments: [true, false], ["False", "0", "FALSE"])
  func blankAfterTheLastAnswerIsBrokenOffInEveryFile(marked: Bool, word: String) throws {
    #expect(
      try reasons("\(word),3,,", marked: marked) == ["3", "broken_off", "broken_off"])
    #expect(try reasons("\(word),3,2,", marked: marked) == ["3", "2", "broken_off"])
    #expect(try reasons("\(word),3,2,1", marked: marked) == ["3", "2", "1"])
  }

  @Test(arguments: [(true, "not_administered"), (false, "skipped")])
  func aFinishedResponseHasNone(marked: Bool, reason: String) throws {
    #expect(try reasons("True,3,,", marked: marked) == ["3", reason, reason])
  }

  @Test(arguments: [(true, "not_administered"), (false, "skipped")])
  func blankBeforeTheLastAnswerStaysWhatItWas(marked: Bool, reason: String) throws {
    #expect(try reasons("False,,2,", marked: marked) == [reason, "2", "broken_off"])
    #expect(try reasons("False,,,2", marked: marked) == [reason, reason, "2"])
  }

  @Test(arguments: [true, false]) func whoeverAnsweredNothingWasAskedEverything(marked: Bool) throws
  {
    #expect(
      try reasons("False,,,", marked: marked) == ["broken_off", "broken_off", "broken_off"])
  }

  @Test(arguments: [
    ("-99", "skipped"), ("Does not apply", "not_applicable"), ("9", "refused"),
    ("nonsense", "unreadable"),
  ])
  func aCodeShowsThatTheRespondentGotThere(cell: String, reason: String) throws {
    let reasons = try reasons("False,,\(cell),", marked: true)
    #expect(reasons == ["not_administered", reason, "broken_off"])
  }

  @Test(arguments: ["\"\"", "NA", " ", ".", "NaN"])
  func whatSoftwareWritesForABlankIsABlank(cell: String) throws {
    #expect(
      try reasons("False,3,\(cell),\(cell)", marked: false) == ["3", "broken_off", "broken_off"])
  }

  @Test func theOrderIsThatOfTheColumns() throws {
    let study = try study(["False,2,,"], marked: true, order: ["C", "A", "B"])
    #expect(try study.answers(to: "C") == ["2", "skipped"])
    #expect(try study.answers(to: "A") == ["broken_off", "skipped"])
  }

  @Test(arguments: [
    (["C", "A", "B"], "False", true), (["A", "B", "C"], "False", false),
    (["C", "A", "B"], "True", false),
  ])
  func anotherOrderIsNamedWhereSomebodyBrokeOff(order: [String], finished: String, isNamed: Bool)
    throws
  {
    let study = try study(["\(finished),2,,"], marked: false, order: order)
    let found = try study.findings().filter { $0.code == .columnOrder }
    #expect(found.count == (isNamed ? 1 : 0))
    #expect(!isNamed || found[0].message.hasPrefix("1 response was not finished, and the columns"))
  }

  @Test func whoWasNotToBeAskedWasNotAsked() throws {
    let codebook = SmallStudy.codebook(
      items:
        "{id: A, stem: S, response_scale: ag}, {id: B, stem: T, response_scale: ag, ask_in: [late]}, {id: C, stem: U, response_scale: ag, ask_if: {attribute: how, is: [x]}}",
      attributes: "{id: how, kind: category}, {id: done, use: finished}", waves: "early, late")
    let study = try SmallStudy.plain(
      "A,B,C,how,done\n3,,,y,no\n3,,,x,no\n", codebook: codebook, source: ", wave: early")
    #expect(try study.answers(to: "B") == ["not_administered", "not_administered"])
    #expect(try study.answers(to: "C") == ["not_administered", "broken_off"])
  }

  @Test func anItemWithoutAColumnWasNotAsked() throws {
    let codebook = SmallStudy.codebook(
      items:
        "{id: A, stem: S, response_scale: ag}, {id: B, stem: T, response_scale: ag, ask_in: [late]}",
      attributes: "{id: done, use: finished}", waves: "early, late")
    let study = try SmallStudy.plain("A,done\n,no\n", codebook: codebook, source: ", wave: early")
    #expect(try study.answers(to: "A") == ["broken_off"])
    #expect(try study.answers(to: "B") == ["not_administered"])
  }

  @Test func anAttributeIsNoAnswerAndAnOpenQuestionIs() throws {
    let codebook = SmallStudy.codebook(
      items: Self.items, more: "open: [{id: O, stem: Say}]",
      attributes: "{id: done, use: finished}, {id: site, kind: category}")
    let study = try SmallStudy.plain(
      "done,A,B,C,O,site\nno,3,,,,North\nno,3,,,because,North\nno,3,2,1,,North\n",
      codebook: codebook)
    #expect(try study.answers(to: "C") == ["broken_off", "skipped", "1"])
  }

  @Test func aRowThatIsTooShortIsUnreadableStill() throws {
    let codebook = SmallStudy.codebook(
      items: Self.items, attributes: "{id: done, use: finished}")
    let study = try SmallStudy.plain("done,A,B,C\nno,3,\nno,3,,\n", codebook: codebook)
    #expect(try study.answers(to: "B") == ["broken_off", "broken_off"])
    #expect(try study.answers(to: "C") == ["unreadable", "broken_off"])
  }

  @Test func withoutAWordOnTheEndBlanksAreSkipped() throws {
    let columns = [("ResponseId", "Response ID")] + ["A", "B"].map { ($0, "I like \($0)") }
    let items = "{id: A, stem: S, response_scale: ag}, {id: B, stem: T, response_scale: ag}"
    for mark in ["-99", ""] {
      let study = try SmallStudy.plain(
        SmallStudy.qualtrics(columns, rows: ["R_1,3,", "R_2,3,\(mark)"]),
        codebook: SmallStudy.codebook(items: items))
      #expect(try study.answers(to: "B") == ["skipped", "skipped"], "mark \(mark)")
    }
  }

  @Test func aCodeOfTheCodebookMayMeanBrokenOff() throws {
    let codebook = SmallStudy.codebook(items: Self.items).replacing(
      "reason: refused}",
      with: "reason: refused}\n      - {code: -8, label: Left, reason: broken_off}")
    let study = try SmallStudy.plain("A,B,C\n3,-8,-8\n", codebook: codebook)
    #expect(try study.answers(to: "C") == ["broken_off"])
  }
}

@Suite struct BreakOffQuestionsTests {
  private static let codebook = SmallStudy.codebook(
    items: "{id: A, stem: S, response_scale: ag}, {id: B, stem: T, response_scale: ag}",
    more:
      "multi_select: [{id: Q, stem: Which, options: [{code: x, label: X}, {code: y, label: Y}]}]",
    attributes: "{id: done, use: finished}")

  private func states(_ csv: String) throws -> [MultiSelectColumn.State] {
    let study = try SmallStudy.plain(csv, codebook: Self.codebook)
    return try study.responses()?.multiSelects["Q"]?.states ?? []
  }

  @Test func nothingTickedAfterTheLastAnswerIsBrokenOff() throws {
    #expect(
      try states("done,A,B,Q_x,Q_y\nno,3,,,\nno,3,2,,\nyes,3,2,,\nno,3,,,1\n")
        == [.brokenOff, .brokenOff, .nothingTicked, .answered])
  }

  @Test func zerosAreNoSignWhereToolsWriteThemForEverybody() throws {
    #expect(
      try states("done,A,B,Q_x,Q_y\nno,3,,0,0\nyes,3,2,0,0\n") == [.brokenOff, .nothingTicked])
  }

  @Test func aJoinedCellIsReadAlike() throws {
    #expect(
      try states("done,A,B,Q\nno,3,,\nno,3,,\"X,Y\"\nyes,3,,\n")
        == [.brokenOff, .answered, .nothingTicked])
  }

  @Test(arguments: [true, false]) func marksOfWhatWasSeenDecide(marked: Bool) throws {
    let columns = [
      ("Finished", "Finished"), ("A", "S"), ("Q_1", "Which - X"), ("Q_2", "Which - Y"), ("B", "T"),
    ]
    let more = marked ? ["True,3,-99,-99,2", "False,3,-99,-99,"] : ["True,3,,,2"]
    let csv = SmallStudy.qualtrics(columns, rows: ["False,3,,,"] + more)
    #expect(
      try states(csv)
        == (marked ? [.brokenOff, .nothingTicked, .nothingTicked] : [.brokenOff, .nothingTicked]))
  }

  @Test func aTickShowsThatTheRespondentGotThere() throws {
    let study = try SmallStudy.plain(
      "done,A,B,Q_x,Q_y\nno,3,,1,\n", codebook: Self.codebook)
    #expect(try study.answers(to: "B") == ["skipped"])
  }
}
