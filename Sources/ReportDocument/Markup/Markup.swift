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
    var output = TextBuffer()
    write(to: &output)
    return output.text
  }

  /// How an element is written.
  private struct Form: OptionSet {
    let rawValue: Int
    /// Without content and end tag.
    static let void = Form(rawValue: 1)
    /// Closed within its start tag when it holds nothing, as SVG allows.
    static let closed = Form(rawValue: 2)
    /// A line break follows, so that the text can be read and compared.
    static let line = Form(rawValue: 4)
    /// Its content begins on a line of its own.
    static let open = Form(rawValue: 8)
  }

  private static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    func add(_ form: Form, _ names: String) {
      for name in names.split(separator: " ") { forms[String(name), default: []].insert(form) }
    }
    add(.void, "meta br hr wbr link")
    add(.closed, "rect line circle path")
    add(.line, "html head body meta title style main header footer nav section h1 h2 h3 h4 p")
    add(.line, "ol ul li dl dd figure figcaption details summary div table caption thead tbody")
    add(.line, "tr svg desc rect line circle path text pre hr")
    add(.open, "html head body style main header nav section ol ul dl figure details div table")
    add(.open, "thead tbody svg")
    return forms
  }()

  private func write(to output: inout TextBuffer) {
    switch self {
    case .text(let text): Self.write(text, to: &output)
    case .style(let rules): output += "\(rules)"
    case .newline: output += "\n"
    case .group(let trees): for tree in trees { tree.write(to: &output) }
    case .element(let staticName, let attributes, let children):
      // Interpolating a static string takes ten times as long.
      let name = staticName.description
      output += "<"
      output += name
      for attribute in attributes {
        output += " "
        output += attribute.name.description
        output += "=\""
        Self.write(attribute.value, to: &output)
        output += "\""
      }
      let form = Self.forms[name] ?? []
      let isClosed = children.isEmpty && form.contains(.closed)
      output += isClosed ? "/>" : ">"
      if !isClosed && !form.contains(.void) {
        if form.contains(.open) && !children.isEmpty { output += "\n" }
        for child in children { child.write(to: &output) }
        output += "</"
        output += name
        output += ">"
      }
      if form.contains(.line) { output += "\n" }
    }
  }

  private static func write(_ text: String, to output: inout TextBuffer) {
    if text.utf8.allSatisfy(isHarmless) {
      output += text
      return
    }
    for scalar in VisibleText.clean(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.append(scalar)
      }
    }
  }

  /// True for bytes of ASCII that neither cleaning nor escaping changes.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false  // " & ' < >
    default: (0x20...0x7E).contains(byte)
    }
  }
}
