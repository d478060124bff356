/// Texts of a page that are in another language than the page's own words, so that a screen reader says
/// both right.
package struct ForeignTexts: Sendable, Hashable {
  /// The language, as a BCP 47 tag such as `de`.
  package let language: String
  private let byFirst: [Character: [String]]

  /// Takes the texts; empty ones are left out.
  package init(language: String, texts: some Sequence<String>) {
    self.language = language
    let clean = Set(texts.map { VisibleText.clean($0) }.filter { $0.contains(where: \.isLetter) })
    byFirst = Dictionary(grouping: clean) { $0.first ?? " " }
      .mapValues { $0.sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count } }
  }

  /// A part of a text.
  struct Piece: Hashable {
    let words: String
    let isForeign: Bool
  }

  /// Whether a whole text is one of them.
  func contains(_ text: String) -> Bool {
    text.first.map { byFirst[$0]?.contains(text) ?? false } ?? false
  }

  /// The text in pieces, those of the other language apart. They are found where they stand as a part of
  /// their own: between quotation marks, brackets, colons, commas and the ends of the text.
  func pieces(of text: String) -> [Piece] {
    guard !contains(text) else { return [Piece(words: text, isForeign: true)] }
    var pieces: [Piece] = []
    var rest = text.startIndex
    var place = text.startIndex
    while place < text.endIndex {
      guard Self.canBegin(text, at: place), let found = match(in: text, at: place) else {
        place = text.index(after: place)
        continue
      }
      if rest < place { pieces.append(Piece(words: String(text[rest..<place]), isForeign: false)) }
      pieces.append(Piece(words: found, isForeign: true))
      place = text.index(place, offsetBy: found.count)
      rest = place
    }
    if rest < text.endIndex { pieces.append(Piece(words: String(text[rest...]), isForeign: false)) }
    return pieces
  }

  /// The longest text that stands at a place and ends as a part of its own.
  private func match(in text: String, at place: String.Index) -> String? {
    byFirst[text[place]]?.first { candidate in
      text[place...].hasPrefix(candidate)
        && Self.canEnd(text, at: text.index(place, offsetBy: candidate.count))
    }
  }

  private static let opening: Set<Character> = ["“", "(", "„", "«"]
  private static let closing: Set<Character> = ["”", ")", ":", ",", ".", ";", "“", "»"]

  private static func canBegin(_ text: String, at place: String.Index) -> Bool {
    guard place > text.startIndex else { return true }
    let before = text.index(before: place)
    if opening.contains(text[before]) { return true }
    guard text[before] == " ", before > text.startIndex else { return false }
    return [":", ",", ";", "·", "…"].contains(text[text.index(before: before)])
  }

  private static func canEnd(_ text: String, at place: String.Index) -> Bool {
    guard place < text.endIndex else { return true }
    if closing.contains(text[place]) { return true }
    let after = text.index(after: place)
    return text[place] == " " && after < text.endIndex && "(·†‡…".contains(text[after])
  }

  /// True where the language is written from right to left.
  var isRightToLeft: Bool {
    let primary = language.prefix { $0 != "-" }.lowercased()
    return ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }
}

extension MarkupWriter {
  /// The attributes that say in which language a text is.
  static func language(_ foreign: ForeignTexts) -> [Attribute] {
    [Attribute("lang", foreign.language)]
      + (foreign.isRightToLeft ? [Attribute("dir", "rtl")] : [])
  }

  /// The same for a text that is foreign as a whole; none for any other.
  func language(of text: String) -> [Attribute] {
    guard let foreign, foreign.contains(VisibleText.clean(text)) else { return [] }
    return Self.language(foreign)
  }

  /// Writes text, its foreign parts in elements that say so.
  mutating func words(_ text: String) {
    guard let foreign else {
      self.text(text)
      return
    }
    for piece in foreign.pieces(of: VisibleText.clean(text)) {
      if piece.isForeign {
        element(.span, Self.language(foreign), piece.words)
      } else {
        self.text(piece.words)
      }
    }
  }

  /// Writes an element with text; where all of it is foreign the element itself says so.
  mutating func elementOfWords(_ name: ElementName, _ attributes: [Attribute], _ text: String) {
    let language = language(of: text)
    start(name, attributes + language)
    if language.isEmpty { words(text) } else { self.text(text) }
    end(name)
  }
}
