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
    let process = try ProgramStart(words: words, files: files.map(\.number)).start()
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    status = ProcessEnd(state).status
    output = files[1].text
    errors = files[2].text
  }

  /// True where it says that all went well.
  var succeeded: Bool { status == 0 }
}
