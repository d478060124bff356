import ReportDocument

/// A place in a question, as it is shown below an error.
struct QuestionPlace: Hashable {
  /// The line of the question, from 1.
  let line: Int
  /// The column in that line, in characters from 1.
  let column: Int
  /// The line and, below it, a mark under the place.
  let excerpt: [String]

  /// Finds an offset in bytes; one behind the end counts as the end.
  init(_ offset: Int, in question: String) {
    let bytes = Array(question.utf8)
    let offset = min(max(0, offset), bytes.count)
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
    excerpt = CaretText.lines(question, at: offset)
  }
}
