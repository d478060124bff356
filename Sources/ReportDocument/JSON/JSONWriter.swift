extension JSONValue {
  /// The tree as text: sorted keys, two spaces a level, a newline at the end. A list or an object
  /// that holds no other stands in one line.
  ///
  /// Numbers are written in the shortest form that reads back as the same number; whole ones
  /// without a fraction. Characters that steer a terminal or the direction of text are escaped.
  package var text: String {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    writer.output.append(fixed: "\n")
    return writer.output.text
  }

  /// The same tree in one line, for files of a line a value; the newline stands at the end.
  package var line: String {
    var writer = JSONWriter(isOneLine: true)
    writer.write(self, depth: 0)
    writer.output.append(fixed: "\n")
    return writer.output.text
  }
}

extension JSONValue {
  /// True for what holds nothing else.
  fileprivate var isLeaf: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let object): object.members.isEmpty
    default: true
    }
  }
}

/// Collects the text of a JSON tree.
private struct JSONWriter: ~Copyable {
  var output = TextBuffer(capacity: 1 << 16)
  private let isOneLine: Bool

  init(isOneLine: Bool = false) { self.isOneLine = isOneLine }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output.append(fixed: "null")
    case .bool(let flag): output.append(fixed: flag ? "true" : "false")
    case .integer(let number): output.append(number)
    case .number(let number): writeShortest(number.value)
    case .string(let text): writeString(text)
    case .array(let values):
      let isFlat = isOneLine || values.allSatisfy(\.isLeaf)
      writeList(values, "[", "]", depth, isFlat) { writer, value in
        writer.write(value, depth: depth + 1)
      }
    case .object(let object):
      let isFlat = isOneLine || object.members.allSatisfy(\.value.isLeaf)
      writeList(object.members, "{", "}", depth, isFlat) { writer, member in
        writer.writeString(member.key)
        writer.output.append(fixed: ": ")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], _ open: StaticString, _ close: StaticString, _ depth: Int,
    _ isFlat: Bool, _ write: (inout JSONWriter, Element) -> Void
  ) {
    output.append(fixed: open)
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(fixed: isFlat ? ", " : ",") }
      if !isFlat { startLine(depth + 1) }
      write(&self, element)
    }
    if !isFlat { startLine(depth) }
    output.append(fixed: close)
  }

  private mutating func startLine(_ depth: Int) {
    output.append(fixed: "\n")
    output.appendSpaces(2 * depth)
  }

  private mutating func writeShortest(_ value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      output.append(whole)
      return
    }
    let text = "\(value)"
    output += text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private mutating func writeString(_ text: String) {
    output.append(ascii: UInt8(ascii: "\""))
    if Self.isWrittenAsItIs(text) { output += text } else { writeEscaped(text) }
    output.append(ascii: UInt8(ascii: "\""))
  }

  /// True for most texts; false asks for a closer look.
  private static func isWrittenAsItIs(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.isPlainASCII
        && !bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
  }

  private mutating func writeEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if VisibleText.isUnsafe(scalar) {
          output += escaped(scalar)
        } else {
          output.append(scalar)
        }
      }
    }
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
