/// Writes HTML and SVG, element by element.
///
/// Names are fixed at compile time and texts are escaped as they are written, so no text from data
/// can become markup. What is started has to be ended by the same name.
struct MarkupWriter: ~Copyable {
  private var output: TextBuffer
  /// Texts in another language than the page's; nil where there are none.
  var foreign: ForeignTexts?

  /// Begins with nothing.
  ///
  /// - Parameter capacity: bytes to make room for; unused room costs nothing, growing does.
  init(capacity: Int = 0) { output = TextBuffer(capacity: capacity) }

  /// Everything written so far.
  var source: String { output.text }

  /// Writes an element's start tag.
  mutating func start(_ name: ElementName, _ attributes: [Attribute] = []) {
    open(name, attributes)
    output.append(ascii: UInt8(ascii: ">"))
    if name.form.contains(.open) { newline() }
  }

  /// Writes an element's end tag.
  mutating func end(_ name: ElementName) {
    output.append(fixed: "</")
    output += name.name
    output.append(ascii: UInt8(ascii: ">"))
    if name.form.contains(.line) { newline() }
  }

  /// Writes an element that holds only text.
  mutating func element(_ name: ElementName, _ attributes: [Attribute], _ text: String) {
    start(name, attributes)
    self.text(text)
    end(name)
  }

  /// Writes an element without attributes that holds only text.
  mutating func element(_ name: ElementName, _ text: String) { element(name, [], text) }

  /// Writes an element that holds nothing.
  mutating func void(_ name: ElementName, _ attributes: [Attribute] = []) {
    open(name, attributes)
    output.append(fixed: name.form.contains(.closed) ? "/>" : ">")
    if name.form.contains(.line) { newline() }
  }

  /// Writes text between tags.
  mutating func text(_ text: String) { Self.write(text, to: &output) }

  /// Writes what is known at compile time as it is: a style sheet, a document type.
  mutating func fixed(_ source: StaticString) { output.append(fixed: source) }

  /// Writes a line break, which shows only in preformatted text.
  mutating func newline() { output.append(ascii: UInt8(ascii: "\n")) }

  private mutating func open(_ name: ElementName, _ attributes: [Attribute]) {
    output.append(ascii: UInt8(ascii: "<"))
    output += name.name
    for attribute in attributes {
      output.append(ascii: UInt8(ascii: " "))
      output.append(fixed: attribute.name)
      output.append(fixed: "=\"")
      switch attribute.value {
      case .text(let text): Self.write(text, to: &output)
      case .number(let number): FixedDecimal.writeTenths(number, to: &output)
      case .colour(let colour): colour.writeHex(to: &output)
      }
      output.append(ascii: UInt8(ascii: "\""))
    }
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

extension MarkupWriter {
  /// One attribute.
  struct Attribute {
    /// How a value is written.
    enum Value {
      case text(String)
      /// A coordinate or length, to a tenth.
      case number(Double)
      /// A colour as `#8c510a`.
      case colour(Colour)
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ text: String) {
      self.name = name
      value = .text(text)
    }

    init(_ name: StaticString, _ number: Double) {
      self.name = name
      value = .number(number)
    }

    init(_ name: StaticString, _ colour: Colour) {
      self.name = name
      value = .colour(colour)
    }

    /// The attribute by which the style sheet knows an element.
    static func style(_ name: String) -> Attribute { Attribute("class", name) }
  }
}
