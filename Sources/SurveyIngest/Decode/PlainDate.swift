/// Dates as people and programs spell them, brought to numbers: `Mar 3, 2025 8:23 AM`, `03-Mar-25`,
/// `Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)`, `2025/03/03 8:23:42 AM GMT+1`.
enum PlainDate {
  /// The text without weekday and time zone, with single spaces of the plain kind, and with a
  /// month's English name as a number; the text itself where that leads nowhere.
  ///
  /// Time zones are not converted: all rows of one export carry the same one.
  static func text(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.last?.hasSuffix(")") == true, let note = words.firstIndex(where: { $0.first == "(" }) {
      words.removeSubrange(note...)
    }
    let clock = words.firstIndex { $0.first?.isASCIIDigit == true && $0.contains(":") }
    guard let time = time(words[(clock ?? words.endIndex)...]) else { return text }
    let day = words[..<(clock ?? words.endIndex)]
    let date = named(day) ?? day.joined(separator: " ")
    return date.isEmpty || time.isEmpty ? date + time : "\(date) \(time)"
  }

  /// `8:23:42 AM` of `8:23:42 a.m. GMT+1`; nil where another word follows.
  private static func time(_ words: ArraySlice<Substring>) -> String? {
    guard let clock = words.first else { return "" }
    var rest = words.dropFirst()
    var half = ""
    if let word = rest.first?.filter({ $0 != "." }).uppercased(), word == "AM" || word == "PM" {
      half = " \(word)"
      rest = rest.dropFirst()
    }
    guard rest.count <= 1, rest.allSatisfy(isZone) else { return nil }
    return clock + half
  }

  /// True for `CET`, `GMT+1`, `+01:00`.
  private static func isZone(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isASCII && $0.isLetter }
    let distance = word[letters.endIndex...]
    guard letters.count <= 5 else { return false }
    guard let sign = distance.first else { return !letters.isEmpty }
    return (sign == "+" || sign == "-") && (2...6).contains(distance.count)
      && distance.dropFirst().allSatisfy { $0.isASCIIDigit || $0 == ":" }
  }

  /// `2025-03-03` of `Mon, Mar 3, 2025`, `3 March 2025` or `03-Mar-25`; nil where no month is named.
  private static func named(_ words: ArraySlice<Substring>) -> String? {
    var parts = words.map { $0.last == "," || $0.last == "." ? $0.dropLast() : $0 }
    if parts.count == 1 { parts = parts[0].split(separator: "-", omittingEmptySubsequences: false) }
    if parts.count == 4, isName(parts[0], of: weekdays) { parts.removeFirst() }
    guard parts.count == 3 else { return nil }
    if isName(parts[0], of: months) { parts.swapAt(0, 1) }
    guard let month = place(of: parts[1], in: months), (1...2).contains(parts[0].count),
      parts[2].count == 2 || parts[2].count == 4,
      (parts[0] + parts[2]).allSatisfy(\.isASCIIDigit)
    else { return nil }
    let year = parts[2].count == 2 ? "20\(parts[2])" : String(parts[2])
    return "\(year)-\(month + 1)-\(parts[0])"
  }

  private static func isName(_ word: Substring, of names: [String]) -> Bool {
    place(of: word, in: names) != nil
  }

  /// A name may be cut short to three letters or more.
  private static func place(of word: Substring, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    let sought = word.lowercased()
    return names.firstIndex { $0.hasPrefix(sought) }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
