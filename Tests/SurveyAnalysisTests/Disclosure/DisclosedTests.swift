import SurveyAnalysis
import Testing

@Suite struct DisclosedTests {
  @Test(arguments: [
    (0.0, BandShare.atMostTenth), (0.05, .atMostTenth), (0.1, .atMostTenth),
    (1.0 / 7, .about(0.14)),
    (0.5, .about(0.5)), (6.0 / 7, .about(0.86)), (0.9, .atLeastNineTenths), (1, .atLeastNineTenths),
  ])
  func theEndsOfASharesRangeAreBlurred(rate: Double, share: BandShare) {
    #expect(BandShare(rate) == share)
  }
}
