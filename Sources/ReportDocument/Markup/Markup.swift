/// A tree of HTML or SVG elements. Names are fixed at compile time and texts are escaped when the
/// tree is written, so no text from data can become markup.
indirect enum Markup {
  /// Text between tags.
  case text(String)
  /// An element with its attributes and content.
  case element(ElementName, [Attribute], [Markup])
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
      self.init(name, FixedDecimal.tenths(number))
    }
  }

  /// Nothing.
  static let none = Markup.group([])

  /// An element with any content.
  static func tag(
    _ name: ElementName, _ attributes: [Attribute] = [], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes, children)
  }

  /// An element that holds only text.
  static func tag(
    _ name: ElementName, _ attributes: [Attribute] = [], _ text: String
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

  /// The tree as the text of a whole page.
  var page: String {
    // Room that is not used costs nothing; growing again and again does.
    var output = TextBuffer(capacity: 1 << 20)
    output.append(fixed: "<!doctype html>\n")
    write(to: &output)
    return output.text
  }

  private func write(to output: inout TextBuffer) {
    switch self {
    case .text(let text): Self.write(text, to: &output)
    case .style(let rules): output.append(fixed: rules)
    case .newline: output.append(ascii: UInt8(ascii: "\n"))
    case .group(let trees): for tree in trees { tree.write(to: &output) }
    case .element(let element, let attributes, let children):
      Self.write(element, attributes, children, to: &output)
    }
  }

  private static func write(
    _ element: ElementName, _ attributes: [Attribute], _ children: [Markup],
    to output: inout TextBuffer
  ) {
    let name = element.name
    let form = element.form
    output.append(ascii: UInt8(ascii: "<"))
    output += name
    for attribute in attributes {
      output.append(ascii: UInt8(ascii: " "))
      output.append(fixed: attribute.name)
      output.append(fixed: "=\"")
      write(attribute.value, to: &output)
      output.append(ascii: UInt8(ascii: "\""))
    }
    if children.isEmpty && form.contains(.closed) {
      output.append(fixed: "/>")
    } else {
      output.append(ascii: UInt8(ascii: ">"))
      if !form.contains(.void) {
        if form.contains(.open) && !children.isEmpty { output.append(ascii: UInt8(ascii: "\n")) }
        for child in children { child.write(to: &output) }
        output.append(fixed: "</")
        output += name
        output.append(ascii: UInt8(ascii: ">"))
      }
    }
    if form.contains(.line) { output.append(ascii: UInt8(ascii: "\n")) }
  }

  /// Writes a text cleaned and escaped.
  private static func write(_ text: String, to output: inout TextBuffer) {
    var clean = VisibleText.clean(text)
    clean.withUTF8 { bytes in
      var start = 0
      for (place, byte) in bytes.enumerated() {
        guard let reference = reference(for: byte) else { continue }
        output.append(bytes[start..<place])
        output.append(fixed: reference)
        start = place + 1
      }
      output.append(bytes[start...])
    }
  }

  /// What is written for a character that would be read as markup.
  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
