/// Names as a command line lists them: `A1, A2`, `A1..A5`, and in quotes a name with a comma.
///
/// A quoted name is taken as it stands: neither a comma nor `..` in it means anything. Quotes are
/// `"` or `` ` ``; a quote inside the name is written twice.
public struct NameList: Hashable, Sendable {
  /// One part of the list.
  public enum Entry: Hashable, Sendable {
    /// What stands there without quotes: a name, or a range such as `A1..A5`.
    case text(String)
    /// A name in quotes, without them.
    case name(String)
    /// A range with one end or both in quotes.
    case range(first: String, last: String)
  }

  /// The parts, in order.
  public let entries: [Entry]

  /// Cuts a list at its commas; nil where a quote does not close at the end of a name.
  public init?(_ text: String) {
    var rest = Substring(text)
    var entries: [Entry] = []
    while !rest.isEmpty {
      guard let entry = Self.entry(&rest) else { return nil }
      if entry != .text("") { entries.append(entry) }
    }
    self.entries = entries
  }

  /// The next part; the comma behind it is taken as well.
  private static func entry(_ rest: inout Substring) -> Entry? {
    rest = rest.drop { $0 == " " }
    guard let first = rest.first else { return .text("") }
    guard isQuote(first) else { return bare(&rest) }
    guard let name = quoted(&rest) else { return nil }
    if rest.hasPrefix("..") {
      rest = rest.dropFirst(2)
      let last = rest.first.map(isQuote) == true ? quoted(&rest) : upToComma(&rest)
      guard let last, !last.isEmpty, end(&rest) else { return nil }
      return .range(first: name, last: last)
    }
    return end(&rest) ? .name(name) : nil
  }

  /// A part that no quote opens; the end of its range may be in quotes.
  private static func bare(_ rest: inout Substring) -> Entry? {
    let part = rest.prefix { $0 != "," }
    for quote in ["..\"", "..`"] {
      guard let place = part.firstRange(of: quote)?.lowerBound, place > rest.startIndex else {
        continue
      }
      let first = String(rest[..<place])
      rest = rest[place...].dropFirst(2)
      guard let last = quoted(&rest), end(&rest) else { return nil }
      return .range(first: first, last: last)
    }
    let text = upToComma(&rest)
    return end(&rest) ? .text(text) : nil
  }

  private static func upToComma(_ rest: inout Substring) -> String {
    let part = rest.prefix { $0 != "," }
    rest = rest[part.endIndex...]
    return String(part)
  }

  /// A text up to its closing quote, which is taken; nil where it has none.
  private static func quoted(_ rest: inout Substring) -> String? {
    guard let quote = rest.popFirst() else { return nil }
    var name = ""
    while let next = rest.popFirst() {
      if next != quote {
        name.append(next)
      } else if rest.first == quote {
        name.append(quote)
        rest.removeFirst()
      } else {
        return name
      }
    }
    return nil
  }

  /// Takes spaces and one comma; false where anything else follows.
  private static func end(_ rest: inout Substring) -> Bool {
    rest = rest.drop { $0 == " " }
    guard let next = rest.first else { return true }
    guard next == "," else { return false }
    rest.removeFirst()
    return true
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "`"
  }
}

extension NameList.Entry: ExpressibleByStringLiteral {
  /// What stands in a list without quotes.
  public init(stringLiteral text: String) { self = .text(text) }

  /// The two ends of a range; nil where it is none.
  public var ends: (first: String, last: String)? {
    switch self {
    case .text(let text): NameRange.ends(of: text)
    case .name: nil
    case .range(let first, let last): (first, last)
    }
  }

  /// The part as messages name it.
  public var shown: String {
    switch self {
    case .text(let text), .name(let text): text
    case .range(let first, let last): "\(first)..\(last)"
    }
  }
}
