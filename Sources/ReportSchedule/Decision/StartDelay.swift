/// By how much the starts of a study are put off, so that studies of the same time do not start at
/// once.
package enum StartDelay {
  /// Seconds from 0 to `jitterSeconds`: always the same for a study, and spread over studies.
  ///
  /// - Parameter path: the absolute path of the study file.
  package static func seconds(for path: String, within jitterSeconds: Int) -> Int {
    guard jitterSeconds > 0 else { return 0 }
    return Int(PathHash.of(path) % UInt64(jitterSeconds + 1))
  }
}

/// A number that stands for a path, the same on every machine.
enum PathHash {
  /// FNV-1a of 64 bits (Fowler, Noll and Vo; RFC 9923) over the UTF-8 of a path, its halves folded
  /// together: the low bits of the product alone depend on the low bits of each byte only.
  static func of(_ path: String) -> UInt64 {
    let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return hash ^ (hash >> 32)
  }

  /// Eight hexadecimal digits.
  static func text(of path: String) -> String {
    let digits = String(UInt32(truncatingIfNeeded: of(path)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
