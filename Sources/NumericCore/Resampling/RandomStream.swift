/// A seeded stream of random numbers: xoshiro256**, one stream for each block of work.
///
/// The same seed and stream number give the same numbers on every machine. Work that is divided into
/// blocks takes one stream for each block, so that no number of threads changes a result. The state
/// is the first four outputs of SplitMix64 from a mixture of seed and stream number; that two of a
/// few million streams overlap within 2^40 draws has a probability below 1e-40.
///
/// References: Blackman and Vigna (2021), ACM Transactions on Mathematical Software 47, 36,
/// doi:10.1145/3460772; Steele, Lea and Flood (2014), OOPSLA, 453–472, doi:10.1145/2660193.2660195.
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The stream with this number of this seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix(state: seed)
    mixer = SplitMix(state: mixer.next() ^ (stream &* 0xD134_2543_DE82_EF95))
    (s0, s1, s2, s3) = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The generator in a given state, of which at least one word is not zero.
  init(state: (UInt64, UInt64, UInt64, UInt64)) { (s0, s1, s2, s3) = state }

  /// The four words of the state.
  var words: [UInt64] { [s0, s1, s2, s3] }

  /// The next 64 bits.
  @inline(__always)
  public mutating func next() -> UInt64 {
    let scrambled = s1 &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }
}

// The standard library's own draws (`Int.random`, `shuffled`) may change between releases, so the
// draws that decide a result are spelled out here.
extension RandomStream {
  /// A number between 0 and 1, both excluded: the middle of one of 2⁵² equal steps.
  public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A whole number from 0 up to but not including `bound`, which lies from 1 to 2³² − 1.
  ///
  /// The product of 32 random bits and the bound, its high half; the chances of two numbers differ by
  /// less than 2⁻³².
  @inline(__always)
  public mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A number from the standard normal distribution, as the quantile of a uniform one.
  public mutating func normal() -> Double {
    // A uniform number lies strictly between 0 and 1, so that its quantile is finite.
    (try? Normal.standard.quantile(uniform())) ?? 0
  }
}

/// The generator that turns any 64 bits into well-mixed ones.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
