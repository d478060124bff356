import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ResponseMatrixTests {
  private let columns = [
    SampleColumn("a", [1, 2, nil, .missing(.notAdministered)]),
    SampleColumn("b", [5, nil, 4, .missing(.notAdministered)], keying: .reverse),
  ]

  @Test func codesAreAsAnswered() throws {
    let codes = try matrix([0, 1, 2, 3]).codes(of: columns[1].item)
    #expect((0..<4).map { codes[$0] } == [5, nil, 4, nil])
    #expect(codes.codes == [1, 2, 3, 4, 5])
  }

  @Test func keyedCodesTurnReverseItemsByTheirLimits() throws {
    let codes = try matrix([0, 1, 2, 3]).keyedCodes()
    #expect((0..<4).map { codes[0][$0] } == [1, 2, nil, nil])
    #expect((0..<4).map { codes[1][$0] } == [1, nil, 2, nil])
  }

  @Test func onlyTheRowsAskedForAreSeen() throws {
    let codes = try matrix([2, 0]).codes(of: columns[1].item)
    #expect((0..<2).map { codes[$0] } == [4, 5])
  }

  @Test func aNominalScaleIsSortedByCode() throws {
    let scale = ResponseScale(
      id: "yes_no", kind: .nominal,
      options: [ResponseOption(code: 1, label: "Yes"), ResponseOption(code: 0, label: "No")])
    let column = SampleColumn("n", [1, 0, 0], on: scale)
    let codes = try ResponseMatrix(Sample.form([column]), items: [column.item], rows: [0, 1, 2])
      .codes(of: column.item)
    #expect(codes.codes == [0, 1])
    #expect((0..<3).map { codes[$0] } == [1, 0, 0])
  }

  @Test func aRowIsCompleteWhenEveryItemIsAnswered() {
    #expect(matrix([0, 1, 2, 3]).completeRows == [0])
  }

  @Test func aRowIsAdministeredWhenAnyItemWasShown() {
    #expect(matrix([0, 1, 2, 3]).administeredRows == [0, 1, 2])
  }

  private func matrix(_ rows: [Int32]) -> ResponseMatrix {
    ResponseMatrix(Sample.form(columns), items: columns.map(\.item), rows: rows)
  }
}
