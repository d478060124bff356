import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct DeduplicationTests {
  static let codebook = SmallStudy.codebook(
    attributes: """
      {id: who, use: respondent}, {id: pair, use: pair}, {id: when, use: wave},
      {id: sent, use: submitted}, {id: done, use: finished}
      """, waves: "early, late")

  private func at(_ line: Int?) -> SurveyModel.SourceLocation { SmallStudy.at(line) }

  /// A study with these rows of answer, person, pair, wave, time and completeness.
  func study(_ rows: [String]) throws -> StudyFolder {
    try SmallStudy.plain(
      "A,who,pair,when,sent,done\n" + rows.map { $0 + "\n" }.joined(), codebook: Self.codebook)
  }

  @Test func theLastCompleteResponseIsKept() throws {
    let study = try study([
      "1,p,x,early,2025-01-02,yes", "2,p,x,early,2025-01-03,yes", "3,p,x,early,2025-01-04,no",
      "3,q,y,early,2025-01-01,yes",
    ])
    #expect(try study.answers() == ["2", "3"])
    #expect(try study.load().dataset.intake[0].leftOut == [.init(reason: .duplicate, count: 2)])
    #expect(
      try study.findings() == [
        Finding(
          .duplicateResponse, at: at(2), count: 2,
          "2 responses repeat a person, pair and wave (lines 2, 4); the last complete response of each is counted"
        )
      ])
  }

  @Test func theLastResponseIsKeptWhereNoneIsComplete() throws {
    let study = try study(["1,p,x,early,2025-01-03,no", "2,p,x,early,2025-01-02,no"])
    #expect(try study.answers() == ["1"])
    #expect(try study.findings().map(\.code) == [.duplicateResponse])
  }

  @Test(
    arguments: [
      ["1,p,x,early,2025-01-02,yes", "2,p,x,early,2025-01-02,yes"],
      ["1,p,x,early,2025-01-02,yes", "2,p,x,early,,yes"],
      ["1,p,x,early,,yes", "2,p,x,early,,yes"],
    ])
  func withoutALastTimeTheLastOfTheFileIsKeptAndReported(rows: [String]) throws {
    let study = try study(rows)
    #expect(try study.answers() == ["2"])
    #expect(
      try study.findings() == [
        Finding(
          .duplicateResponse, at: at(2),
          "1 response repeats a person, pair and wave; the last complete response of each is counted"
        ),
        Finding(
          .undecidedDuplicate, at: at(3),
          "1 repeated response has no timestamp that tells the last; the last in the file is counted, so check these lines"
        ),
      ])
  }

  @Test(
    arguments: [
      ["1,p,x,early,,yes", "2,p,y,early,,yes"],
      ["1,p,x,early,,yes", "2,p,x,late,,yes"],
      ["1,,x,early,,yes", "2,,x,early,,yes"],
      ["1,p,,early,,yes", "2,p,,early,,yes"],
    ])
  func anotherPairOrWaveOrAnUnknownPersonIsNoRepetition(rows: [String]) throws {
    #expect(try study(rows).answers() == ["1", "2"])
  }

  @Test func repetitionsAreFoundAcrossFiles() throws {
    let study = try StudyFolder(
      codebook: Self.codebook,
      sources: "[{file: a.csv, form: m, wave: early}, {file: b.csv, form: m, wave: early}]",
      files: [
        "a.csv": "A,who,pair,sent,done\n1,p,x,2025-01-09,yes\n2,q,y,2025-01-01,yes\n",
        "b.csv": "A,who,pair,sent,done\n3,p,x,2025-01-02,yes\n3,q,y,2025-01-02,yes\n",
      ])
    #expect(try study.answers() == ["1", "3"])
    let intake = try study.load().dataset.intake
    #expect(intake.map(\.keptCount) == [1, 1])
    #expect(
      try study.findings().map(\.location) == [
        SurveyModel.SourceLocation(file: "a.csv", line: 3),
        SurveyModel.SourceLocation(file: "b.csv", line: 2),
      ])
  }
}
