import NumericTestSupport
import Testing

@testable import NumericCore

@Suite struct RandomStreamTests {
  @Test func theFirstNumbersFollowFromTheDefinition() {  // state 1, 2, 3, 4: 2 · 5 ⋘ 7 · 9 = 11520
    var stream = RandomStream(state: (1, 2, 3, 4))
    #expect([stream.next(), stream.next(), stream.next()] == [11520, 0, 1_509_978_240])
  }

  // The first outputs that are published for 1234567.
  @Test func theSeederFollowsItsDefinition() {
    var mixer = SplitMix(state: 1_234_567)
    #expect(
      [mixer.next(), mixer.next()] == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973])
  }

  @Test func streamsOfOneSeedDiffer() {
    let first = (0..<1000).map { stream -> UInt64 in
      var random = RandomStream(seed: 42, stream: UInt64(stream))
      return random.next()
    }
    #expect(Set(first).count == 1000)
    #expect(RandomStream(seed: 42, stream: 3) == RandomStream(seed: 42, stream: 3))
    #expect(RandomStream(seed: 43, stream: 3) != RandomStream(seed: 42, stream: 3))
  }

  @Test func numbersBelowAreSpreadEvenly() {  // 30,000 of 6 kinds: standard deviation 65
    var random = RandomStream(seed: 9)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<30_000 { counts[random.below(6)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 5000) < 325 })
  }

  @Test func normalNumbersHaveTheirMoments() {  // standard errors 0.01 and 0.014
    var random = RandomStream(seed: 10)
    let values = (0..<10_000).map { _ in random.normal() }
    let mean = values.reduce(0, +) / 10_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9_999
    #expect(abs(mean) < 0.05 && abs(variance - 1) < 0.07)
  }
}
