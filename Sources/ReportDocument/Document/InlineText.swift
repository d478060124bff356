/// A piece of running text.
package enum Inline: Sendable, Hashable {
  /// Plain text.
  case text(String)
  /// Text of weight.
  case strong(String)
  /// Stressed text.
  case emphasis(String)
  /// A name or a command, in a fixed-width font.
  case code(String)
  /// Text that leads somewhere.
  case link(to: LinkTarget, String)
  /// The next piece begins on a new line.
  case lineBreak
}

/// Running text; writes as a string literal or as a list of pieces.
///
///     let plain: InlineText = "Mean change \(value)"
///     let rich: InlineText = [.strong("Mean change"), .text(" +0.3 "), .link(to: "change", "Change")]
package struct InlineText: Sendable, Hashable {
  /// The pieces, in reading order.
  package var pieces: [Inline]

  /// Makes running text of pieces.
  package init(_ pieces: [Inline]) {
    self.pieces = pieces
  }

  /// Makes plain running text.
  package init(_ text: String) {
    self.init([.text(text)])
  }

  /// The words without their markup.
  package var plain: String {
    pieces.map(\.plain).joined()
  }

  /// True when there is nothing to show.
  package var isEmpty: Bool {
    pieces.allSatisfy { $0 != .lineBreak && $0.plain.isEmpty }
  }

  /// The pieces of one text followed by those of another.
  package static func + (first: InlineText, second: InlineText) -> InlineText {
    InlineText(first.pieces + second.pieces)
  }
}

extension InlineText: ExpressibleByStringInterpolation {
  /// Makes plain running text of a literal.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension InlineText: ExpressibleByArrayLiteral {
  /// Makes running text of the pieces listed.
  package init(arrayLiteral elements: Inline...) {
    self.init(elements)
  }
}

extension Inline {
  /// The words without their markup; a line break counts as a space.
  package var plain: String {
    switch self {
    case .text(let text), .strong(let text), .emphasis(let text), .code(let text),
      .link(_, let text):
      text
    case .lineBreak: " "
    }
  }
}
