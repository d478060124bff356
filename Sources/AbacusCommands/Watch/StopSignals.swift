import Dispatch
import Glibc

/// Lets a process that goes on until it is told to stop end what it is doing first.
final class StopSignals {
  /// What can be read from once a signal has arrived.
  let file: Int32

  /// From here on SIGTERM and SIGINT end nothing by themselves, for the rest of the process; only the
  /// second of them ends it, at once.
  ///
  /// The calling thread, those made later and the processes they start block the signals: a service
  /// manager and a terminal send them to workers too, and those are to end their study. One thread
  /// waits for them.
  ///
  /// - Parameter first: is called when the first has arrived, on another thread.
  init(first: @escaping @Sendable () -> Void) throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    file = ends[0]
    let input = ends[1]
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    DispatchQueue(label: "abacus.stop").async { [signals] in
      pthread_sigmask(SIG_BLOCK, [signals], nil)
      var signal: Int32 = 0
      while sigwait([signals], &signal) != 0 {}
      first()
      _ = write(input, [0], 1)
      while sigwait([signals], &signal) != 0 {}
      _exit(0)
    }
  }

  deinit { close(file) }

  /// True once a signal has arrived.
  var haveArrived: Bool {
    var place = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&place, 1, 0) == 1
  }
}
