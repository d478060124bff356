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

  func study(
    _ first: String, _ second: String, waves: Bool = false, codebook: String = codebook
  ) throws -> StudyFolder {
    func wave(_ id: String) -> String { waves ? ", wave: \(id)" : ", wave: fall" }
    return try StudyFolder(
      codebook: codebook,
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

  /// Two parts of one file below each other; the second has no header of its own.
  static func pasted(_ first: String, _ second: String) -> String {
    first + second.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
  }

  func study(_ content: String) throws -> StudyFolder {
    try StudyFolder(
      codebook: Self.codebook, sources: "[{file: b.csv, form: m, wave: fall}]",
      files: ["b.csv": content])
  }

  @Test func identifiersThatBeginAgainWithinAFileStopTheRun() throws {
    let study = try study(
      Self.pasted(Self.file(year: 2024), Self.file(year: 2025, seed: Self.stranger)))
    #expect(
      try study.findings().first { $0.severity == .fatal }
        == Finding(
          .restartedIdentifiers,
          at: SurveyModel.SourceLocation(file: "b.csv", line: 32, column: 1), subject: "who",
          count: 30,
          "30 of 30 respondents from this line on have the identifier of one above, but what is known of them agrees no more than between strangers, and all but one response of each would be left out; if identifiers begin again where files were put together, write the part's name before them in a copy, and if the same persons answered twice, give each part its `wave`"
        ))
  }

  @Test func aFileThatWasPastedTwiceHasOrdinaryDuplicates() throws {
    let study = try study(Self.pasted(Self.file(year: 2024), Self.file(year: 2025)))
    #expect(try study.findings().map(\.code) == [.duplicateResponse])
  }

  /// Every second person sends the form again with other answers: at once, or at some later time.
  @Test(arguments: [false, true])
  func doubleSubmissionsWithinAFileAreOrdinary(areLater: Bool) throws {
    let again = Self.file(year: 2025, seed: Self.stranger).split(separator: "\n").dropFirst()
    let first = Self.file(year: 2024).split(separator: "\n")
    var lines: [Substring] = []
    for (place, line) in first.enumerated() {
      lines.append(line)
      guard place > 0 else { continue }
      let other = areLater ? place * 2 - 11 : place
      if place % 2 == 0, (1..<30).contains(other) { lines.append(Array(again)[other - 1]) }
    }
    let study = try study(lines.map { $0 + "\n" }.joined())
    #expect(try study.findings().map(\.code) == [.duplicateResponse])
  }

  /// Over waves an attribute may change: for everybody, or at random.
  @Test(arguments: ["grows", "random", "turns"])
  func anAttributeThatChangesIsNoProof(how: String) throws {
    func first(_ person: Int) -> Int { how == "grows" ? person % 4 + 1 : person % 2 }
    func second(_ person: Int) -> Int {
      switch how {
      case "grows": person % 4 + 2
      case "random": person / 2 % 2
      default: (person + 1) % 2
      }
    }
    func file(_ value: (Int) -> Int) -> String {
      var text = "who,at,A,B,site,age\n"
      for person in 1...30 {
        let day = person < 10 ? "0\(person)" : "\(person)"
        text += "\(person),2024-05-\(day),1,2,s\(value(person)),20\n"
      }
      return text
    }
    let study = try study(file(first), file(second), waves: true)
    #expect(!(try study.findings().contains { $0.code == .reusedIdentifiers }))
  }

  /// Everybody is in another age group, and the oldest in the youngest: time does not do that.
  @Test(arguments: [false, true])
  func aFactThatDisagreesForEverybodyIsProof(waves: Bool) throws {
    let codebook = Self.codebook.replacing(
      "stem: S, response_scale: r", with: "stem: S, response_scale: r, level: person")
    func file(_ shift: Int) -> String {
      var text = "who,at,A,B,site,age\n"
      for person in 1...30 {
        let day = person < 10 ? "0\(person)" : "\(person)"
        text += "\(person),\(2024 + shift)-05-\(day),\((person + shift) % 3 + 1),2,s,20\n"
      }
      return text
    }
    let study = try study(file(0), file(1), waves: waves, codebook: codebook)
    #expect(
      try study.findings().contains {
        $0.code == (waves ? .reusedIdentifiers : .restartedIdentifiers)
      })
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
