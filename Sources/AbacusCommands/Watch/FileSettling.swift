import SurveyIngest

/// What is known of a file that changes.
enum FileChange: Hashable {
  /// Somebody writes into it.
  case begun
  /// It was closed, moved here, or is gone.
  case complete
  /// It is not as it was; nobody knows whether somebody writes into it.
  case seen
}

/// Files that have changed, until they are whole: closed by who wrote them, and not changed any more
/// for a pause.
///
/// Moments are milliseconds of a clock that nobody sets.
struct FileSettling {
  /// How long a file has to stand still.
  let pause: Int
  private let stamp: (String) -> FileStamp?
  private var waits: [String: Wait] = [:]

  private struct Wait {
    var stamp: FileStamp?
    var since: Int
    var isBegun: Bool
    let first: Int
    var isSaid = false
  }

  /// Waits for nothing yet.
  ///
  /// - Parameter stamp: tells the present state of a file; nil where there is none.
  init(pause: Int, stamp: @escaping (String) -> FileStamp?) {
    self.pause = pause
    self.stamp = stamp
  }

  /// The files that are waited for.
  var paths: [String] { waits.keys.sorted() }

  /// When the next of them may be whole; nil where nothing but a further change can tell.
  var next: Int? { waits.values.filter { !$0.isBegun }.map { $0.since + pause }.min() }

  /// Takes a change up; the file's pause begins anew.
  ///
  /// - Returns: true where nothing was known of a change of the file.
  @discardableResult
  mutating func note(_ path: String, _ change: FileChange, at moment: Int) -> Bool {
    let now = stamp(path)
    let wait = waits[path]
    if let wait, change == .seen, wait.stamp == now { return false }
    let isBegun =
      switch change {
      case .begun: now != nil
      case .complete: false
      case .seen: now != nil && (wait?.isBegun ?? false)
      }
    waits[path] = Wait(
      stamp: now, since: moment, isBegun: isBegun, first: wait?.first ?? moment,
      isSaid: wait?.isSaid ?? false)
    return wait == nil
  }

  /// Forgets that somebody writes into these files, where the event that tells the end may be lost.
  mutating func forgetWriters(_ isLost: (String) -> Bool) {
    for (path, wait) in waits where wait.isBegun && isLost(path) { waits[path]?.isBegun = false }
  }

  /// Ends the wait for files that are whole by now.
  ///
  /// - Returns: those, with their state.
  mutating func settle(at moment: Int) -> [(path: String, stamp: FileStamp?)] {
    var settled: [(path: String, stamp: FileStamp?)] = []
    for (path, wait) in waits.sorted(by: { $0.key < $1.key })
    where !wait.isBegun && moment - wait.since >= pause {
      let now = stamp(path)
      if now == wait.stamp {
        waits[path] = nil
        settled.append((path, now))
      } else {
        waits[path]?.stamp = now
        waits[path]?.since = moment
      }
    }
    return settled
  }

  /// Files that were not whole for a time; each is told once.
  mutating func late(at moment: Int, after time: Int) -> [String] {
    let late = waits.filter { !$0.value.isSaid && moment - $0.value.first >= time }.keys.sorted()
    for path in late { waits[path]?.isSaid = true }
    return late
  }
}
