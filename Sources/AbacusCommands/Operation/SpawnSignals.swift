import Glibc

/// The signals of a program that is started.
enum SpawnSignals {
  /// What this process ignores or blocks, another program need not.
  ///
  /// - Parameter flags: further flags of the attributes.
  static func reset(_ attributes: inout posix_spawnattr_t, flags: Int32 = 0) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    let all = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | flags
    posix_spawnattr_setflags(&attributes, Int16(all))
  }
}
