package import SurveyModel

/// One cell with all ticked options, taken apart.
///
/// Labels may hold the separator, so the cell is read against the known labels and codes, the longest
/// first. If one reading knows every part, it is taken; what no option explains is reported. Where no
/// code, label or alias is a number, a number may be the place of an option: survey tools that export
/// numbers count the options from 1, unless the survey gives them numbers of its own.
package struct JoinedAnswers: Hashable, Sendable {
  /// The places of the ticked options in the option list, ascending, each once.
  package let options: [Int]
  /// The parts that match no option, in order: an "other" text, or a spelling the codebook lacks.
  package let unknown: [String]

  package init(options: [Int], unknown: [String]) {
    self.options = options
    self.unknown = unknown
  }

  /// Takes a cell apart.
  ///
  /// Upper and lower case are alike, and spaces around a part do not count.
  ///
  /// - Parameters:
  ///   - separator: the character between two options; Qualtrics writes a comma.
  ///   - readsPlaces: whether a number may be a place; see `arePlaces`.
  package static func split(
    _ text: String, options: [MultiSelectOption], separator: Character = ",",
    readsPlaces: Bool = true
  ) -> JoinedAnswers {
    var splitter = AnswerSplitter(
      text, options: options, separator: separator, readsPlaces: readsPlaces)
    return splitter.split()
  }

  /// Whether the numbers in a column's cells can be places of options: none is above their number
  /// or below 1. Otherwise they are numbers of the survey's own, and only codes can tell which.
  package static func arePlaces(
    _ texts: [String], options: [MultiSelectOption], separator: Character = ","
  ) -> Bool {
    texts.allSatisfy { text in
      // Most columns hold labels, and nothing is asked of them.
      !text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        || text.split(separator: separator).allSatisfy { part in
          Int(part.filter { !$0.isWhitespace }).map { (1...options.count).contains($0) } ?? true
        }
    }
  }
}

/// The state of taking one cell apart.
private struct AnswerSplitter {
  private let characters: [Character]
  private let folded: [String]
  /// The spellings of all options, longest first, each with its option's place.
  private let spellings: [(characters: [String], option: Int)]
  private let separator: Character
  /// The starts from which no reading knows every part.
  private var deadEnds: Set<Int> = []

  init(_ text: String, options: [MultiSelectOption], separator: Character, readsPlaces: Bool) {
    characters = Array(text)
    folded = Self.folded(text)
    self.separator = separator
    let texts = options.map { [$0.label, $0.code] + $0.aliases }
    let hasNumbers = !readsPlaces || texts.joined().contains { Int($0) != nil }
    spellings = texts.enumerated()
      .flatMap { place, texts in
        (hasNumbers ? texts : texts + [String(place + 1)]).map { (Self.folded($0), place) }
      }
      .filter { !$0.0.isEmpty }
      .sorted { ($0.0.count, $1.1) > ($1.0.count, $0.1) }
  }

  mutating func split() -> JoinedAnswers {
    if let complete = completeReading(from: skippingSpaces(0)) {
      return JoinedAnswers(options: Set(complete).sorted(), unknown: [])
    }
    return greedyReading()
  }

  /// The options of a reading that knows every part from `start` on.
  private mutating func completeReading(from start: Int) -> [Int]? {
    if start >= characters.count { return [] }
    if deadEnds.contains(start) { return nil }
    for (option, next) in matches(at: start) {
      if let rest = completeReading(from: next) { return [option] + rest }
    }
    deadEnds.insert(start)
    return nil
  }

  /// The longest match at each part; parts without a match are joined as they stood.
  private func greedyReading() -> JoinedAnswers {
    var found: Set<Int> = []
    var unknown: [String] = []
    var unknownStart: Int?
    var start = skippingSpaces(0)
    while start < characters.count {
      if let (option, next) = matches(at: start).first {
        found.insert(option)
        if let from = unknownStart { unknown.append(text(from, start)) }
        unknownStart = nil
        start = next
      } else {
        unknownStart = unknownStart ?? start
        let end = characters[start...].firstIndex(of: separator) ?? characters.count
        start = skippingSpaces(end + 1)
      }
    }
    if let from = unknownStart { unknown.append(text(from, characters.count)) }
    return JoinedAnswers(options: found.sorted(), unknown: unknown.filter { !$0.isEmpty })
  }

  /// The options spelled out at `start` up to a separator or the end, and where the next part starts.
  private func matches(at start: Int) -> [(option: Int, next: Int)] {
    spellings.compactMap { spelling, option in
      let end = start + spelling.count
      guard end <= folded.count, folded[start..<end].elementsEqual(spelling) else { return nil }
      let stop = skippingSpaces(end)
      guard stop >= characters.count || characters[stop] == separator else { return nil }
      return (option, skippingSpaces(stop + 1))
    }
  }

  private func skippingSpaces(_ start: Int) -> Int {
    var place = start
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place
  }

  /// The text between two places, without the spaces and separators at its ends.
  private func text(_ start: Int, _ end: Int) -> String {
    let part = characters[start..<end].drop { $0.isWhitespace || $0 == separator }
    let last = part.lastIndex { !$0.isWhitespace && $0 != separator }
    return last.map { String(part[...$0]) } ?? ""
  }

  private static func folded(_ text: String) -> [String] { text.map { $0.lowercased() } }
}
