/// A number with its wording beside it, as forms write the ends of a rating: `(7) Very clear`,
/// `7 - Very clear`, `7 = Very clear`, `Very clear (7)`.
struct LabelledNumber: Hashable {
  let number: Int
  let label: String

  private static let signs: Set<Character> = ["-", "=", ":", ".", ")"]
  private static let brackets: [Character: Character] = ["(": ")", "[": "]"]

  /// Reads a text as `AnswerText.normalized` gives it; nil for anything else. A wording holds letters and
  /// no digits: `3 - 4 times` and `7 days` are none.
  init?(_ text: String) {
    guard let found = Self.leading(text) ?? Self.trailing(text),
      found.label.contains(where: \.isLetter), !found.label.contains(where: \.isNumber)
    else { return nil }
    number = found.number
    label = found.label
  }

  /// The number of `(1)` or `[1]`, which lacks a wording.
  static func bracketed(_ text: String) -> Int? {
    guard let first = text.first, let closing = brackets[first], text.last == closing,
      text.count > 2
    else { return nil }
    return whole(text.dropFirst().dropLast())
  }

  /// The number in front.
  private static func leading(_ text: String) -> (number: Int, label: String)? {
    if let first = text.first, let closing = brackets[first] {
      guard let end = text.firstIndex(of: closing),
        let number = whole(text[text.index(after: text.startIndex)..<end])
      else { return nil }
      return (number, wording(text[text.index(after: end)...]))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "-" && text.first == "-" }
    let rest = text[digits.endIndex...].drop { $0 == " " }
    guard let number = whole(digits), let sign = rest.first, signs.contains(sign) else {
      return nil
    }
    return (number, wording(rest))
  }

  /// The number at the end.
  private static func trailing(_ text: String) -> (number: Int, label: String)? {
    if let last = text.last, let opening = brackets.first(where: { $0.value == last })?.key,
      let start = text.lastIndex(of: opening)
    {
      let inner = text[text.index(after: start)..<text.index(before: text.endIndex)]
      return whole(inner).map { ($0, wording(text[..<start])) }
    }
    guard let space = text.lastIndex(of: " "), let number = whole(text[space...].dropFirst()),
      let sign = text[..<space].last, sign != ".", sign != ")", signs.contains(sign)
    else { return nil }
    return (number, wording(text[..<space]))
  }

  private static func whole(_ text: Substring) -> Int? {
    let text = text.drop { $0 == " " }
    guard let number = NumberText(text), number.separator == .none else { return nil }
    return abs(number.value) < 1e9 ? Int(number.value) : nil
  }

  /// A wording without the sign that parts it from the number.
  private static func wording(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || signs.contains($0) }
    while let last = text.last, last == " " || signs.contains(last) { text.removeLast() }
    return String(text)
  }
}
