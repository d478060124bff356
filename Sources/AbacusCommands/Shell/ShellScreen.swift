import Glibc
import ReportDocument

/// Where the shell shows results and complaints.
struct ShellScreen {
  /// Writes results.
  let write: (String) throws -> Void
  /// Writes one line about an error or about the shell itself.
  let complain: (String) -> Void
  /// Columns of the terminal.
  let width: () -> Int
  /// Whether weight may be used.
  let usesStyles: Bool

  /// Standard output and standard error.
  static var standard: ShellScreen {
    ShellScreen(
      write: Streams.out, complain: Streams.error, width: { Streams.width },
      usesStyles: Streams.usesStyles)
  }

  /// Writes a document for reading.
  func write(_ document: Document) throws {
    try write(TerminalRenderer(width: width(), usesStyles: usesStyles).render(document))
  }
}

/// How long an answer took.
struct ShellClock {
  private let start = (wall: Self.now(CLOCK_MONOTONIC), cpu: Self.now(CLOCK_PROCESS_CPUTIME_ID))

  /// The times since the clock was made.
  var words: String {
    let style = NumberStyle.plain(decimals: 3)
    let wall = Self.now(CLOCK_MONOTONIC) - start.wall
    let cpu = Self.now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu
    return "time: \(style.text(wall)) s, of the processor \(style.text(cpu)) s"
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
