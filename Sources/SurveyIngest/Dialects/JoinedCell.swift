/// The characters of one cell, and where its parts may begin and end.
struct JoinedCell {
  let characters: [Character]
  let folded: [String]
  let separator: Character

  /// The places at which a part may begin.
  var starts: [Int] {
    var starts: [Int] = []
    var start = min(skippingSpaces(0), characters.count)
    while start < characters.count {
      starts.append(start)
      start = next(after: endOfPart(from: start))
    }
    return starts
  }

  /// Where the part that begins at `start` ends at the latest.
  func endOfPart(from start: Int) -> Int {
    characters[start...].firstIndex(of: separator) ?? characters.count
  }

  /// Where the next part begins after a separator at `end`.
  func next(after end: Int) -> Int { min(skippingSpaces(end + 1), characters.count) }

  /// Where a spelling that begins at `start` ends, if a separator or the end follows it, and how many
  /// letters its words have that differ by capitals or typographic signs.
  func match(_ spelling: JoinedSpelling, at start: Int) -> (end: Int, foldedLetters: Int)? {
    let end = start + spelling.exact.count
    guard end <= characters.count, folded[start..<end].elementsEqual(spelling.folded) else {
      return nil
    }
    var stop = end
    while stop < characters.count, characters[stop].isWhitespace, characters[stop] != separator {
      stop += 1
    }
    guard stop == characters.count || characters[stop] == separator else { return nil }
    return (stop, foldedLetters(spelling, at: start))
  }

  private func foldedLetters(_ spelling: JoinedSpelling, at start: Int) -> Int {
    var count = 0
    var word = (length: 0, isExact: true)
    for (offset, character) in spelling.exact.enumerated() {
      if character.isWhitespace || character == separator {
        if !word.isExact { count += word.length }
        word = (0, true)
      } else {
        word.length += 1
        if characters[start + offset] != character { word.isExact = false }
      }
    }
    return word.isExact ? count : count + word.length
  }

  func letterCount(_ start: Int, _ end: Int) -> Int {
    characters[start..<end].count { !$0.isWhitespace }
  }

  /// The text between two places, without the spaces and separators at its ends.
  func text(_ start: Int, _ end: Int) -> String {
    let part = characters[start..<end].drop { $0.isWhitespace || $0 == separator }
    let last = part.lastIndex { !$0.isWhitespace && $0 != separator }
    return last.map { String(part[...$0]) } ?? ""
  }

  private func skippingSpaces(_ start: Int) -> Int {
    var place = start
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place
  }
}
