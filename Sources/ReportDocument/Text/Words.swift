extension String {
  /// The parts between single spaces, as `split(separator: " ", omittingEmptySubsequences: false)`
  /// gives them, only faster.
  var words: [Substring] {
    var words: [Substring] = []
    var start = startIndex
    var place = startIndex
    let bytes = utf8
    while place < endIndex {
      let next = bytes.index(after: place)
      if bytes[place] == UInt8(ascii: " ") {
        words.append(self[start..<place])
        start = next
      }
      place = next
    }
    words.append(self[start...])
    return words
  }

  /// True where every space stands between two words.
  var hasSingleSpaces: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if byte == UInt8(ascii: " ") && previous == byte { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || isEmpty
  }
}
