import Testing

@testable import SurveyIngest
import SurveyModel

@Suite struct JoinedAnswersTests {
  @Test(
    arguments: [
      ("Teacher", [0], []),
      ("Teacher,Coach", [0, 1], []),
      ("coach, TEACHER", [0, 1], []),
      ("1,3", [0, 2], []),
      ("Rotas, clinics and nights,Coach", [1, 2], []),
      ("Coach,Rotas, clinics and nights", [1, 2], []),
      ("Coach,Coach", [1], []),
      ("", [], []),
      ("Coaching", [], ["Coaching"]),
      ("Coach,my aunt, and my uncle,Teacher", [0, 1], ["my aunt, and my uncle"]),
      ("my aunt,Teacher", [0], ["my aunt"]),
      ("Teacher,,Coach,", [0, 1], []),
    ] as [(String, [Int], [String])])
  func knownOptionsAreTakenAndTheRestIsReported(
    text: String, options: [Int], unknown: [String]
  ) {
    let all = [
      MultiSelectOption(code: "1", label: "Teacher"),
      MultiSelectOption(code: "2", label: "Coach"),
      MultiSelectOption(code: "3", label: "Rotas, clinics and nights"),
    ]
    #expect(
      JoinedAnswers.split(text, options: all)
        == JoinedAnswers(options: options, unknown: unknown))
  }

  @Test func aReadingThatKnowsEveryPartGoesBeforeTheLongestMatch() {
    let all = [
      MultiSelectOption(code: "a", label: "A"), MultiSelectOption(code: "ab", label: "A, B"),
      MultiSelectOption(code: "bc", label: "B, C"),
    ]
    #expect(
      JoinedAnswers.split("A, B, C", options: all) == JoinedAnswers(options: [0, 2], unknown: []))
  }

  @Test(arguments: [
    ("2", [1], []), ("2,1", [0, 1], []), ("y,1", [0, 1], []), ("3,1", [0], ["3"]),
  ])
  func aNumberIsAPlaceWhereNoOptionIsANumber(text: String, options: [Int], unknown: [String]) {
    let all = [MultiSelectOption(code: "x", label: "X"), MultiSelectOption(code: "y", label: "Y")]
    #expect(
      JoinedAnswers.split(text, options: all) == JoinedAnswers(options: options, unknown: unknown))
  }

  @Test func aNumberIsACodeWhereAnOptionIsANumber() {
    let all = [
      MultiSelectOption(code: "2", label: "X"), MultiSelectOption(code: "other", label: "Y"),
    ]
    #expect(JoinedAnswers.split("2", options: all) == JoinedAnswers(options: [0], unknown: []))
    #expect(JoinedAnswers.split("1", options: all) == JoinedAnswers(options: [], unknown: ["1"]))
  }

  @Test func theSeparatorIsTheCallers() {
    let all = [MultiSelectOption(code: "x", label: "X"), MultiSelectOption(code: "y", label: "Y")]
    #expect(
      JoinedAnswers.split("X;Y;", options: all, separator: ";")
        == JoinedAnswers(options: [0, 1], unknown: []))
  }
}
