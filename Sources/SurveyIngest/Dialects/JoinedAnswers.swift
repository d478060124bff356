package import SurveyModel

/// One cell with all ticked options, taken apart.
///
/// Labels may hold the separator, so the cell is read against the known labels, codes and aliases. Of
/// all ways to cut it, those count that leave the fewest letters unexplained, and of these the ones
/// whose words differ least from the codebook by capitals. If they name different options, nothing
/// is chosen. Where no code, label or alias is a number, a number may be the place of an option: survey
/// tools that export numbers count the options from 1, unless the survey gives them numbers of its own.
package struct JoinedAnswers: Hashable, Sendable {
  /// The places of the ticked options in the option list, ascending, each once.
  package let options: [Int]
  /// The parts that match no option, in order: an "other" text, or a spelling the codebook lacks.
  package let unknown: [String]
  /// True where the cell can be cut in several ways that name different options; none is taken.
  package let isAmbiguous: Bool

  package init(options: [Int], unknown: [String], isAmbiguous: Bool = false) {
    self.options = options
    self.unknown = unknown
    self.isAmbiguous = isAmbiguous
  }

  /// The characters that tools write between two options, in the order in which they are tried.
  package static let separators: [Character] = [",", ";", "|", "\n"]

  /// Takes a cell apart.
  ///
  /// Upper and lower case are alike where nothing fits better, and spaces around a part do not count.
  ///
  /// - Parameters:
  ///   - separators: the characters that may stand between two options; one of them does in a cell. A
  ///     blank stands between codes only, and where no code holds one.
  ///   - readsPlaces: whether a number may be a place; see `arePlaces`.
  package static func split(
    _ text: String, options: [MultiSelectOption], separators: [Character] = [","],
    readsPlaces: Bool = true
  ) -> JoinedAnswers {
    JoinedReader(options: options, separators: separators, readsPlaces: readsPlaces).read(text)
  }

  /// Whether the cells of a column can hold the places of options: all of them are numbers, and none is
  /// above the number of options or below 1. A number among labels is no place, and other numbers are
  /// the survey's own; only codes can tell which.
  package static func arePlaces(
    _ texts: [String], options: [MultiSelectOption]
  ) -> Bool {
    texts.allSatisfy { text in
      text.split(whereSeparator: separators.contains).allSatisfy { part in
        let words = part.split(whereSeparator: \.isWhitespace)
        return words.allSatisfy { Int($0).map { (1...options.count).contains($0) } ?? false }
          && words.count < 2
      }
    }
  }
}

/// Takes the cells of one question apart.
struct JoinedReader {
  private let options: [MultiSelectOption]
  private let separators: [Character]
  private let spellings: [JoinedSpelling]
  private let codes: [JoinedSpelling]

  /// - Parameter separators: as for `JoinedAnswers.split`.
  init(options: [MultiSelectOption], separators: [Character], readsPlaces: Bool) {
    self.options = options
    self.separators = separators
    let texts = options.map { [$0.label, $0.code] + $0.aliases }
    let hasNumbers = !readsPlaces || texts.joined().contains { Int($0) != nil }
    spellings = texts.enumerated().flatMap { place, texts in
      let all = hasNumbers ? texts : texts + [String(place + 1)]
      return Set(all).sorted().map { JoinedSpelling($0, option: place) }
    }
    .filter { !$0.exact.isEmpty }
    codes = options.enumerated().map { JoinedSpelling($1.code, option: $0) }
  }

  /// Whether no code holds a blank, so that blanks may stand between codes.
  var mayCutAtBlanks: Bool {
    codes.allSatisfy { code in !code.exact.contains { $0.isWhitespace } }
  }

  /// Whether a cell is several codes with blanks between them, and nothing else explains it.
  func isJoinedByBlanks(_ text: String) -> Bool {
    guard mayCutAtBlanks, text.split(whereSeparator: \.isWhitespace).count > 1,
      read(text).options.isEmpty
    else { return false }
    return reading(of: text, at: " ").map { $0.cost.unexplained == 0 } ?? false
  }

  /// The separator at which a cell is cut into options without a rest, if only one does that.
  func separator(of text: String) -> Character? {
    let whole = separators.filter { separator in
      reading(of: text, at: separator).map { $0.cost.unexplained == 0 && $0.partCount > 1 } ?? false
    }
    return whole.count == 1 ? whole[0] : nil
  }

  func read(_ text: String) -> JoinedAnswers {
    let readings = separators.compactMap { reading(of: text, at: $0) }
    guard let best = readings.map(\.cost).min() else {
      return JoinedAnswers(options: [], unknown: [])
    }
    let kept = readings.filter { $0.cost == best }
    let ticks = kept.reduce(into: Set<UInt64>()) { $0.formUnion($1.ticks) }
    guard ticks.count == 1, let only = ticks.first else {
      return JoinedAnswers(options: [], unknown: [], isAmbiguous: true)
    }
    return JoinedAnswers(
      options: options.indices.filter { only >> UInt64($0) & 1 == 1 }, unknown: kept[0].unknown)
  }

  private func reading(of text: String, at separator: Character) -> JoinedReading? {
    if separator == " ", !mayCutAtBlanks { return nil }
    return JoinedReading(
      text, separator: separator, spellings: separator == " " ? codes : spellings)
  }
}
