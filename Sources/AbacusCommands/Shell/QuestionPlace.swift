import ReportDocument

/// A place in a question, as it is shown below an error.
struct QuestionPlace: Hashable {
  /// The line of the question, from 1.
  let line: Int
  /// The column in that line, in characters from 1.
  let column: Int
  /// The line and, below it, a mark under the place.
  let excerpt: [String]

  /// Longer lines are shown in part.
  private static let limit = 72

  /// Finds an offset in bytes; one behind the end counts as the end.
  init(_ offset: Int, in question: String) {
    let bytes = Array(question.utf8)
    let offset = min(max(0, offset), bytes.count)
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let front = Array(String(decoding: bytes[start..<offset], as: UTF8.self))
    let back = Array(String(decoding: bytes[offset..<end], as: UTF8.self))
    column = front.count + 1
    let isCut = front.count + back.count > Self.limit
    let first = isCut ? max(0, front.count - Self.limit / 2) : 0
    let shownFront = VisibleText.clean((first > 0 ? "…" : "") + String(front[first...]))
    let room = max(0, Self.limit - (front.count - first))
    let shownBack = VisibleText.clean(String(back.prefix(room)))
    let dots = back.count > room ? "…" : ""
    excerpt = [
      "  " + shownFront + shownBack + dots,
      "  " + String(repeating: " ", count: shownFront.displayWidth) + "^",
    ]
  }
}
