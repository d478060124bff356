import Glibc

/// How changes are noticed.
enum ChangeSource {
  /// The system tells them.
  case inotify(FolderWatches)
  /// Everything is looked at again and again, after this many seconds.
  case polling(Int)

  /// How often everything is looked at where the system tells nothing, in seconds.
  static let usualInterval = 10

  /// The system's word, or looking where that was asked for or the system refuses.
  ///
  /// - Parameters:
  ///   - interval: seconds between looks, where looking was asked for.
  ///   - open: makes the watches.
  ///   - refused: is told why the system refuses.
  static func chosen(
    interval: Int?,
    open: () throws(SystemError) -> FolderWatches = { () throws(SystemError) in
      try FolderWatches()
    }, refused: (SystemError) -> Void
  ) -> ChangeSource {
    if let interval { return .polling(interval) }
    do {
      return .inotify(try open())
    } catch {
      refused(error)
      return .polling(usualInterval)
    }
  }

  /// What people are told where the system refuses.
  static func refusal(_ error: SystemError) -> String {
    "the system does not let abacus watch more folders (\(error.reason)); raise"
      + " `fs.inotify.max_user_watches` and `fs.inotify.max_user_instances` with sysctl, or use"
      + " --poll; until then everything is looked at every \(usualInterval) seconds"
  }

  /// What can be read once something has happened; nil where nothing is told.
  var file: Int32? {
    if case .inotify(let watches) = self { watches.file } else { nil }
  }

  /// Its name in the log.
  var name: String {
    if case .inotify = self { "inotify" } else { "polling" }
  }
}
