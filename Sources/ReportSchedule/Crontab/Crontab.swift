/// A user's crontab, in which abacus keeps one part for each folder or study.
///
/// Debian's cron knows no time zones, so a line asks every five minutes what is due.
package struct Crontab: Hashable, Sendable {
  /// All of it.
  package let text: String

  /// The crontab as `crontab -l` prints it; empty where there is none.
  package init(_ text: String) { self.text = text }

  /// The same crontab with the part for one target, in place of an earlier one or at the end.
  ///
  /// - Parameters:
  ///   - target: the absolute path of a folder or a study.
  ///   - program: the absolute path of abacus.
  ///   - roots: absolute paths of folders in which files of studies may lie, beside their own.
  ///   - options: what the line says besides: options that need no quotes.
  /// - Throws: `ScheduleError.openBlock`, `ScheduleError.unwritablePath`.
  package func adding(
    target: String, program: String, roots: [String] = [], options: [String] = []
  ) throws(ScheduleError) -> Crontab {
    for path in [target, program] + roots { try ProgramPath.check(path) }
    let words = options + [Self.word(target)] + roots.map { "--root \(Self.word($0))" }
    let part = [
      Self.start(of: target),
      "*/5 * * * * \(Self.word(program)) schedule run-due \(words.joined(separator: " "))",
      Self.end(of: target),
    ]
    var lines = self.lines
    if let old = try place(of: target) {
      lines.replaceSubrange(old, with: part)
    } else {
      lines += part
    }
    return Crontab(lines: lines)
  }

  /// The same crontab without the part for one target.
  ///
  /// - Throws: `ScheduleError.openBlock`.
  package func removing(target: String) throws(ScheduleError) -> Crontab {
    guard let old = try place(of: target) else { return self }
    var lines = self.lines
    lines.removeSubrange(old)
    return Crontab(lines: lines)
  }

  private init(lines: [String]) {
    text = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    guard !text.isEmpty else { return [] }
    // Bytes, because a carriage return and a line feed are one character.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The lines of the part for a target.
  private func place(of target: String) throws(ScheduleError) -> ClosedRange<Int>? {
    let lines = self.lines
    guard let first = lines.firstIndex(of: Self.start(of: target)) else { return nil }
    let next = lines[(first + 1)...].firstIndex { $0.hasPrefix("# >>> abacus ") }
    guard let last = lines[first...].firstIndex(of: Self.end(of: target)), last < next ?? .max
    else {
      throw .openBlock(marker: lines[first])
    }
    return first...last
  }

  private static func start(of target: String) -> String { "# >>> abacus \(target)" }
  private static func end(of target: String) -> String { "# <<< abacus \(target)" }

  /// One word of the shell; cron would end the command at a percent sign.
  private static func word(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
  }
}
