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

  /// The name of the folder in a history folder.
  static let folderName = "runs"

  /// The folder of all runs.
  let path: String

  /// The folder of one run; it need not exist.
  func folder(of run: String) -> String { FilePath.joined(path, run) }

  private func aside(_ run: String) -> String { "." + run }

  /// The folder of all runs, held open: neither it nor the history around it is a link.
  func open() throws(OutputError) -> FolderHandle {
    try FolderHandle.own(at: FilePath.folder(of: path)).own(FilePath.name(of: path))
  }

  /// True for the name of a file that abacus gives in a run's folder.
  private static func isOwn(_ name: String) -> Bool {
    name == responsesName || ReportFiles.isOwn(name)
  }

  /// The runs that are kept, oldest first: those that a later report can be compared with.
  func runs() -> [String] {
    guard let folder = try? open() else { return [] }
    return Self.runs(in: folder).filter { name in
      guard let run = try? folder.own(name) else { return false }
      return Self.comparedNames.allSatisfy { (try? run.kind(of: $0)) == .file }
    }
  }

  private static func runs(in folder: FolderHandle) -> [String] {
    ((try? folder.names()) ?? []).filter(RunID.isName)
  }

  /// Writes a run's files under a hidden name.
  func prepare(_ run: String, _ files: [(name: String, text: String)]) throws(OutputError) {
    let folder = try open()
    let name = aside(run)
    var path = folder.path(of: name)
    do throws(SystemError) {
      try folder.makeFolder(name, mode: 0o700)
      let own = try folder.folder(name)
      for (name, text) in files {
        path = own.path(of: name)
        try own.write(text.utf8Span.span.bytes, to: name, mode: 0o600, syncs: false)
      }
    } catch {
      remove(name, in: folder)
      throw .writing(path, error)
    }
  }

  /// Gives a run's folder its name, once the report is published.
  func keep(_ run: String) throws(OutputError) {
    let folder = try open()
    do throws(SystemError) {
      guard try folder.kind(of: aside(run)) == .folder else { return }
      try folder.move(aside(run), to: folder, as: run)
    } catch {
      throw .writing(self.folder(of: run), error)
    }
  }

  /// Removes what was prepared for runs that never published.
  func dropPrepared() {
    guard let folder = try? open() else { return }
    for name in (try? folder.names()) ?? [] where Self.isAside(name) { remove(name, in: folder) }
  }

  private static func isAside(_ name: String) -> Bool {
    name.hasPrefix(".") && RunID.isName(name.dropFirst())
  }

  /// What stands among the runs and is not of abacus's making, or not all of it: it is left alone.
  func strangers() -> [String] {
    guard let folder = try? open() else { return [] }
    return ((try? folder.names()) ?? []).filter { name in
      guard RunID.isName(name) || Self.isAside(name), let run = try? folder.own(name),
        let files = try? run.names()
      else { return true }
      return !files.allSatisfy { Self.isOwn($0) && (try? run.kind(of: $0)) == .file }
    }.map(folder.path(of:))
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
    guard RunID.isName(run) else { return nil }
    return FolderHandle.text(at: FilePath.joined(folder(of: run), Self.responsesName))
      .flatMap(ResponseDigests.init)
  }

  /// Removes the runs that the rule does not keep.
  func prune() {
    guard let folder = try? open() else { return }
    for run in Self.dropped(of: Self.runs(in: folder)) { remove(run, in: folder) }
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

  /// Removes the folder of a run, or nothing where it holds what abacus does not write.
  private func remove(_ name: String, in folder: FolderHandle) {
    guard let run = try? folder.own(name) else { return }
    folder.removeFolder(name, holding: run, last: Manifest.fileName, where: Self.isOwn)
  }
}
