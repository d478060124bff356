import Glibc
import SurveyIngest
import SurveyReport

/// Reports as they were published, one folder a run, for comparisons with later ones.
///
/// A run's folder is made under a hidden name before its report is published, and gets its own name
/// after. So an archived report was published, and the reader finds it whole.
///
/// **What is kept.** When a run begins: the newest `newestCount` runs, and of each of the last
/// `monthCount` months that have runs the last one. The rest is removed; its lines in the ledger stay.
struct RunArchive {
  /// How many of the newest runs are kept whole.
  static let newestCount = 12
  /// Of how many months the last run is kept.
  static let monthCount = 24
  /// The digests of the responses, among the files of a run.
  static let responsesName = "responses"

  /// The files of a run that a later report is compared with.
  static let comparedNames = [NumbersJSON.fileName, responsesName, Manifest.fileName]

  /// The folder of all runs.
  let path: String

  /// The folder of one run; it need not exist.
  func folder(of run: String) -> String { FilePath.joined(path, run) }

  private func aside(_ run: String) -> String { FilePath.joined(path, ".\(run)") }

  /// The runs that are kept, oldest first.
  func runs() -> [String] {
    ((try? SystemCalls.names(in: path)) ?? []).filter { !$0.hasPrefix(".") }
  }

  /// Writes a run's files under a hidden name.
  func prepare(_ run: String, _ files: [(name: String, text: String)]) throws(OutputError) {
    let folder = aside(run)
    try StudyHistory.makePrivate(folder)
    for (name, text) in files {
      let file = FilePath.joined(folder, name)
      do {
        try SystemCalls.write(text.utf8Span.span.bytes, to: file, mode: 0o600, syncs: false)
      } catch {
        remove(folder)
        throw .writing(file, error)
      }
    }
  }

  /// Gives a run's folder its name, once the report is published.
  func keep(_ run: String) throws(OutputError) {
    guard (try? SystemCalls.kind(of: aside(run))) == .folder else { return }
    do {
      try SystemCalls.move(aside(run), to: folder(of: run))
    } catch {
      throw .writing(folder(of: run), error)
    }
  }

  /// Removes what was prepared for runs that never published.
  func dropPrepared() {
    for name in (try? SystemCalls.names(in: path)) ?? [] where name.hasPrefix(".") {
      remove(FilePath.joined(path, name))
    }
  }

  /// The run that is kept before another one; nil for the first one.
  private func run(before run: String) -> String? { runs().last { $0 < run } }

  /// How many responses of a run are not behind the report before it; nil where nothing says so.
  func addedCount(of run: String) -> Int? {
    guard let digests = digests(of: run) else { return nil }
    guard let before = self.run(before: run).flatMap(self.digests) else {
      return digests.groups.reduce(0) { $0 + $1.responses.count }
    }
    return digests.addedCount(since: before)
  }

  /// How many findings of each code the report before a run's had; nil for the first one.
  func findings(before run: String) -> [String: Int]? {
    self.run(before: run).flatMap { PublishedReport(at: folder(of: $0))?.manifest.findings }
  }

  /// The digests of a run's responses; nil where they are not kept.
  func digests(of run: String) -> ResponseDigests? {
    SystemCalls.text(at: FilePath.joined(folder(of: run), Self.responsesName))
      .flatMap(ResponseDigests.init)
  }

  /// Removes the runs that the rule does not keep.
  func prune() {
    for run in Self.dropped(of: runs()) { remove(folder(of: run)) }
  }

  /// Those of some runs, oldest first, that the rule does not keep.
  static func dropped(of runs: [String]) -> [String] {
    var kept = Set(runs.suffix(newestCount))
    var months: [Substring] = []
    for run in runs.reversed() {
      let month = run.prefix(6)
      guard !months.contains(month) else { continue }
      guard months.count < monthCount else { break }
      months.append(month)
      kept.insert(run)
    }
    return runs.filter { !kept.contains($0) }
  }

  /// Removes a folder of ours: plain files, then the folder.
  private func remove(_ folder: String) {
    for name in (try? SystemCalls.names(in: folder)) ?? [] {
      unlink(FilePath.joined(folder, name))
    }
    rmdir(folder)
  }
}
