import Glibc
import SurveyIngest
import SurveyModel

/// The ledger of a study's runs: `ledger.jsonl` in its history folder, a line an event.
///
/// Lines are only ever added, each seen onto the disk before the work goes on. Whoever writes holds
/// the study's `RunLock`.
struct RunLedger {
  /// The name of the file in a history folder.
  static let fileName = "ledger.jsonl"
  /// Where it is.
  let path: String
  private let history: String

  /// The ledger in a history folder.
  init(history: String) {
    self.history = history
    path = FilePath.joined(history, Self.fileName)
  }

  /// Every line, oldest first.
  ///
  /// - Throws: `CommandFailure` where the file can't be read or a line is damaged.
  func entries() throws -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    for (index, line) in try text().split(separator: "\n").enumerated() {
      guard let entry = LedgerEntry(parsing: line) else {
        throw CommandFailure(
          Finding(
            .damagedHistory, at: SourceLocation(file: path, line: index + 1),
            "this line of the ledger is damaged, so it is not known what ran; restore the file from a backup, or move it away to begin a new one"
          ))
      }
      entries.append(entry)
    }
    return entries
  }

  /// The last line; nil before the first run.
  ///
  /// - Throws: `CommandFailure` where the file can't be read or the line is damaged.
  func last() throws -> LedgerEntry? {
    // Only the end is looked at: a study that is run every hour has thousands of lines.
    let text = try text().dropLast()
    guard !text.isEmpty else { return nil }
    let line = text.lastIndex(of: "\n").map { text[text.index(after: $0)...] } ?? text
    guard let entry = LedgerEntry(parsing: line) else {
      return try entries().last
    }
    return entry
  }

  /// The last line that meets a condition; nil where none does.
  func last(where condition: (LedgerEntry) -> Bool) throws -> LedgerEntry? {
    for line in try text().split(separator: "\n").reversed() {
      if let entry = LedgerEntry(parsing: line), condition(entry) { return entry }
    }
    return nil
  }

  /// The whole lines. One without its end was being written when the machine stopped, and counts as
  /// not written.
  private func text() throws -> Substring {
    guard SystemCalls.isThere(history) else { return "" }
    let folder = try FolderHandle.own(at: history)
    guard try folder.kind(of: Self.fileName) != nil else { return "" }
    guard let text = folder.text(of: Self.fileName) else {
      throw CommandFailure(
        Finding(
          .unreadableFile, at: SourceLocation(file: path),
          "the ledger of runs is no plain file, or can't be read; get the right to read it, or move it away to begin a new one"
        ))
    }
    return text.lastIndex(of: "\n").map { text[...$0] } ?? ""
  }

  /// Adds a line and sees it onto the disk.
  ///
  /// - Throws: `OutputError` where it can't be written; the ledger is as it was.
  func append(_ entry: LedgerEntry) throws(OutputError) {
    do {
      let file = try FolderHandle.own(at: history).openOwn(Self.fileName, mode: 0o600)
      defer { close(file) }
      let end = try Self.wholeLength(of: file)
      guard ftruncate(file, end) == 0, lseek(file, end, SEEK_SET) == end else {
        throw SystemError.last
      }
      do {
        try SystemCalls.write(entry.line.utf8Span.span.bytes, toOpen: file)
        guard fsync(file) == 0 else { throw SystemError.last }
      } catch {
        ftruncate(file, end)
        throw error
      }
    } catch let error as SystemError {
      throw .writing(path, error)
    } catch let error as OutputError {
      throw error
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// The length of a file up to its last newline.
  private static func wholeLength(of file: Int32) throws(SystemError) -> off_t {
    var end = lseek(file, 0, SEEK_END)
    guard end >= 0 else { throw .last }
    var byte: UInt8 = 0
    while end > 0 {
      guard pread(file, &byte, 1, end - 1) == 1 else { throw .last }
      if byte == UInt8(ascii: "\n") { break }
      end -= 1
    }
    return end
  }
}
