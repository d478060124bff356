import Foundation
import Testing

/// Texts that are kept in `Tests/Snapshots/ReportDocument` and compared byte for byte.
///
/// `UPDATE_SNAPSHOTS=1 swift test` writes them anew; read the difference before it is committed.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Snapshots/ReportDocument")

  /// Compares a text with the kept one; on a difference shows the first line that differs.
  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard kept != text else { return }
    let pairs = zip(lines(kept) + [""], lines(text) + [""])
    let first = pairs.first { $0 != $1 } ?? ("(fewer lines)", "(more lines)")
    Issue.record(
      "\(name) differs\n  kept: \(first.0)\n  now:  \(first.1)", sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
