import Glibc

/// A lock that the system keeps on an open file, until the file is closed.
enum FileLock {
  /// For how many seconds it is waited until another process lets go of a lock.
  static let patience = 10

  /// Takes the lock; false where another process still holds it when the time is over.
  static func take(_ file: Int32, within seconds: Int = patience) throws(SystemError) -> Bool {
    let deadline = MonotonicClock.now + seconds * 1000
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        guard MonotonicClock.now < deadline else { return false }
        usleep(20_000)
      default: throw .last
      }
    }
    return true
  }

  /// What is said of a lock that another process holds.
  static func words(_ path: String) -> String {
    "another process has `\(path)` locked, and did not let go of it within \(patience) seconds; wait until that process has ended, then try again"
  }
}
