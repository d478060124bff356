import CNettle

/// The SHA-256 hash of bytes that arrive in pieces (FIPS 180-4), by nettle, which uses the
/// processor's own instructions where it has them.
///
///     var hash = SHA256()
///     hash.update("abc".utf8.span.bytes)
///     hash.finish().hexadecimal
package struct SHA256: Sendable {
  private var context = sha256_ctx()

  /// The hash of nothing so far.
  package init() { nettle_sha256_init(&context) }

  /// Adds bytes.
  package mutating func update(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      nettle_sha256_update(&context, buffer.count, start.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// The hash of all bytes added. The receiver stays as it is and can take more.
  package func finish() -> SHA256Digest {
    var last = context
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    nettle_sha256_digest(&last, bytes.count, &bytes)
    return SHA256Digest(bytes: bytes)
  }
}

extension SHA256 {
  /// The hash of bytes that are all here.
  package static func digest(of bytes: RawSpan) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}

/// The 32 bytes of a SHA-256 hash.
package struct SHA256Digest: Hashable, Sendable {
  /// How many bytes a digest has.
  static let byteCount = 32

  /// The bytes, first one first.
  package let bytes: [UInt8]

  /// The bytes as 64 digits in lower case, as `sha256sum` prints them.
  package var hexadecimal: String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (place, byte) in bytes.enumerated() {
        text[2 * place] = Self.digit(byte >> 4)
        text[2 * place + 1] = Self.digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
