import Glibc

/// Another program that was run to its end.
struct ProgramRun {
  /// What it ended with; 128 and the signal's number where a signal ended it.
  let status: Int32
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String

  /// Runs a program of the search path, and waits for it.
  ///
  /// - Parameter input: what it reads from standard input.
  init(_ words: [String], input: String = "") throws(SystemError) {
    // Files, not pipes: a pipe that nobody reads while the program writes would block it.
    let files = try (0..<3).map { (_) throws(SystemError) in try UnnamedFile() }
    var bytes = input
    bytes.makeContiguousUTF8()
    try SystemCalls.write(bytes.utf8Span.span.bytes, toOpen: files[0].number)
    lseek(files[0].number, 0, SEEK_SET)
    let process = try Self.start(words, files: files.map(\.number))
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    status = state & 0x7f == 0 ? (state >> 8) & 0xff : 128 + (state & 0x7f)
    output = files[1].text
    errors = files[2].text
  }

  /// True where it says that all went well.
  var succeeded: Bool { status == 0 }

  private static func start(_ words: [String], files: [Int32]) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(target))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    SpawnSignals.reset(&attributes)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(
      &process, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }
}
