import CLibYAML

/// One step of a YAML document, as libyaml reports it.
struct YAMLEvent {
  /// What begins, ends or stands here.
  enum Kind: Hashable {
    /// One value; `isPlain` where it has no quotes.
    case scalar(String, isPlain: Bool)
    /// A repeated part: `*name`.
    case alias(String)
    case listStart, listEnd
    case mappingStart, mappingEnd
    case documentStart
    /// The end of the file.
    case end
    /// What carries no value.
    case other
  }

  let kind: Kind
  /// The name that `&name` gives to what begins here.
  let anchor: String?
  /// From 1.
  let line: Int
  /// From 1, in characters.
  let column: Int
}

/// Why a text is no YAML.
struct YAMLProblem: Error {
  /// What is wrong, then `;` and what to do.
  let message: String
  let line: Int?
  let column: Int?
}

/// The steps of a YAML text, one after another.
///
/// Steps rather than a finished tree: a tree can hold no key twice, and a part that repeats
/// parts that repeat parts would fill the memory before anything could be said of it.
final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let lastLine: Int

  init(_ text: String) {
    lastLine = Self.lastLine(of: text)
    let utf8 = text.utf8
    bytes = .allocate(capacity: max(utf8.count, 1))
    _ = bytes.initialize(from: utf8)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, utf8.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next step.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let (kind, anchor) = Self.content(of: event)
    return YAMLEvent(
      kind: kind, anchor: anchor.map { Self.text($0) }, line: line(of: event.start_mark),
      column: event.start_mark.column + 1)
  }

  private static func content(
    of event: yaml_event_t
  ) -> (YAMLEvent.Kind, anchor: UnsafeMutablePointer<yaml_char_t>?) {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return (
        .scalar(
          String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        scalar.anchor
      )
    case YAML_ALIAS_EVENT: return (.alias(text(event.data.alias.anchor)), nil)
    case YAML_SEQUENCE_START_EVENT: return (.listStart, event.data.sequence_start.anchor)
    case YAML_SEQUENCE_END_EVENT: return (.listEnd, nil)
    case YAML_MAPPING_START_EVENT: return (.mappingStart, event.data.mapping_start.anchor)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_STREAM_END_EVENT: return (.end, nil)
    default: return (.other, nil)
    }
  }

  private static func text(_ start: UnsafeMutablePointer<yaml_char_t>) -> String {
    String(decodingCString: start, as: UTF8.self)
  }
}

extension YAMLEvents {
  /// The line of a mark. libyaml ends the last line itself where the file does not, and stands below
  /// it then.
  private func line(of mark: yaml_mark_t) -> Int { min(mark.line + 1, lastLine) }

  /// The last line of a text, counted as libyaml counts: by LF, CR, CR LF, U+0085, U+2028, U+2029.
  private static func lastLine(of text: String) -> Int {
    var line = 1
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": line += 1
      default: break
      }
      previous = scalar
    }
    return line
  }

  /// What libyaml stopped at, in a user's words where its own help little.
  private var problem: YAMLProblem {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "it can't be read"
    guard state.error != YAML_READER_ERROR else {
      return YAMLProblem(
        message: "this can't be read as YAML: \(words); remove the character",
        line: bytes.prefix(state.problem_offset).count { $0 == 0x0A } + 1, column: nil)
    }
    let mark = state.problem_mark
    return YAMLProblem(
      message: message(words, at: mark.index), line: line(of: mark),
      column: mark.line < lastLine ? mark.column + 1 : nil)
  }

  private func message(_ words: String, at index: Int) -> String {
    if words.contains("nesting level") { return YAMLReader.tooDeep }
    if words.contains("cannot start any token"), isTab(at: index) {
      return "a tab stands here, which YAML does not take as indentation; write spaces"
    }
    return "this is not YAML: \(words); check the indentation, colons and quotes near here"
  }

  /// `index` counts characters.
  private func isTab(at index: Int) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return text.dropFirst(index).first == "\t"
  }
}
