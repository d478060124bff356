package import Foundation

/// One finished run of the built `abacus` command.
package struct CommandRun: Sendable {
  /// Everything it wrote to standard output.
  package let stdout: String
  /// Everything it wrote to standard error.
  package let stderr: String
  /// Its exit status; the signal's number where a signal ended it.
  package let status: Int32

  /// The lines of standard error, without the last line's end.
  package var errorLines: [String] {
    stderr.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// True where the tests and the command run under a sanitizer, as `make sanitize` says.
  package static let isSanitized =
    ProcessInfo.processInfo.environment["ABACUS_SANITIZED"] != nil

  /// Runs `abacus` to its end, without a terminal and without colour.
  ///
  /// - Parameters:
  ///   - environment: variables added to those of the test, or put in their place.
  ///   - input: what the command reads from standard input.
  ///   - folder: the folder it runs in; the test's own where absent.
  package static func abacus(
    _ arguments: [String], environment: [String: String] = [:], input: String = "",
    in folder: String? = nil
  ) throws -> CommandRun {
    try run(executable, arguments, environment: environment, input: input, in: folder)
  }

  /// Runs a line of the shell, in which `$ABACUS` is the command.
  package static func shell(_ line: String, in folder: String? = nil) throws -> CommandRun {
    try run(
      URL(filePath: "/bin/sh"), ["-c", line], environment: ["ABACUS": executable.path], input: "",
      in: folder)
  }

  private static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String], input: String,
    in folder: String?
  ) throws -> CommandRun {
    // Files, not pipes: a pipe that nobody reads while the command writes would block it.
    let scratch = try ScratchFolder()
    for (name, text) in [("in", input), ("out", ""), ("err", "")] { scratch.write(text, to: name) }
    let files = try (
      input: handle(scratch.path("in"), for: FileHandle.init(forReadingFrom:)),
      output: handle(scratch.path("out"), for: FileHandle.init(forWritingTo:)),
      error: handle(scratch.path("err"), for: FileHandle.init(forWritingTo:))
    )
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ownEnvironment.merging(environment) { _, new in new }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = files.input
    process.standardOutput = files.output
    process.standardError = files.error
    try process.run()
    process.waitUntilExit()
    return CommandRun(
      stdout: scratch.text(of: "out") ?? "", stderr: scratch.text(of: "err") ?? "",
      status: process.terminationStatus)
  }

  /// The built command: SwiftPM puts the executables of a package beside its test bundle.
  package static var executable: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "abacus")
  }

  private static var ownEnvironment: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    variables["SOURCE_DATE_EPOCH"] = nil
    variables["NO_COLOR"] = "1"
    variables["TERM"] = "dumb"
    return variables
  }

  private static func handle(
    _ path: String, for open: (URL) throws -> FileHandle
  ) rethrows -> FileHandle {
    try open(URL(filePath: path))
  }
}
