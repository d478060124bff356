import SurveyModel
import Testing
import TestSupport

@testable import SurveyIngest

@Suite struct JoinedColumnReaderTests {
  static func codebook(_ options: String) -> String {
    SmallStudy.codebook(more: "multi_select: [{id: Q, stem: Topics, options: [\(options)]}]")
  }

  static let topics = codebook(
    "{code: exams, label: Exams}, {code: jobs, label: Jobs}, {code: life, label: Life outside}")

  func column(_ study: StudyFolder) throws -> MultiSelectColumn {
    try #require(try study.responses()?.multiSelects["Q"])
  }

  @Test func codesMayBeJoinedByBlanks() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,exams jobs life\n1,exams\n1,jobs  exams\n1,jobs other\n1,\n", codebook: Self.topics)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .answered, .answered, .nothingTicked],
          ticks: [0b111, 0b001, 0b011, 0b010, 0]))
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(5, 2), subject: "Q",
          "question `Q` has 1 answer with a part that no option matches; add the wording to the aliases of an option or correct the rows"
        )
      ])
    let numbers = Self.codebook("{code: \"1\", label: Exams}, {code: \"12\", label: Jobs}")
    let coded = try SmallStudy.plain("A,Q\n1,1 12\n1,12\n1,1\n", codebook: numbers)
    #expect(try column(coded).ticks == [0b11, 0b10, 0b01])
  }

  @Test func blanksOfAPersonsOwnWordsCutNothing() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Exams,Life outside\"\n1,my jobs\n1,life outside\n", codebook: Self.topics)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .unreadable, .answered], ticks: [0b101, 0, 0b100]))
    let spaced = Self.codebook("{code: exams, label: Exams}, {code: \"new jobs\", label: Jobs}")
    let cut = try SmallStudy.plain("A,Q\n1,exams new jobs\n", codebook: spaced)
    #expect(try column(cut).states == [.unreadable])
  }

  @Test(arguments: [",", ", ", ";", "; ", "|", " | "])
  func anUnknownPartLeavesTheKnownOnes(separator: String) throws {
    let cells = ["Exams", "Jobs"].joined(separator: separator)
    let study = try SmallStudy.plain(
      "A,Q\n1,\"\(cells)\"\n1,\"Exams\(separator)my aunt\"\n1,\"my aunt\(separator)Jobs\(separator)\"\n1,my aunt\n",
      codebook: Self.topics)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .answered, .unreadable], ticks: [0b11, 0b01, 0b10, 0]))
    #expect(try study.findings().map(\.count) == [3])
  }

  @Test func aCellThatCanBeCutInSeveralWaysIsUnreadable() throws {
    let codebook = Self.codebook(
      "{code: a, label: \"Mail, chat\"}, {code: b, label: \"Mail, chat, phone\"}, {code: c, label: Phone}"
    )
    let study = try SmallStudy.plain(
      "A,Q\n1,\"Mail, chat, Phone\"\n1,\"Mail, chat, phone\"\n1,\"MAIL, CHAT, PHONE\"\n",
      codebook: codebook)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .unreadable], ticks: [0b101, 0b010, 0]))
    #expect(
      try study.findings() == [
        Finding(
          .ambiguousCell, at: SmallStudy.at(4, 2), subject: "Q",
          "question `Q` has 1 cell that can be read as different options; these responses are left out of the question, so export one column for each option, or change a label"
        )
      ])
  }

  @Test func theSignThatTheOtherCellsUseCutsTheUnclearOnes() throws {
    let codebook = Self.codebook(
      "{code: a, label: Mail}, {code: b, label: Chat}, {code: ab, label: \"Mail, Chat\"}")
    let semicolons = try SmallStudy.plain(
      "A,Q\n1,Mail;Chat\n1,\"Mail, Chat\"\n1,Chat\n", codebook: codebook)
    #expect(try column(semicolons).ticks == [0b011, 0b100, 0b010])
    #expect(try semicolons.findings().isEmpty)
    let alone = try SmallStudy.plain("A,Q\n1,\"Mail, Chat\"\n1,Chat\n", codebook: codebook)
    #expect(try column(alone).states == [.unreadable, .answered])
    #expect(try alone.findings().map(\.code) == [.ambiguousCell])
  }

  @Test func aNumberAmongLabelsIsNoPlace() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,Exams\n1,\"Exams, Jobs\"\n1,3\n1,\"Jobs, 3\"\n", codebook: Self.topics)
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .unreadable, .answered], ticks: [0b01, 0b11, 0, 0b10]))
    #expect(
      try study.findings() == [
        Finding(
          .unmatchedAnswer, at: SmallStudy.at(4, 2), subject: "Q", count: 2,
          "question `Q` has 2 answers with a part that no option matches (lines 4, 5); where the survey gives its options numbers, write these as their codes or aliases"
        )
      ])
    let numbers = try SmallStudy.plain("A,Q\n1,1\n1,\"1, 3\"\n1,NA\n", codebook: Self.topics)
    #expect(try column(numbers).ticks == [0b001, 0b101, 0])
    #expect(try numbers.findings().isEmpty)
  }

  @Test(arguments: [
    ("\"1, B\"", "{code: x, label: A}, {code: y, label: B}, {code: z, label: \"1, B\"}"),
    (
      "\"1,5 hours\"",
      "{code: x, label: 1 hour}, {code: y, label: 5 hours}, {code: z, label: \"1,5 hours\"}"
    ),
    (
      "\"1, 2 or 3 times\"",
      "{code: x, label: Never}, {code: y, label: 2 or 3 times}, {code: z, label: \"1, 2 or 3 times\"}"
    ),
  ])
  func aNumberInALabelIsNoPlace(cell: String, options: String) throws {
    let study = try SmallStudy.plain("A,Q\n1,\(cell)\n", codebook: Self.codebook(options))
    #expect(try column(study).ticks == [0b100])
    #expect(try study.findings().isEmpty)
  }

  @Test func anOptionThatIsCalledLikeAMissingTokenIsThatOption() throws {
    let study = try SmallStudy.plain(
      "A,Q\n1,NA\n1,\"EU,NA\"\n1,n/a\n1,-99\n",
      codebook: Self.codebook("{code: eu, label: EU}, {code: na, label: NA}"))
    #expect(
      try column(study)
        == MultiSelectColumn(
          states: [.answered, .answered, .nothingTicked, .nothingTicked],
          ticks: [0b10, 0b11, 0, 0]))
  }
}
