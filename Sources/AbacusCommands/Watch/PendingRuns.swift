import SurveyIngest

/// Which studies have to be run, and when: those with files that have changed and are whole again.
///
/// Moments are milliseconds of a clock that nobody sets.
struct PendingRuns {
  /// The studies that are watched.
  private(set) var studies: [WatchedStudy] = []
  private var settling: FileSettling
  private let stamp: (String) -> FileStamp?
  /// The state in which each input was last seen.
  private var seen: [String: FileStamp] = [:]
  /// Studies to run, each with the moment before which it is not run.
  private var due: [String: Int] = [:]
  /// Studies that wait for a folder.
  private var held: Set<String> = []
  /// What links among the inputs lead to, and whose inputs they are.
  private var targets: [String: Set<String>] = [:]

  /// Nothing is watched yet.
  ///
  /// - Parameters:
  ///   - pause: how long a file has to stand still.
  ///   - stamp: tells the present state of a file; nil where there is none.
  init(pause: Int, stamp: @escaping (String) -> FileStamp? = { FileStamp(path: $0) }) {
    settling = FileSettling(pause: pause, stamp: stamp)
    self.stamp = stamp
  }

  /// Watches these studies from here on, and looks at all their files.
  ///
  /// - Parameter gone: folders that are not there now; studies that need one of them wait.
  /// - Returns: files whose change was not known.
  mutating func watch(
    _ studies: [WatchedStudy], without gone: Set<String> = [], at moment: Int
  ) -> [String] {
    self.studies = studies
    held = Set(studies.filter { !$0.folders.isDisjoint(with: gone) }.map(\.places.study))
    due = due.filter { entry in studies.contains { $0.places.study == entry.key } }
    targets = [:]
    for study in studies {
      for target in study.targets { targets[target, default: []].insert(study.places.study) }
    }
    var now: [String: FileStamp] = [:]
    for path in studies.flatMap(\.inputs) { now[path] = stamp(path) }
    let changed = Set(seen.keys).union(now.keys).filter { seen[$0] != now[$0] }
    seen = now
    settling.forgetWriters { stamp($0) == nil }
    return changed.sorted().filter { settling.note($0, .seen, at: moment) }
  }

  /// Takes up what happened to a file.
  ///
  /// - Returns: true where a study depends on it, and nothing was known of a change.
  mutating func note(_ path: String, _ change: FileChange, at moment: Int) -> Bool {
    guard !affected(by: path).isEmpty || Self.maybeStudy(path) else { return false }
    return settling.note(path, change, at: moment)
  }

  /// Forgets who writes into what; to be called when events were lost.
  mutating func forgetWriters() { settling.forgetWriters { _ in true } }

  /// Makes the studies due whose files are whole by now.
  ///
  /// - Returns: true where there were such files.
  mutating func settle(at moment: Int) -> Bool {
    let settled = settling.settle(at: moment)
    for (path, stamp) in settled {
      seen[path] = stamp
      for study in affected(by: path) { due[study] = due[study] ?? moment }
    }
    return !settled.isEmpty
  }

  /// The studies to run now: due, and with no file that is waited for.
  mutating func take(at moment: Int) -> [StudyPlaces] {
    let waiting = Set(settling.paths.flatMap(affected))
    let ready = studies.map(\.places).filter { places in
      guard let first = due[places.study], first <= moment else { return false }
      return !waiting.contains(places.study) && !held.contains(places.study)
    }
    for places in ready { due[places.study] = nil }
    return ready
  }

  /// Has a study run again, from a moment on.
  mutating func retry(_ study: String, from moment: Int) { due[study] = moment }

  /// When there may be something to do without a further event; nil where never. What is due already
  /// waits for a file or a folder.
  func next(after moment: Int) -> Int? {
    [settling.next, due.values.filter { $0 > moment }.min()].compactMap(\.self).min()
  }

  /// Files that were not whole for a time; each is told once.
  mutating func late(at moment: Int, after time: Int) -> [String] {
    settling.late(at: moment, after: time)
  }

  private func affected(by path: String) -> Set<String> {
    Set(studies.filter { $0.depends(on: path) }.map(\.places.study)).union(targets[path] ?? [])
  }

  /// True for the name of a file that may be a study nobody knows of yet.
  private static func maybeStudy(_ path: String) -> Bool {
    !FilePath.name(of: path).hasPrefix(".") && [".yaml", ".yml"].contains(where: path.hasSuffix)
  }
}
