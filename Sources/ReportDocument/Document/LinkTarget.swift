/// Where a link leads: a place in the same document, or an address that passed `WebAddress`.
package enum LinkTarget: Sendable, Hashable {
  /// A section or heading of this document. Shown as plain text when no such place exists.
  case anchor(Anchor)
  /// A page or a mailbox.
  case web(WebAddress)
}

extension LinkTarget: ExpressibleByStringLiteral {
  /// Makes a target within the document.
  package init(stringLiteral value: String) {
    self = .anchor(Anchor(value))
  }
}

/// The name of a place in a document: lower-case letters, digits and hyphens.
package struct Anchor: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Safe in an HTML `id` and after `#`; never empty.
  package let name: String

  /// Makes a name from any text; runs of other characters become one hyphen each.
  package init(_ text: String) {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      default: if !name.isEmpty && !name.hasSuffix("-") { name += "-" }
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    self.name = name.first?.isLetter == true ? name : name.isEmpty ? "x" : "x-" + name
  }

  /// Makes a name from a literal.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

/// An address that is safe to put behind a link: `https:` or `mailto:`, printable ASCII only.
package struct WebAddress: Sendable, Hashable {
  /// The whole address.
  package let text: String

  /// Fails on any other scheme, and on spaces, quotes, angle brackets, backslashes, backticks,
  /// braces, bars and characters outside ASCII.
  package init?(_ text: String) {
    let lowered = text.lowercased()
    let prefix = ["https://", "mailto:"].first { lowered.hasPrefix($0) }
    guard let prefix, text.utf8.count > prefix.utf8.count else { return nil }
    let allowed = text.unicodeScalars.allSatisfy { scalar in
      (0x21...0x7E).contains(scalar.value) && !"\"'<>\\`{}|^".unicodeScalars.contains(scalar)
    }
    guard allowed else { return nil }
    self.text = text
  }
}
