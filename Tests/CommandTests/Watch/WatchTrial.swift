import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// A watch over a folder of small studies.
final class WatchTrial {
  let program: Program
  private let process = Process()

  /// Starts `abacus watch .` in the folder.
  init(_ program: Program, _ options: String...) throws {
    self.program = program
    program.folder.write("", to: ".log")
    process.executableURL = CommandRun.executable
    process.arguments = ["watch", "."] + options
    process.currentDirectoryURL = URL(filePath: program.folder.path(""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: program.folder.path(".log"))
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// What it has said so far.
  var log: String { program.folder.text(of: ".log") ?? "" }

  /// Waits until something holds, a minute at most.
  func wait(
    for what: String, _ holds: () throws -> Bool, at place: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<600 {
      if try holds() { return }
      usleep(100_000)
    }
    Issue.record("waited for \(what); the log says\n\(log)", sourceLocation: place)
  }

  /// Waits until a study has had so many runs that made a report, and sees that there are no more.
  func expectReports(
    _ count: Int, of study: String = "east", at place: SourceLocation = #_sourceLocation
  ) throws {
    try wait(for: "\(count) reports of \(study)", { try reports(of: study) >= count }, at: place)
    usleep(2_500_000)
    let events = try program.events(study)
    #expect(
      events == (0..<count).flatMap { _ in [.started, .finished] }, sourceLocation: place)
  }

  /// How many reports a study has had.
  func reports(of study: String) throws -> Int {
    guard program.folder.names(in: study)?.contains("study.history") == true else { return 0 }
    return try program.events(study).count { $0 == .finished }
  }

  /// True until it has ended.
  var isRunning: Bool { process.isRunning }

  /// A process that does its work.
  var worker: pid_t? {
    let own = process.processIdentifier
    let children = try? String(contentsOfFile: "/proc/\(own)/task/\(own)/children", encoding: .utf8)
    return children?.split(separator: " ").first.flatMap { pid_t($0) }
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Sends a signal; the status with which it ended.
  func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    send(signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
