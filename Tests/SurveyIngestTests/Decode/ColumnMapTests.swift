import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct ColumnMapTests {
  private func at(_ line: Int?, _ column: Int? = nil) -> SurveyModel.SourceLocation {
    SmallStudy.at(line, column)
  }
  static let two = SmallStudy.codebook(
    items: """
      {id: A, stem: "I like A", response_scale: ag, columns: [Q1, QA]},
      {id: B, stem: "I like B", response_scale: ag}
      """)

  @Test(
    arguments: [
      ("n,A,B", ""), ("n,Q1,B", ""), ("n,QA,B", ""), ("n,V7,B", ", columns: {A: V7}"),
    ])
  func aColumnIsFoundByItsIDItsNamesOrTheStudysName(header: String, source: String) throws {
    let study = try SmallStudy.plain("\(header)\n1,3,1\n", codebook: Self.two, source: source)
    #expect(try study.answers(to: "A") == ["3"])
  }

  @Test func aColumnIsFoundByItsQuestionText() throws {
    let csv = SmallStudy.qualtrics(
      [("ResponseId", "Response ID"), ("Q5", "<b>I  like A</b>"), ("B", "I like B")],
      rows: ["R_1,3,1"])
    #expect(try SmallStudy.plain(csv, codebook: Self.two).answers(to: "A") == ["3"])
  }

  @Test func theStudysNameGoesBeforeTheCodebooks() throws {
    let study = try SmallStudy.plain(
      "n,A,V7,B\n1,3,1,1\n", codebook: Self.two, source: ", columns: {A: V7}")
    #expect(try study.answers(to: "A") == ["1"])
  }

  @Test func aMissingColumnIsReportedWithTheNearestName() throws {
    #expect(
      try SmallStudy.plain("num,Q1,BB\n1,3,1\n", codebook: Self.two).findings() == [
        Finding(
          .missingColumn, at: at(1), subject: "B",
          "no column for the item `B`; the nearest name is `BB`; write `columns: {B: BB}` at this source"
        )
      ])
  }

  @Test func aMissingColumnWithoutANearNameIsReportedWithWhatWasLookedFor() throws {
    #expect(
      try SmallStudy.plain("n,xyz,B\n1,3,1\n", codebook: Self.two, source: ", columns: {A: Score}")
        .findings() == [
          Finding(
            .missingColumn, at: at(1), subject: "A",
            "no column for the item `A` (looked for `Score`); write `columns: {A: NAME}` at this source, with the name it has"
          )
        ])
  }

  @Test(
    arguments: [
      "n,a,B", "n,\"A \",B", "n,\"q1\u{A0}\",B", "n,\u{FEFF}QA,B", "n,\"I  like\na\",B",
      "n,<b>Q1</b>,b",
    ])
  func aColumnIsFoundWhereItsNameDiffersInSpellingAlone(header: String) throws {
    let study = try SmallStudy.plain("\(header)\n1,3,1\n", codebook: Self.two)
    #expect(try study.answers(to: "A") == ["3"])
    #expect(try study.answers(to: "B") == ["1"])
  }

  @Test func similarNamesOfSeveralColumnsAreNotGuessed() throws {
    #expect(
      try SmallStudy.plain("n,a,\"A \",B\n1,3,1,2\n", codebook: Self.two).findings() == [
        Finding(
          .duplicateColumn, at: at(1), subject: "A",
          "2 columns have a name like `A` (columns 2, 3), and the item `A` needs one; write it as it stands in the file, or rename the others"
        )
      ])
    let named = try SmallStudy.plain(
      "n,a,\"A \",B\n1,3,1,2\n", codebook: Self.two, source: ", columns: {A: a}")
    #expect(try named.answers(to: "A") == ["3"])
  }

  /// `a` is another item's, whatever it looks like.
  @Test func aColumnThatSomethingElseIsReadFromIsNoSimilarOne() throws {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: ag}, {id: a, stem: T, response_scale: ag}")
    let findings = try SmallStudy.plain("n,a\n1,3\n", codebook: codebook).findings()
    #expect(findings.map(\.code) == [.missingColumn])
    #expect(findings.first?.subject == "A")
  }

  @Test func aNameThatYAMLNeedsInQuotesIsProposedInQuotes() throws {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: ag, columns: [\"I plan, and I do\"]}")
    #expect(
      try SmallStudy.plain("n,\"2. I plan, and I do\"\n1,3\n", codebook: codebook).findings()
        .map(\.message) == [
          "no column for the item `A` (looked for `A`, `I plan, and I do`); the nearest name is `2. I plan, and I do`; write `columns: {A: \"2. I plan, and I do\"}` at this source"
        ])
  }

  @Test func aFileWithOneLineForEachAnswerIsCalledSo() throws {
    let csv =
      "who,question,answer\n" + (1...4).map { "\($0),I like A,3\n\($0),I like B,1\n" }.joined()
    #expect(
      try SmallStudy.plain(csv, codebook: Self.two).findings() == [
        Finding(
          .missingColumn, at: at(1, 2), subject: "A", count: 2,
          "no column for the items `A`, `B`; column `question` holds the names of questions, so that the file has one line for each answer; export it with one line for each response and one column for each question"
        )
      ])
  }

  /// The question's id and its wording name the same question.
  @Test func oneLineForEachAnswerMayNameItsQuestionTwice() throws {
    let rows = (1...4).map { "\($0),A,I like A,3\n\($0),B,I like B,1\n" }.joined()
    let findings = try SmallStudy.plain("who,id,text,answer\n" + rows, codebook: Self.two)
      .findings()
    #expect(findings.map(\.count) == [2])
  }

  @Test func answersCalledAsItemsAreNoQuestions() throws {
    let findings = try SmallStudy.plain("n,X,Y\n1,A,B\n2,B,A\n3,A,B\n4,B,B\n", codebook: Self.two)
      .findings()
    #expect(findings.map(\.code) == [.missingColumn, .missingColumn])
    #expect(findings.allSatisfy { !$0.message.contains("names of questions") })
  }

  @Test func aColumnOfAnotherItemInOtherCapitalsIsNotProposed() throws {
    let findings = try SmallStudy.plain("person,a\n1,3\n", codebook: Self.two).findings()
    #expect(
      findings.map(\.message) == [
        "no column for the item `B`; write `columns: {B: NAME}` at this source, with the name it has"
      ])
  }

  @Test func anAnswerLikeAnItemIsNoHeader() throws {
    let findings = try SmallStudy.plain("n,best,x\n1,A,2\n2,none,3\n", codebook: Self.two)
      .findings()
    #expect(findings.map(\.code) == [.missingColumn, .missingColumn])
  }

  @Test func aRepeatedColumnIsReported() throws {
    #expect(
      try SmallStudy.plain("n,A,B,A\n1,3,1,2\n", codebook: Self.two).findings() == [
        Finding(
          .duplicateColumn, at: at(1), subject: "A",
          "2 columns are called `A`, and the item `A` needs one; rename the others")
      ])
  }

  @Test func aColumnOfAnUnknownItemIsReportedAtTheSource() throws {
    #expect(
      try SmallStudy.plain("n,A,B\n1,3,1\n", codebook: Self.two, source: ", columns: {C: n}")
        .findings() == [
          Finding(
            .unknownReference,
            at: SurveyModel.SourceLocation(file: "study.yaml", line: 4, column: 11),
            subject: "C",
            "`columns` of the source names `C`, which form `m` does not have; did you mean `A`?")
        ])
  }

  @Test func anItemOfAnotherWaveNeedsNoColumn() throws {
    let codebook = SmallStudy.codebook(
      items: """
        {id: A, stem: S, response_scale: ag}, {id: B, stem: S, response_scale: ag, ask_in: [late]}
        """, waves: "early, late")
    let early = try SmallStudy.plain("n,A\n1,3\n", codebook: codebook, source: ", wave: early")
    #expect(try early.answers(to: "B") == ["not_administered"])
    let late = try SmallStudy.plain("n,A\n1,3\n", codebook: codebook, source: ", wave: late")
    #expect(try late.findings().map(\.code) == [.missingColumn])
  }

  @Test func aColumnThatIsReadAsSomethingElseIsNotProposed() throws {
    let messages = try SmallStudy.plain("n,A\n1,3\n", codebook: Self.two).findings().map(\.message)
    #expect(messages.count == 1)
    #expect(!messages[0].contains("columns: {B: A}"))
  }

  @Test func aPlainColumnIsFoundByTheWordingInItsHeader() throws {
    let study = try SmallStudy.plain("n,I like A,B\n1,3,1\n", codebook: Self.two)
    #expect(try study.answers(to: "A") == ["3"])
  }

  @Test func columnsThatNothingReadsAreOneNote() throws {
    let study = try SmallStudy.plain("n,A,B,x\n1,3,1,9\n", codebook: Self.two)
    #expect(
      try study.findings(unread: true) == [
        Finding(
          .unusedColumn, at: at(1), count: 2,
          "2 columns are in the file and not in the codebook: `n`, `x`")
      ])
  }

  @Test func anAttributeMayBeLackingUnlessItIsRequiredOrNamed() throws {
    func findings(_ attribute: String, _ source: String = "") throws -> [FindingCode] {
      try SmallStudy.plain(
        "n,A\n1,3\n", codebook: SmallStudy.codebook(attributes: attribute), source: source
      ).findings().map(\.code)
    }
    #expect(try findings("{id: site}") == [.missingAttribute])
    #expect(try findings("{id: site, required: true}") == [.missingColumn])
    #expect(try findings("{id: agreed, use: consent}") == [.missingColumn])
    #expect(try findings("{id: site}", ", columns: {site: Place}") == [.missingColumn])
  }

  @Test func aFileOfTheOtherFormIsRefused() throws {
    let forms = Self.two.replacing(
      "forms:\n", with: "forms:\n  e: {items: [{id: C, stem: \"I like C\", response_scale: ag}]}\n")
    #expect(
      try SmallStudy.plain("n,C\n1,3\n", codebook: forms).findings() == [
        Finding(
          .wrongForm, at: at(1), subject: "m",
          "the study reads this file as form `m`, but its columns are those of form `e`; correct `form` or `file` of the source"
        )
      ])
  }
}
