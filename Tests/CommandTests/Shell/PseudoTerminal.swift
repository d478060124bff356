import Foundation
import Testing

/// A command at a terminal of 80 by 24, which is its controlling one, so that Ctrl-C is a signal.
final class PseudoTerminal {
  /// False where the system hands out no terminals; the tests are skipped then, and say so.
  static let isAvailable: Bool = {
    guard let pair = try? opened() else { return false }
    close(pair.master)
    return true
  }()

  /// The near end of a new terminal, and the path of its far end.
  private static func opened() throws -> (master: Int32, path: String) {
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let number: UInt = 0x8004_5430  // TIOCGPTN
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var no: Int32 = 0
    var place: Int32 = 0
    try #require(
      master >= 0 && ioctl(master, unlock, &no) == 0 && ioctl(master, number, &place) == 0)
    return (master, "/dev/pts/\(place)")
  }

  /// Longer than any answer takes, on a busy machine too.
  private static let patience = 30.0
  private let master: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []
  /// How much of the text was expected already.
  private var seen = 0
  private var status: Int32?

  /// Starts an executable of the package.
  init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let terminal: String
    (master, terminal) = try Self.opened()
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: name).path
    var variables = ProcessInfo.processInfo.environment
    for name in ["ABACUS_HISTORY", "XDG_STATE_HOME", "LC_ALL", "LANG"] { variables[name] = nil }
    variables.merge(["TERM": "xterm", "NO_COLOR": "1"]) { _, new in new }
    variables.merge(environment) { _, new in new }
    process = try Self.spawn(
      executable, [name] + arguments, variables.map { "\($0)=\($1)" }, terminal: terminal)
  }

  deinit {
    close(master)
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// The first terminal that a leader of a session opens is its own.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Threads of tests block signals, which the command would inherit.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags: Int16 = 0x80 | 0x08  // POSIX_SPAWN_SETSID and POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, flags)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process = pid_t()
    let error = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    try #require(error == 0, "\(path) could not be started")
    return process
  }

  /// Types keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until a text stands behind what was expected before.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = Date().addingTimeInterval(Self.patience)
    while true {
      let shown = self.text.dropFirst(seen)
      if let range = shown.range(of: text) {
        seen += shown.distance(from: shown.startIndex, to: range.upperBound)
        return
      }
      guard Date() < deadline, readMore() else { break }
    }
    let shown = String(self.text.dropFirst(seen))
    Issue.record("“\(text)” did not come; this did: \(shown)", sourceLocation: sourceLocation)
    throw CancellationError()
  }

  /// Types keys at the next prompt.
  func answer(_ prompt: String, _ keys: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    try expect(prompt, sourceLocation: sourceLocation)
    type(keys)
  }

  /// Presses a key again and again until a text is shown.
  func press(
    _ key: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<20 {
      type(key)
      var place = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      while poll(&place, 1, 500) > 0, readMore() {
        if self.text.dropFirst(seen).contains(text) {
          return try expect(text, sourceLocation: sourceLocation)
        }
      }
    }
    try expect(text, sourceLocation: sourceLocation)
  }

  /// Waits for the end of the command; its status.
  func end() -> Int32 {
    while readMore() {}
    // One that has hung up its terminal has ended; another is not waited for.
    var place = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    if poll(&place, 1, 0) == 0 { kill(process, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    self.status = status
    return status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
  }

  /// What was shown, without the sequences that move the cursor.
  var text: String {
    String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      .replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
  }

  /// Waits for more to be shown; false at the end, or when nothing comes for long.
  private func readMore() -> Bool {
    var place = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, Int32(Self.patience * 1000)) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    return true
  }
}
