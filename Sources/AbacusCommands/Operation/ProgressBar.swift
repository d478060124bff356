import Glibc

/// One line on a terminal that says how far a run is.
final class ProgressBar {
  private let total: Int
  private var done = 0
  private var isShown = false

  /// A bar over some studies.
  init(total: Int) { self.total = total }

  /// Says which study is being run.
  func show(_ study: String) {
    Self.write(
      "\r" + Self.line(done: done, total: total, study: study, width: Streams.errorWidth)
        + "\u{1B}[K")
    isShown = true
  }

  /// Counts one study as done.
  func advance() { done += 1 }

  /// Takes the line away, so that others can be written.
  func hide() {
    if isShown { Self.write("\r\u{1B}[K") }
    isShown = false
  }

  /// The text of the line, within a width.
  static func line(done: Int, total: Int, study: String, width: Int) -> String {
    let filled = total == 0 ? 20 : done * 20 / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let head = "[\(bar)] \(done) of \(total)  "
    let room = max(0, width - 1 - head.count)
    return head + (study.count <= room ? study : "…" + study.suffix(max(0, room - 1)))
  }

  private static func write(_ text: String) {
    try? SystemCalls.write(text.utf8Span.span.bytes, toOpen: STDERR_FILENO)
  }
}
