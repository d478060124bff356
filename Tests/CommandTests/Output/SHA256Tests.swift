import AbacusCommands
import Testing

/// The vectors of FIPS 180-4 that NIST publishes for SHA-256 ("Examples with Intermediate Values")
/// and the million letters of RFC 6234.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func agreesWithThePublishedVectors(text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(SHA256.digest(of: bytes.span.bytes).hexadecimal == expected)
  }

  @Test func aMillionLettersInUnevenPieces() {
    var hash = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 8_009)
    var left = 1_000_000
    while left > 0 {
      hash.update(piece.span.bytes.extracting(0..<min(left, piece.count)))
      left -= min(left, piece.count)
    }
    #expect(
      hash.finish().hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesOfAnySizeGiveTheSameHash() {
    let bytes = (0..<200).map { UInt8($0) }
    let whole = SHA256.digest(of: bytes.span.bytes)
    for size in 1...130 {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes[start..<min(start + size, bytes.count)].span.bytes)
      }
      #expect(hash.finish() == whole, "pieces of \(size) bytes")
    }
  }

  @Test func finishingLeavesTheHashOpen() {
    var hash = SHA256()
    let letters = Array("abc".utf8)
    hash.update(letters.span.bytes.extracting(0..<2))
    _ = hash.finish()
    hash.update(letters.span.bytes.extracting(2..<3))
    #expect(hash.finish() == SHA256.digest(of: letters.span.bytes))
  }
}
