/// The name of one stream of random numbers.
///
/// Every purpose has its own stream, named by words and numbers: `seed / "item" / "MA1" / 17`. So a
/// respondent's answers do not change when rows, items or waves are added.
package struct RandomKey: Hashable, Sendable {
  private let bits: UInt64

  /// The root of all streams of one seed.
  package init(seed: UInt64) {
    var mixer = SplitMix64(seed: seed)
    bits = mixer.next()
  }

  private init(_ parent: RandomKey, _ part: UInt64) {
    var mixer = SplitMix64(seed: parent.bits ^ part)
    _ = mixer.next()
    bits = mixer.next()
  }

  /// The stream below this one that a word names.
  package static func / (key: RandomKey, word: String) -> RandomKey {
    // FNV-1a over the bytes; Swift's own hashes differ from run to run.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return RandomKey(key, hash)
  }

  /// The stream below this one that a number names.
  package static func / (key: RandomKey, number: Int) -> RandomKey {
    RandomKey(key, UInt64(bitPattern: Int64(number)) &* 0xD134_2543_DE82_EF95)
  }

  /// The generator of this stream.
  package var generator: Xoshiro256 { Xoshiro256(seed: bits) }

  /// The stream's first number between 0 and 1.
  package var uniform: Double {
    var generator = generator
    return generator.uniform()
  }

  /// The stream's first standard normal number.
  package var normal: Double { NormalQuantile.of(uniform) }

  /// True with the given probability.
  package func chance(_ probability: Double) -> Bool { uniform < probability }
}
