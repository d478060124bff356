/// The width of text in a proportional sans-serif font.
///
/// Readers' system fonts differ, so the table holds widths of a common one (Helvetica, in
/// thousandths of the font size) made a tenth wider, which covers the wider ones.
enum TypeWidth {
  /// Width of a text in the unit of `fontSize`.
  static func of(_ text: String, fontSize: Double) -> Double {
    var text = text
    let plain = text.withUTF8 { bytes in
      bytes.isPlainASCII ? bytes.reduce(0) { $0 + asciiTable[Int($1)] } : nil
    }
    let thousandths =
      plain
      ?? text.reduce(0) { sum, character in
        sum + (character.asciiValue.map { asciiTable[Int($0)] } ?? width(of: character))
      }
    return Double(thousandths) * 1.1 / 1000 * fontSize
  }

  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let base = scalars.first(where: { !$0.isZeroWidth }) else { return 0 }
    if base.isWide { return 1000 }
    if let known = table[base] { return known }
    // Letters with accents are as wide as their base; others are taken as a wide letter.
    let plain = String(character).decomposedBase
    return plain.flatMap { table[$0] } ?? (character.isUppercase ? 722 : 600)
  }

  /// The widths of the characters of ASCII, by their codes.
  private static let asciiTable: [Int] = (0..<128).map { code in
    width(of: Character(Unicode.Scalar(UInt8(code))))
  }

  private static let table: [Unicode.Scalar: Int] = {
    let rows: [(String, Int)] = [
      ("ijl'’‘|", 222), ("Ift .,:;!/\\[]\u{A0}·", 278), ("r()-`“”\"", 340), ("*", 389),
      ("cksvxyzJ", 500), ("abdeghnopqu0123456789?_$#–", 556), ("+=<>~−^", 584),
      ("FTZL", 611), ("w", 722), ("AEKPSBVXY&", 667), ("CDHNRUw", 722), ("GOQ", 778),
      ("mM", 833), ("%", 889), ("W", 944), ("@—…", 1000), ("‹›", 333),
    ]
    var table: [Unicode.Scalar: Int] = [:]
    for (characters, width) in rows {
      for scalar in characters.unicodeScalars { table[scalar] = width }
    }
    return table
  }()
}

extension String {
  /// The letter below the accents of a Latin letter, or nil.
  fileprivate var decomposedBase: Unicode.Scalar? {
    guard let scalar = unicodeScalars.first, (0xC0...0x17F).contains(scalar.value) else {
      return nil
    }
    let names = scalar.properties.name?.split(separator: " ") ?? []
    guard names.count > 3, names[0] == "LATIN", names[2] == "LETTER", names[3].count == 1 else {
      return nil
    }
    let letter = names[1] == "SMALL" ? names[3].lowercased() : String(names[3])
    return letter.unicodeScalars.first
  }
}
