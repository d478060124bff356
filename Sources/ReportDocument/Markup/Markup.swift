/// A tree of HTML or SVG elements. Names are fixed at compile time and texts are escaped when the
/// tree is written, so no text from data can become markup.
indirect enum Markup {
  /// Text between tags.
  case text(String)
  /// An element with its attributes and content.
  case element(StaticString, [Attribute], [Markup])
  /// Content of a style element, written as it is.
  case style(StaticString)
  /// A line break in the source, which shows only in preformatted text.
  case newline
  /// Several trees in a row.
  case group([Markup])

  /// One attribute.
  struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    /// A coordinate or length, to a tenth.
    init(_ name: StaticString, _ number: Double) {
      let digits = FixedDecimal.text(number, decimals: 1)
      self.init(name, digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
    }
  }

  /// Nothing.
  static let none = Markup.group([])

  /// An element with any content.
  static func tag(
    _ name: StaticString, _ attributes: [Attribute] = [], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes, children)
  }

  /// An element that holds only text.
  static func tag(
    _ name: StaticString, _ attributes: [Attribute] = [], _ text: String
  ) -> Markup {
    .element(name, attributes, [.text(text)])
  }
}

extension Markup {
  /// The tree as text.
  var source: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// Elements without content and end tag.
  private static let voidNames: Set<String> = ["meta", "br", "hr", "wbr", "link"]

  /// Elements of SVG that are closed within their start tag when they hold nothing.
  private static let closedNames: Set<String> = ["rect", "line", "circle", "path"]

  /// Elements that a line break follows, so that the text can be read and compared.
  private static let lineNames: Set<String> = [
    "html", "head", "body", "meta", "title", "style", "main", "header", "footer", "nav",
    "section", "h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "dl", "dd", "figure", "figcaption",
    "details", "summary", "div", "table", "caption", "thead", "tbody", "tr", "svg", "desc", "rect",
    "line", "circle", "path", "text", "pre", "hr",
  ]

  /// Elements whose content begins on a line of its own.
  private static let openNames: Set<String> = [
    "html", "head", "body", "style", "main", "header", "nav", "section", "ol", "ul", "dl", "figure",
    "details", "div", "table", "thead", "tbody", "svg",
  ]

  private func write(to output: inout String) {
    switch self {
    case .text(let text): output += Self.escaped(VisibleText.clean(text))
    case .style(let rules): output += "\(rules)"
    case .newline: output += "\n"
    case .group(let trees): for tree in trees { tree.write(to: &output) }
    case .element(let staticName, let attributes, let children):
      let name = "\(staticName)"
      output += "<"
      output += name
      for attribute in attributes {
        output += " "
        output += "\(attribute.name)"
        output += "=\""
        output += Self.escaped(VisibleText.clean(attribute.value))
        output += "\""
      }
      let isClosed = children.isEmpty && Self.closedNames.contains(name)
      output += isClosed ? "/>" : ">"
      if !isClosed && !Self.voidNames.contains(name) {
        if Self.openNames.contains(name) && !children.isEmpty { output += "\n" }
        for child in children { child.write(to: &output) }
        output += "</"
        output += name
        output += ">"
      }
      if Self.lineNames.contains(name) { output += "\n" }
    }
  }

  private static func escaped(_ text: String) -> String {
    let special = "&<>\"'".utf8
    guard text.utf8.contains(where: special.contains) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
