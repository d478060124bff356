/// The generator xoshiro256**, seeded by SplitMix64 as its authors advise.
///
/// The same seed gives the same numbers on every machine.
///
/// Reference: Blackman & Vigna (2021), ACM TOMS 47(4), 36, doi:10.1145/3460772.
package struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
  private var s0, s1, s2, s3: UInt64

  /// The generator whose state is the first four outputs of SplitMix64 from `seed`.
  package init(seed: UInt64) {
    var seeder = SplitMix64(seed: seed)
    (s0, s1, s2, s3) = (seeder.next(), seeder.next(), seeder.next(), seeder.next())
  }

  /// The generator in the given state, of which at least one word is not zero.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    let result = Self.rotated(s1 &* 5, by: 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  private static func rotated(_ x: UInt64, by count: UInt64) -> UInt64 {
    (x << count) | (x >> (64 - count))
  }
}

// The standard library's own draws (`Int.random`, `shuffled`) may change between releases, so the
// draws that decide what is written are spelled out here.
extension Xoshiro256 {
  /// A number between 0 and 1, both excluded: the middle of one of 2⁵² equal steps.
  package mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A standard normal number.
  package mutating func normal() -> Double { NormalQuantile.of(uniform()) }

  /// A whole number from 0 up to but not including `bound`, which is at least 1.
  package mutating func below(_ bound: Int) -> Int {
    min(Int(uniform() * Double(bound)), bound - 1)
  }

  /// True with the given probability.
  package mutating func chance(_ probability: Double) -> Bool { uniform() < probability }
}
