/// One text of an option as it may stand in a cell.
struct JoinedSpelling {
  let option: Int
  let exact: [Character]
  let folded: [String]

  init(_ text: String, option: Int) {
    self.option = option
    exact = Self.characters(of: text)
    folded = exact.map(Self.folded)
  }

  /// The characters of a text without HTML and with single blanks; a line end stays.
  static func characters(of text: String) -> [Character] {
    let hasMarkup = text.utf8.contains { $0 == 0x3C || $0 == 0x26 }  // < or &
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Array(
      lines.map { line in
        let plain = hasMarkup ? HTMLText.plain(String(line)) : String(line)
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }.joined(separator: "\n"))
  }

  /// A character as it is compared where capitals do not count.
  static func folded(_ character: Character) -> String {
    switch character {
    case "\u{2019}", "\u{2018}": "'"
    case "\u{2013}", "\u{2014}", "\u{2011}": "-"
    default: character.lowercased()
    }
  }
}

/// All best ways to cut one cell at one separator.
struct JoinedReading {
  /// How far a way of cutting is from the codebook's own words; the first counts most.
  struct Cost: Hashable, Comparable {
    /// Letters of parts that no option explains.
    var unexplained = 0
    /// Letters of words that differ from the codebook by capitals or typographic signs.
    var folded = 0

    static func < (left: Cost, right: Cost) -> Bool {
      (left.unexplained, left.folded) < (right.unexplained, right.folded)
    }
  }

  let cost: Cost
  /// The options that the best ways name, as bits; several where the ways differ.
  let ticks: Set<UInt64>
  /// How many parts one of the best ways has.
  let partCount: Int
  /// The parts that one of the best ways leaves unexplained; neighbours stand together.
  let unknown: [String]

  /// What is known of the rest of the cell from one place on.
  private struct Rest {
    var cost = Cost()
    var ticks: Set<UInt64> = [0]
    /// Where the first part ends; nil at the end of the cell.
    var end: Int?
    var isUnknown = false
  }

  /// More ways than these are several in any case.
  private static let mostWays = 64

  init(_ text: String, separator: Character, spellings: [JoinedSpelling]) {
    let characters = JoinedSpelling.characters(of: text)
    let cell = JoinedCell(
      characters: characters, folded: characters.map(JoinedSpelling.folded), separator: separator)
    let starts = cell.starts
    var rests: [Int: Rest] = [characters.count: Rest()]
    for start in starts.reversed() {
      rests[start] = Self.best(from: start, in: cell, spellings, rests)
    }
    let whole = rests[starts.first ?? characters.count] ?? Rest()
    (cost, ticks) = (whole.cost, whole.ticks)
    unknown = Self.unknown(rests, from: starts.first ?? characters.count, in: cell)
    partCount = sequence(first: starts.first ?? characters.count) { start in
      rests[start]?.end.map(cell.next)
    }.dropFirst().reduce(0) { count, _ in count + 1 }
  }

  private static func best(
    from start: Int, in cell: JoinedCell, _ spellings: [JoinedSpelling], _ rests: [Int: Rest]
  ) -> Rest? {
    let end = cell.endOfPart(from: start)
    var best = rests[cell.next(after: end)]
    best?.cost.unexplained += cell.letterCount(start, end)
    best?.end = end
    best?.isUnknown = true
    for spelling in spellings {
      guard let (end, foldedLetters) = cell.match(spelling, at: start),
        let rest = rests[cell.next(after: end)]
      else { continue }
      var cost = rest.cost
      cost.folded += foldedLetters
      let ticks = Set(rest.ticks.map { $0 | UInt64(1) << UInt64(spelling.option) })
      if let known = best, known.cost == cost {
        if known.ticks.count < mostWays { best?.ticks.formUnion(ticks) }
      } else if best.map({ cost < $0.cost }) ?? true {
        best = Rest(cost: cost, ticks: ticks, end: end)
      }
    }
    return best
  }

  private static func unknown(
    _ rests: [Int: Rest], from first: Int, in cell: JoinedCell
  ) -> [String] {
    var unknown: [String] = []
    var open: Int?
    var start = first
    while let rest = rests[start], let end = rest.end {
      if rest.isUnknown {
        open = open ?? start
      } else if let from = open {
        unknown.append(cell.text(from, start))
        open = nil
      }
      start = cell.next(after: end)
    }
    if let from = open { unknown.append(cell.text(from, cell.characters.count)) }
    return unknown.filter { !$0.isEmpty }
  }
}
