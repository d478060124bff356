import CProgramStart
import Glibc

/// Starts a program in a process of its own.
struct ProgramStart {
  /// The program and its arguments.
  let words: [String]
  /// Where the program is; nil to look for the first word on the search path.
  var path: String?
  /// What its standard input, output and error are; nil for this process's own.
  var files: [Int32?] = []
  /// Its variables, as `NAME=value`; nil for this process's variables.
  var environment: [String]?
  /// True where it gets no other open files than those, also none that this process was given.
  var closesOthers = false
  /// True for a process group of its own, which can be ended with all that it starts.
  var hasOwnGroup = false
  /// True for the usual signals: what this process ignores or blocks, another program need not.
  var hasUsualSignals = true

  /// Starts it.
  func start() throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, file) in files.enumerated() {
      if let file { posix_spawn_file_actions_adddup2(&actions, file, Int32(target)) }
    }
    if closesOthers { program_closes_from(&actions, Int32(files.count)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    prepare(&attributes)
    var arguments = Self.copies(words)
    var variables = Self.copies(environment ?? [])
    defer { for copy in arguments + variables { free(copy) } }
    var process = pid_t()
    let code = variables.withUnsafeMutableBufferPointer { variables in
      // A path with a slash is not looked for.
      posix_spawnp(
        &process, path ?? words[0], &actions, &attributes, &arguments,
        environment == nil ? environ : variables.baseAddress)
    }
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }

  /// Texts as C has them, with nil at the end.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private func prepare(_ attributes: inout posix_spawnattr_t) {
    var flags: Int32 = 0
    if hasOwnGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= Int32(POSIX_SPAWN_SETPGROUP)
    }
    if hasUsualSignals {
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      sigaddset(&signals, SIGPIPE)
      sigaddset(&signals, SIGXFSZ)
      posix_spawnattr_setsigdefault(&attributes, &signals)
      flags |= Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}

/// How a process ended, as `waitpid` tells it.
struct ProcessEnd: Hashable {
  /// The signal that ended it; nil where it ended by itself.
  let signal: Int32?
  /// What it ended with; 128 and the signal's number where a signal ended it, as a shell has it.
  let status: Int32

  /// How it ended, behind "ended".
  var words: String { signal.map { "by signal \($0)" } ?? "with status \(status)" }

  /// Reads the number that `waitpid` gave.
  init(_ state: Int32) {
    let number = state & 0x7f
    signal = number == 0 ? nil : number
    status = number == 0 ? state >> 8 & 0xff : 128 + number
  }
}
