import Foundation
import Testing

/// Runs what a newcomer runs first.
@Suite struct ScriptTests {
  @Test func setupIsQuietWhenNothingIsMissing() throws {
    #expect(try run("scripts/setup") == "")
  }

  @Test func makeAloneListsEveryTarget() throws {
    let help = try run("make", "--no-print-directory")
    let makefile = Repository.text("Makefile") ?? ""
    let phony = try #require(makefile.firstMatch(of: /\.PHONY: (.+)/)).1
    #expect(
      help.split(separator: "\n").map { $0.prefix { $0 != " " } } == phony.split(separator: " "))
  }

  /// What a command, run at the top, prints to either output.
  private func run(_ words: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = Repository.top
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
