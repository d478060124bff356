import SurveySynthesis
import Testing

@Suite struct SplitMix64Tests {
  @Test func agreesWithTheReferenceImplementation() {  // splitmix64.c, seed 1234567
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}

@Suite struct Xoshiro256Tests {
  @Test func agreesWithTheReferenceImplementation() {  // xoshiro256starstar.c, state 1, 2, 3, 4
    var generator = Xoshiro256(state: (1, 2, 3, 4))
    let numbers = (0..<4).map { _ in generator.next() }
    #expect(numbers == [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }

  @Test func wholeNumbersStayBelowTheirBound() {
    var generator = Xoshiro256(seed: 3)
    let numbers = Set((0..<1_000).map { _ in generator.below(5) })
    #expect(numbers == [0, 1, 2, 3, 4])
  }
}

@Suite struct RandomKeyTests {
  @Test func theSameNameIsTheSameStream() {
    let key = RandomKey(seed: 1)
    #expect((key / "item" / 3).uniform == (key / "item" / 3).uniform)
  }

  @Test func otherNamesAreOtherStreams() {
    let key = RandomKey(seed: 1)
    let streams: Set<Double> = [
      (key / "item" / 3).uniform, (key / "item" / 4).uniform, (key / "text" / 3).uniform,
      (key / 3 / "item").uniform, (RandomKey(seed: 2) / "item" / 3).uniform,
    ]
    #expect(streams.count == 5)
  }

  @Test func neighbouringStreamsAreUncorrelated() {
    let key = RandomKey(seed: 11)
    let count = 20_000
    let products = (0..<count).map { (key / $0).normal * (key / ($0 + 1)).normal }
    // The mean of n products has standard error 1/√n; five of them are never reached by chance.
    #expect(abs(products.reduce(0, +) / Double(count)) < 5 / Double(count).squareRoot())
  }
}

@Suite struct NormalQuantileTests {
  /// Roots of the distribution function at 40 digits, computed with mpmath.
  @Test(arguments: [
    (0.5, 0), (0.25, -0.674489750196081743), (0.95, 1.644853626951472284),
    (0.001, -3.090232306167813535), (0.975, 1.959963984540053856), (1e-20, -9.262340089798407580),
    (1e-300, -37.047096299361199237),
  ])
  func agreesWithArbitraryPrecision(p: Double, expected: Double) {
    // Wichura states a relative accuracy of about 1e-16: a few units of the last digit.
    let tolerance = 8 * expected.ulp
    #expect(abs(NormalQuantile.of(p) - expected) <= tolerance)
  }

  @Test(arguments: [0.01, 0.2, 0.4999, 1e-9]) func isAntisymmetric(p: Double) {
    // 1 − p is rounded, which the slope of the quantile magnifies in the tails.
    let slope = 1 / p
    #expect(abs(NormalQuantile.of(p) + NormalQuantile.of(1 - p)) <= slope * 0x1p-52)
  }
}
