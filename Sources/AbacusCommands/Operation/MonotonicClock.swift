import Glibc

/// The clock that nobody sets, for waits and time limits.
enum MonotonicClock {
  /// Milliseconds since some moment that stays the same while the machine runs.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
