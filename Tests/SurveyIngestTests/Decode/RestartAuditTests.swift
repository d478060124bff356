import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@Suite struct RestartAuditTests {
  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    waves: [fall, spring]
    response_scales:
      r: {kind: numeric, minimum: 1, maximum: 5}
    forms:
      m:
        items: [{id: A, stem: S, response_scale: r}, {id: B, stem: S2, response_scale: r}]
    attributes:
      - {id: who, use: respondent}
      - {id: at, use: submitted}
      - {id: site}
      - {id: age, kind: number}
    """

  /// Thirty responses; what a person says depends on `seed` only.
  static func file(
    year: Int, seed: (Int) -> Int = { $0 }, prefix: String = "", age: Int = 20
  ) -> String {
    "who,at,A,B,site,age\n"
      + (1...30).map { id in
        let person = seed(id)
        return
          "\(prefix)\(id),\(year)-05-\(id < 10 ? "0" : "")\(id) 10:00:00,\(person * 7 % 5 + 1),\(person / 3 % 5 + 1),s\(person * 11 % 3),\(age + person * 13 % 17)\n"
      }.joined()
  }

  /// Somebody else for each identifier.
  static func stranger(_ id: Int) -> Int { id * id % 31 + 100 }

  func study(_ first: String, _ second: String, waves: Bool = false) throws -> StudyFolder {
    func wave(_ id: String) -> String { waves ? ", wave: \(id)" : ", wave: fall" }
    return try StudyFolder(
      codebook: Self.codebook,
      sources:
        "[{file: a.csv, form: m\(wave("fall"))}, {file: b.csv, form: m\(wave("spring"))}]",
      files: ["a.csv": first, "b.csv": second])
  }

  static let place = SurveyModel.SourceLocation(file: "b.csv", line: 1, column: 1)

  @Test func differentPersonsWithOneIdentifierStopTheRun() throws {
    let study = try study(Self.file(year: 2024), Self.file(year: 2025, seed: Self.stranger))
    #expect(
      try study.findings().first { $0.severity == .fatal }
        == Finding(
          .restartedIdentifiers, at: Self.place, subject: "who", count: 30,
          "30 of 30 respondents of this file have the identifier of one in `a.csv`, but what is known of them agrees no more than between strangers, and all but one response of each would be left out; if identifiers begin again in each file, write the file's name before them in a copy, and if the same persons answered twice, give each source its `wave`"
        ))
  }

  @Test func overWavesTheyAreReported() throws {
    let study = try study(
      Self.file(year: 2024), Self.file(year: 2025, seed: Self.stranger), waves: true)
    #expect(
      try study.findings() == [
        Finding(
          .reusedIdentifiers, at: Self.place, subject: "who", count: 30,
          "30 of 30 respondents of this file have the identifier of one in `a.csv`, but what is known of them agrees no more than between strangers, and they count as the same persons; if identifiers begin again in each file, write the file's name before them in a copy"
        )
      ])
  }

  @Test func theSamePersonsInTwoWavesAreNoFinding() throws {
    let study = try study(
      Self.file(year: 2024), Self.file(year: 2025, age: 21), waves: true)
    #expect(try study.findings().isEmpty)
    #expect(try study.responses()?.personCount == 30)
  }

  @Test func overlappingExportsAreOrdinaryDuplicates() throws {
    let study = try study(Self.file(year: 2024), Self.file(year: 2024))
    #expect(
      Set(try study.findings().map(\.code)) == [.duplicateResponse, .undecidedDuplicate])
    let again = try self.study(Self.file(year: 2024), Self.file(year: 2025))
    #expect(try again.findings().map(\.code) == [.duplicateResponse])
  }

  @Test func identifiersOfTheirOwnAreNoFinding() throws {
    let study = try study(
      Self.file(year: 2024), Self.file(year: 2025, seed: Self.stranger, prefix: "b"))
    #expect(try study.findings().isEmpty)
    #expect(try study.responses()?.personCount == 60)
  }

  @Test func pairsThatBeginAgainWithOtherRespondentsAreReported() throws {
    let codebook = Self.codebook.replacing(
      "- {id: site}", with: "- {id: site, use: pair}")
    func file(_ prefix: String) -> String {
      "who,at,A,B,site,age\n"
        + (1...8).map { "\(prefix)\($0),2024-05-0\($0),1,2,p\($0),20\n" }.joined()
    }
    let study = try StudyFolder(
      codebook: codebook,
      sources: "[{file: a.csv, form: m, wave: fall}, {file: b.csv, form: m, wave: fall}]",
      files: ["a.csv": file("x"), "b.csv": file("y")])
    #expect(
      try study.findings().filter { $0.code == .reusedIdentifiers } == [
        Finding(
          .reusedIdentifiers,
          at: SurveyModel.SourceLocation(file: "b.csv", line: 1, column: 5), subject: "site",
          count: 8,
          "8 of 8 pairs of this file have the identifier of one in `a.csv` and other respondents, and they count as the same pairs; if identifiers begin again in each file, write the file's name before them in a copy"
        )
      ])
  }

  /// Nothing but ticks, and an item that everybody answers alike.
  @Test(arguments: [(true, FindingCode.restartedIdentifiers), (false, .duplicateResponse)])
  func ticksTellPersonsApart(areStrangers: Bool, code: FindingCode) throws {
    func file(_ year: Int, _ seed: (Int) -> Int) -> String {
      "who,at,A,Q_x,Q_y\n"
        + (1...24).map { id in
          let person = seed(id)
          return
            "\(id),\(year)-05-\(id < 10 ? "0" : "")\(id),1,\(person % 2),\(person / 2 % 3 == 0 ? 1 : 0)\n"
        }.joined()
    }
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: r}",
      more:
        "multi_select: [{id: Q, stem: S, options: [{code: x, label: X}, {code: y, label: Y}]}]",
      attributes: "{id: who, use: respondent}, {id: at, use: submitted}")
    let study = try StudyFolder(
      codebook: codebook, sources: "[{file: a.csv, form: m}, {file: b.csv, form: m}]",
      files: [
        "a.csv": file(2024) { $0 }, "b.csv": file(2025) { areStrangers ? $0 * 5 % 23 + 3 : $0 },
      ])
    #expect(try study.findings().contains { $0.code == code })
    #expect(
      try study.findings().contains { $0.code == .restartedIdentifiers } == areStrangers)
  }
}
