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
      JoinedAnswers.split("X;Y;", options: all, separators: [";"])
        == JoinedAnswers(options: [0, 1], unknown: []))
  }

  static let mail = [
    MultiSelectOption(code: "a", label: "Mail, chat"),
    MultiSelectOption(code: "b", label: "Mail, chat, phone"),
    MultiSelectOption(code: "c", label: "Phone"),
    MultiSelectOption(code: "d", label: "Q & A < 5", aliases: ["Board"]),
  ]

  @Test(
    arguments: [
      ("Mail, chat, Phone", [0, 2], []),
      ("Mail, chat, phone", [1], []),
      ("mail, CHAT,Phone", [0, 2], []),
      ("Phone,Mail, chat, phone", [1, 2], []),
      ("Mail, chat , Phone ,", [0, 2], []),
      ("Mail,  chat,Board", [0, 3], []),
      ("Q &amp; A &lt; 5, Phone", [2, 3], []),
      ("Mail, chat, Fax", [0], ["Fax"]),
      ("Fax; Mail, chat", [0], ["Fax"]),
      ("Phone|board", [2, 3], []),
      ("Phone\r\nMail, chat", [0, 2], []),
      ("Phone,Phone", [2], []),
      ("board, Mail, chat, Phone", [0, 2, 3], []),
    ] as [(String, [Int], [String])])
  func theCodebooksOwnCapitalsDecide(text: String, options: [Int], unknown: [String]) {
    #expect(
      JoinedAnswers.split(text, options: Self.mail, separators: JoinedAnswers.separators)
        == JoinedAnswers(options: options, unknown: unknown))
  }

  @Test(arguments: ["MAIL, CHAT, PHONE", "Mail, chat, PHONE", "Board,mail, chat, PHONE"])
  func nothingIsChosenBetweenCutsThatFitEquallyWell(text: String) {
    #expect(
      JoinedAnswers.split(text, options: Self.mail, separators: JoinedAnswers.separators)
        == JoinedAnswers(options: [], unknown: [], isAmbiguous: true))
  }

  @Test(
    arguments: [
      ("A, B", nil), ("A, B, A", nil), ("A,C", [0, 3]), ("a, b", nil), ("B, A", [0, 1]),
    ] as [(String, [Int]?)])
  func oneLabelMadeOfOthersCanNotBeToldFromThem(text: String, options: [Int]?) {
    let all = ["A", "B", "A, B", "C"].map { MultiSelectOption(code: "x" + $0, label: $0) }
    #expect(
      JoinedAnswers.split(text, options: all)
        == JoinedAnswers(options: options ?? [], unknown: [], isAmbiguous: options == nil))
  }

  @Test func sixtyFourOptionsInOneCellAreReadAtOnce() {
    let all = (0..<64).map { MultiSelectOption(code: "o\($0)", label: "A, \($0)") }
    let text = all.map(\.label).joined(separator: ", ")
    #expect(JoinedAnswers.split(text, options: all).options == Array(0..<64))
    let twins = (0..<64).map { MultiSelectOption(code: "t\($0)", label: "A") }
    let repeated = Array(repeating: "A", count: 400).joined(separator: ",")
    #expect(JoinedAnswers.split(repeated, options: twins).isAmbiguous)
  }
}
