import SurveyModel

/// Why text of one byte a character is hardly the Western encoding that it is read in.
///
/// Three signs: signs such as ³ or £ within words; long runs of letters beyond ASCII, as Greek, Cyrillic
/// and the scripts of East Asia have; letters that no Western language writes together, and another
/// language in another encoding does. A correct guess at few letters stays a guess.
struct EncodingDoubt: Hashable {
  /// An encoding that fits better; nil where none that is read does.
  let better: TextEncoding?

  init(better: TextEncoding?) { self.better = better }

  /// Doubt in `text`; nil where it looks Western.
  init?(about text: UnsafeBufferPointer<UInt8>) {
    let letters = HighBytes(in: text)
    guard letters.total > 0 else { return nil }
    let west =
      Alphabet.western.filter(letters.mayBe).map {
        letters.share($0.letters, in: .windows1252)
      }.max() ?? 0
    let all = Alphabet.western.reduce(into: Set<Unicode.Scalar>()) { $0.formUnion($1.letters) }
    // Capitals within words tell Cyrillic from Greek, and one Cyrillic encoding from another.
    let others = (Alphabet.others + Alphabet.western).flatMap { alphabet in
      alphabet.encodings.filter { $0 != .windows1252 }.map {
        (
          encoding: $0,
          share: letters.share(alphabet.letters, in: $0) - letters.oddCapitalShare(in: $0)
            - (alphabet.isLatin ? 0 : letters.besideASCIIShare),
          isInLetters: letters.letterShare(in: $0) > 0.5
        )
      }
    }
    let best = others.max { $0.share < $1.share }
    let fits = best.map { $0.share >= 0.97 && $0.share > west && $0.isInLetters } ?? false
    let hasRuns = letters.inRuns * 5 >= letters.total && letters.inRuns >= 4
    let hasSigns = letters.share(all, in: .windows1252) < 0.8
    let isOther = fits && west < 0.9 && letters.total >= 10 && letters.distinctCount >= 3
    guard hasRuns || hasSigns || isOther else { return nil }
    better = fits ? best?.encoding : nil
  }
}

/// The bytes above 127 of a text, counted by where in a word they stand.
private struct HighBytes {
  enum Place: Int, CaseIterable { case beforeLetter, betweenLetters, other }

  private var counts = [Int](repeating: 0, count: 128 * Place.allCases.count)
  private(set) var total = 0
  /// Bytes in runs of four and more.
  private(set) var inRuns = 0
  private var run = 0
  private var besideASCII = 0
  /// How often one of these bytes follows a letter.
  private var neighbours: [Int: Int] = [:]

  init(in text: UnsafeBufferPointer<UInt8>) {
    for (offset, byte) in text.enumerated() {
      guard byte >= 0x80 else {
        endRun()
        continue
      }
      run += 1
      total += 1
      let follows = offset > 0 && Self.isLetter(text[offset - 1])
      let precedes = offset + 1 < text.count && Self.isLetter(text[offset + 1])
      if follows && text[offset - 1] < 0x80 || precedes && text[offset + 1] < 0x80 {
        besideASCII += 1
      }
      if follows { neighbours[Int(text[offset - 1]) << 8 | Int(byte), default: 0] += 1 }
      let place: Place = precedes ? (follows ? .betweenLetters : .beforeLetter) : .other
      counts[place.rawValue * 128 + Int(byte) - 0x80] += 1
    }
    endRun()
  }

  private mutating func endRun() {
    if run >= 4 { inRuns += run }
    run = 0
  }

  /// C0 to FF are letters in all these encodings, but for two signs in some.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 || (0x61...0x7A).contains(byte | 0x20)
  }

  var distinctCount: Int {
    (0..<128).count { byte in Place.allCases.contains { counts[$0.rawValue * 128 + byte] > 0 } }
  }

  /// Signs that stand within words, and signs that words begin with.
  private static let inner = Set("’‘·–—\u{AD}\u{A0}".unicodeScalars)
  private static let leading = Set("’‘‚„“”‹«»¿¡•§©–—…\u{AD}\u{A0}".unicodeScalars)

  /// The share of the bytes that an encoding and an alphabet explain: as its letters, or as signs in a
  /// place where signs stand.
  func share(_ letters: Set<Unicode.Scalar>, in encoding: TextEncoding) -> Double {
    guard let table = SingleByteTable.scalars(of: encoding) else { return 0 }
    var explained = 0
    for byte in 0..<128 {
      guard let scalar = Unicode.Scalar(table[byte]), table[byte] != 0 else { continue }
      for place in Place.allCases
      where isExplained(scalar, place, letters) {
        explained += counts[place.rawValue * 128 + byte]
      }
    }
    return Double(explained) / Double(total)
  }

  /// The share of bytes that are letters in an encoding.
  func letterShare(in encoding: TextEncoding) -> Double {
    guard let table = SingleByteTable.scalars(of: encoding) else { return 0 }
    let count = (0..<128).filter { Unicode.Scalar(table[$0])?.properties.isAlphabetic ?? false }
      .reduce(0) { count, byte in
        count + Place.allCases.reduce(0) { $0 + counts[$1.rawValue * 128 + byte] }
      }
    return Double(count) / Double(total)
  }

  /// The share of bytes beside a letter of ASCII, where no letter of another script stands.
  var besideASCIIShare: Double { Double(besideASCII) / Double(total) }

  /// Icelandic has the letters that Turkish has in its encoding, and vowels with accents beside them.
  func mayBe(_ alphabet: Alphabet) -> Bool {
    alphabet.language != "is"
      || "áéíóúæ".unicodeScalars.contains { scalar in
        Place.allCases.contains { counts[$0.rawValue * 128 + Int(scalar.value) - 0x80] > 0 }
      }
  }

  /// The share of capitals right after a small letter, where no word has them.
  func oddCapitalShare(in encoding: TextEncoding) -> Double {
    guard let table = SingleByteTable.scalars(of: encoding) else { return 0 }
    func letter(_ byte: Int) -> Unicode.Scalar.Properties? {
      Unicode.Scalar(byte < 0x80 ? UInt16(byte) : table[byte - 0x80])?.properties
    }
    let odd = neighbours.filter { pair, _ in
      letter(pair >> 8)?.isLowercase ?? false && letter(pair & 0xFF)?.isUppercase ?? false
    }
    return Double(odd.reduce(0) { $0 + $1.value }) / Double(total)
  }

  private func isExplained(
    _ scalar: Unicode.Scalar, _ place: Place, _ letters: Set<Unicode.Scalar>
  ) -> Bool {
    guard !scalar.properties.isAlphabetic || scalar == "ª" || scalar == "º" else {
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return letters.contains(small)
    }
    return switch place {
    case .betweenLetters: Self.inner.contains(scalar)
    case .beforeLetter: Self.leading.contains(scalar)
    case .other: scalar.value >= 0xA0
    }
  }
}
