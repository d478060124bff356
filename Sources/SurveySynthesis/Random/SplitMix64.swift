/// A small generator that turns any 64 bits into well-mixed ones.
///
/// It seeds `Xoshiro256` and mixes the parts of a `RandomKey`.
///
/// Reference: Steele, Lea & Flood (2014), OOPSLA, 453–472, doi:10.1145/2660193.2660195.
package struct SplitMix64: Hashable, Sendable {
  private var state: UInt64

  /// The generator that starts from `seed`.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
