/// Reads an alert as a study writes it.
///
///     new findings
///     no new responses for 14 days
///     NUMBER RELATION LIMIT        where NUMBER is NAME, NAME(SUBJECT), NAME(SUBJECT, WAVE), or one of
///                                  these in lower95(…) or upper95(…)
enum AlertText {
  /// Why a text is no alert.
  struct Problem: Error, Hashable, CustomStringConvertible {
    /// What is wrong, then `;` and what to do.
    let description: String
  }

  /// What a text says.
  static func condition(_ text: String) throws(Problem) -> Alert.Condition {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    if words == ["new", "findings"] { return .newFindings }
    if words.starts(with: ["no", "new", "responses"]) {
      let rest = words.dropFirst(3)
      guard rest.first == "for",
        let seconds = DurationText.seconds(rest.dropFirst().joined(separator: " ")), seconds > 0
      else {
        throw Problem(
          description:
            "the alert `\(text)` does not say how long; write it as `no new responses for 14 days`")
      }
      return .noNewResponses(seconds: seconds)
    }
    return try comparison(text)
  }

  private static func comparison(_ text: String) throws(Problem) -> Alert.Condition {
    guard let place = text.firstIndex(where: { "<>".contains($0) }) else {
      throw Problem(
        description:
          "the alert `\(text)` compares nothing; write it as `response_rate < 0.4`, `new findings` or `no new responses for 14 days`"
      )
    }
    let rest = text[place...]
    let sign = rest.dropFirst().first == "=" ? rest.prefix(2) : rest.prefix(1)
    guard let relation = Alert.Relation(rawValue: String(sign)),
      let limit = Double(trimmed(rest.dropFirst(sign.count))), limit.isFinite
    else {
      throw Problem(
        description:
          "the alert `\(text)` has no limit after `\(sign)`; write a number, as in `< 0.4`")
    }
    return .number(try number(trimmed(text[..<place]), in: text), relation, limit)
  }

  private static func number(_ text: String, in alert: String) throws(Problem) -> AlertedNumber {
    guard let (name, inner) = call(text) else {
      throw Problem(
        description:
          "the alert `\(alert)` names no number before the sign; write a name, as `response_rate`, or one of something, as `alpha(SCALE)`"
      )
    }
    for (word, part) in [
      ("lower", AlertedNumber.Part.lower), ("upper", AlertedNumber.Part.upper),
    ] where name.hasPrefix(word) {
      guard let percent = Int(name.dropFirst(word.count)), (50...99).contains(percent),
        let inner, let number = try? Self.number(inner, in: alert), number.part == .value
      else { break }
      return AlertedNumber(
        part: part(percent), name: number.name, subject: number.subject, wave: number.wave)
    }
    let parts = (inner ?? "").split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard inner == nil || (1...2).contains(parts.count) && parts.allSatisfy(isName) else {
      throw Problem(
        description:
          "the alert `\(alert)` has `\(inner ?? "")` in brackets; write an item or a scale, and a wave after a comma, as in `mean(MA1, late)`"
      )
    }
    return AlertedNumber(
      name: name, subject: inner == nil ? nil : parts[0], wave: parts.count == 2 ? parts[1] : nil)
  }

  /// A name with or without something in brackets after it.
  private static func call(_ text: String) -> (name: String, inner: String?)? {
    guard let open = text.firstIndex(of: "(") else { return isName(text) ? (text, nil) : nil }
    let name = trimmed(text[..<open])
    guard isName(name), text.hasSuffix(")") else { return nil }
    return (name, trimmed(text[text.index(after: open)...].dropLast()))
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
