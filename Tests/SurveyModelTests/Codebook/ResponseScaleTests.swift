import SurveyModel
import Testing

@Suite struct ResponseScaleTests {
  func scale(_ codes: [Int], kind: ResponseScale.Kind = .ordinal) -> ResponseScale {
    ResponseScale(
      id: "s", kind: kind, options: codes.map { ResponseOption(code: $0, label: "\($0)") })
  }

  @Test func optionsAscendUnlessNominal() {
    #expect(scale([3, 1, 2]).codes == [1, 2, 3])
    #expect(scale([3, 1, 2], kind: .nominal).codes == [3, 1, 2])
  }

  @Test func limitsAreThoseOfTheCodesAndNoneWithoutAnOrder() {
    #expect(scale([10, 13, 11]).limits == 10...13)
    #expect(scale([1, 0], kind: .nominal).limits == nil)
  }

  @Test(arguments: [(2, 1), (3, 1), (4, 2), (7, 2)]) func agreementIsTheHighestOptions(
    options: Int, count: Int
  ) {
    #expect(scale(Array(1...options)).topBoxCount == count)
  }

  @Test func onlyAnOddNumberOfOrderedOptionsHasAMiddle() {
    #expect(scale([1, 2, 3, 4, 5]).middleIndex == 2)
    #expect(scale([1, 2, 3, 4]).middleIndex == nil)
    #expect(scale([1, 2, 3], kind: .nominal).middleIndex == nil)
    #expect(scale([1]).middleIndex == nil)
  }
}
