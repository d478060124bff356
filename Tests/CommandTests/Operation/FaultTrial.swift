import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// A study that has a report, to be run under bad conditions.
struct FaultTrial {
  let program: Program

  init() throws {
    program = try Program()
    let run = try program.run("run", ".")
    try #require(run.status == 0, "\(run.stderr)")
  }

  /// Gives the study other answers, so that the next run has something to do.
  func change(rows: Int) {
    let path = program.folder.path("east/answers.csv")
    program.folder.write(Program.answers(24 + rows % 500), to: "east/next.tmp")
    rename(program.folder.path("east/next.tmp"), path)
  }

  /// Writes other answers into the same file, piece by piece.
  func overwrite(rows: Int) {
    let file = open(program.folder.path("east/answers.csv"), O_WRONLY | O_TRUNC)
    defer { close(file) }
    for line in Program.answers(rows).split(separator: "\n") {
      let bytes = Array(line.utf8) + [10]
      _ = write(file, bytes, bytes.count)
    }
  }

  /// Starts a run.
  func start() throws -> Process {
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = ["run", "."]
    process.currentDirectoryURL = URL(filePath: program.folder.path(""))
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts a run and kills it, or the process that does its work.
  func killedRun(after seconds: Double, worker: Bool) throws {
    let process = try start()
    usleep(UInt32(seconds * 1_000_000))
    let own = process.processIdentifier
    let children = try? String(contentsOfFile: "/proc/\(own)/task/\(own)/children", encoding: .utf8)
    let child = children?.split(separator: " ").first.flatMap { pid_t($0) }
    kill(worker ? child ?? own : own, SIGKILL)
    process.waitUntilExit()
    // Whoever did the work for it ends by itself.
    if let child { for _ in 0..<2000 where kill(child, 0) == 0 { usleep(1000) } }
  }

  /// The report is whole, and the ledger is one that a run could have left.
  func checkWhatIsLeft(_ comment: String) throws {
    let report = try #require(PublishedReport(at: program.folder.path("east/report")), "\(comment)")
    for output in report.manifest.outputs {
      let record = try InputRecord(readingFileAt: "\(report.path)/\(output.name)", kind: .source)
      #expect(record.sha256 == output.sha256, "\(comment): \(output.name)")
    }
    #expect(try report.foreignNames() == [], "\(comment)")
    let entries = try RunLedger(history: program.folder.path("east/study.history")).entries()
    #expect(Self.isConsistent(entries, mayEndOpen: true), "\(comment): \(entries.suffix(4))")
  }

  /// The next run makes up for everything.
  func repair(_ comment: String) throws {
    let run = try program.run("run", ".")
    #expect(run.status == 0, "\(comment): \(run.stderr)")
    let verified = try program.run("verify", "east/report")
    #expect(verified.status == 0, "\(comment): \(verified.stdout)\(verified.stderr)")
    let entries = try RunLedger(history: program.folder.path("east/study.history")).entries()
    #expect(Self.isConsistent(entries, mayEndOpen: false), "\(comment): \(entries.suffix(4))")
    let finished = Set(entries.filter { $0.event == .finished }.map(\.run))
    let archived = program.folder.names(in: "east/study.history/runs") ?? []
    #expect(finished.isSuperset(of: archived), "\(comment)")
    #expect(archived.last == entries.last { $0.event == .finished }?.run, "\(comment)")
    let names = program.folder.names(in: "east") ?? []
    #expect(names.filter { $0.hasPrefix(".") } == [], "\(comment)")
  }

  /// Every beginning has exactly one end, before the next beginning.
  static func isConsistent(_ entries: [LedgerEntry], mayEndOpen: Bool) -> Bool {
    var open: String?
    for entry in entries {
      switch entry.event {
      case .started:
        guard open == nil else { return false }
        open = entry.run
      case .finished, .failed, .interrupted:
        guard open == entry.run else { return false }
        open = nil
      case .unchanged: guard open == nil else { return false }
      }
    }
    return open == nil || mayEndOpen
  }
}

extension Program {
  /// Runs a script in a copy of the folder on a small disk of its own.
  func mounted(size: String, _ script: String) throws -> CommandRun {
    let top = folder.path("")
    folder.write(script, to: "script.sh")
    return try CommandRun.shell(
      """
      mkdir \(top)/disk && unshare -rm sh -c 'mount -t tmpfs -o size=\(size) tmpfs \(top)/disk && \
      cp -r \(top)/east \(top)/disk && cd \(top)/disk && . \(top)/script.sh'
      """)
  }

  /// Runs `abacus run .` as somebody whom permissions stop.
  func runWithoutPrivileges() throws -> CommandRun {
    guard geteuid() == 0 else { return try run("run", ".") }
    let top = folder.path("")
    return try CommandRun.shell(
      """
      chown -R 65534:65534 \(top) && cd \(top) && setpriv --reuid=65534 --regid=65534 \
      --clear-groups $ABACUS run .; status=$?; chown -R 0:0 \(top); exit $status
      """)
  }
}
