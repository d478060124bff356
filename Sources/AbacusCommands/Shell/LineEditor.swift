import CLineEdit

/// Lines typed at a terminal, with history and completion.
final class LineEditor: LineSource {
  static let prompt = "abacus> "
  static let continuation = "   ...> "

  let name: String? = nil
  private let editor: OpaquePointer
  private let history: HistoryFile?
  private let completion: ShellCompletion
  private var pending = ""

  /// Opens the terminal; nil where it can't be used.
  ///
  /// - Parameters:
  ///   - input: the open file that keys come from.
  ///   - output: the open file that the line is shown on.
  init?(input: Int32, output: Int32, history: HistoryFile?, completion: ShellCompletion) {
    guard let editor = line_edit_open(input, output, Int32(HistoryFile.limit)) else { return nil }
    self.editor = editor
    self.history = history
    self.completion = completion
    for entry in history?.entries() ?? [] { line_edit_remember(editor, entry) }
    line_edit_on_tab(
      editor,
      { context, _, line, length in
        guard let context, let line else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: line, count: length)
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return editor.complete(String(decoding: bytes, as: UTF8.self)) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { line_edit_close(editor) }

  func next(after pending: String) -> TypedLine {
    self.pending = pending
    var end = LINE_EDIT_CLOSED
    let prompt = pending.isEmpty ? Self.prompt : Self.continuation
    guard let typed = prompt.withCString({ line_edit_read(editor, $0, &end) }) else {
      return end == LINE_EDIT_CANCELLED ? .cancelled : .end
    }
    var line = String(cString: typed)
    while line.last?.isNewline == true { line.removeLast() }
    return .line(line)
  }

  func remember(_ entry: String) {
    line_edit_remember(editor, entry)
    history?.append(entry)
  }

  /// Completes the word before the cursor; false where nothing can be said.
  private func complete(_ line: String) -> Bool {
    let result = completion.result(for: line, after: pending)
    if result.insertion != result.typed {
      line_edit_erase(editor, Int32(result.typed.unicodeScalars.count))
      line_edit_insert(editor, result.insertion)
    }
    if result.candidates.count > 1 {
      line_edit_list(editor, CandidateList.text(result.candidates, width: Streams.width))
    }
    return !result.candidates.isEmpty
  }
}

/// Candidates in columns, as they are listed below the line.
enum CandidateList {
  /// More are not listed.
  static let limit = 120

  static func text(_ candidates: [String], width: Int) -> String {
    let shown = candidates.prefix(limit)
    let longest = shown.map(\.count).max() ?? 0
    let perLine = max(1, width / (longest + 2))
    var text = ""
    for (place, candidate) in shown.enumerated() {
      let isLast = place % perLine == perLine - 1 || place == shown.count - 1
      let space = String(repeating: " ", count: longest + 2 - candidate.count)
      text += candidate + (isLast ? "\n" : space)
    }
    let rest = candidates.count - shown.count
    return rest > 0 ? text + "and \(rest) more\n" : text
  }
}
