import Foundation
import TestSupport

/// A scratch folder that looks like the repository to a command.
struct DocumentationShell {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for name in ["data", "reports"] {
      try FileManager.default.copyItem(
        atPath: Repository.top.appending(path: name).path, toPath: folder.path(name))
    }
  }

  func text(of name: String) -> String? { folder.text(of: name) }

  /// Runs a line in a shell that finds the built `abacus` first. What goes on until it is stopped is
  /// stopped after some seconds.
  func run(_ command: String) throws -> (status: Int32, output: String) {
    let command = command.replacing(
      "abacus watch", with: "timeout --preserve-status 8 abacus watch")
    let process = Process()
    let output = Pipe()
    let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = "\(built.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    variables["TERM"] = "dumb"
    variables["HOME"] = folder.path("")
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = variables
    process.currentDirectoryURL = URL(filePath: folder.path(""))
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes.suffix(2000), as: UTF8.self))
  }
}
