import SurveyModel
import Testing

@Suite struct SourceLocationTests {
  @Test(
    arguments: [
      (nil, nil, "f"), (3, nil, "f:3"), (3, 4, "f:3:4"), (nil, 4, "f:1:4"),
    ] as [(Int?, Int?, String)])
  func isWrittenAsEditorsReadIt(line: Int?, column: Int?, text: String) {
    #expect(SurveyModel.SourceLocation(file: "f", line: line, column: column).description == text)
  }

  @Test func isOrderedByFileThenLineThenColumn() {
    let places = [
      SurveyModel.SourceLocation(file: "a"), SurveyModel.SourceLocation(file: "a", line: 1),
      SurveyModel.SourceLocation(file: "a", line: 1, column: 2),
      SurveyModel.SourceLocation(file: "a", line: 2, column: 1),
      SurveyModel.SourceLocation(file: "b"),
    ]
    #expect(places.reversed().sorted() == places)
  }
}
