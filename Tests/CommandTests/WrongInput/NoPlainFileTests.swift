import Foundation
import TestSupport
import Testing

/// Pipes, devices, sockets and folders where a small file belongs: nothing hangs, nothing crashes.
@Suite struct NoPlainFileTests {
  enum Kind: String, CaseIterable {
    case pipe, endless, socket, folder
  }

  let program: Program
  var folder: ScratchFolder { program.folder }

  init() throws {
    program = try Program()
    folder.write("mean(A)\n", to: "east/queries/a.sql")
    #expect(try program.run("run", ".").status == 0)
  }

  /// Puts something else in a file's place.
  private func put(_ kind: Kind, at name: String) throws {
    let path = folder.path(name)
    try? FileManager.default.removeItem(atPath: path)
    switch kind {
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    case .endless:
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case .folder: try folder.makeFolder(name)
    case .socket:
      // A socket's own path may have a hundred bytes only.
      let end = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(end) }
      let short = FileManager.default.temporaryDirectory.appending(
        path: "\(UInt32.random(in: 0...UInt32.max))"
      ).path
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
      let size = socklen_t(MemoryLayout<sockaddr_un>.size)
      let status = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(end, $0, size) }
      }
      #expect(status == 0)
      try FileManager.default.moveItem(atPath: short, toPath: path)
    }
  }

  /// Runs a line of the shell, and ends it where it hangs.
  private func run(_ words: String) throws -> CommandRun {
    try CommandRun.shell("timeout -s KILL 60 $ABACUS \(words)", in: folder.path(""))
  }

  private static let refusal = "is a folder, a pipe or a device; name a plain file [not-a-file]"

  @Test(arguments: Kind.allCases) func asCodebook(kind: Kind) throws {
    try put(kind, at: "east/codebook.yaml")
    for words in [
      "codebook check east/codebook.yaml", "report east/study.yaml --out out", "run .",
      "describe east/study.yaml", "query east/study.yaml 'mean(A)'",
    ] {
      let run = try run(words)
      #expect(run.status == 65, "\(words): \(run.stderr)")
      #expect(run.stderr.contains(Self.refusal), "\(words): \(run.stderr)")
    }
  }

  @Test(arguments: Kind.allCases) func asStudy(kind: Kind) throws {
    try put(kind, at: "east/study.yaml")
    for words in ["report east/study.yaml --out out", "query east/study.yaml 'mean(A)'"] {
      let run = try run(words)
      #expect(run.status == 65, "\(words): \(run.stderr)")
      #expect(run.stderr.contains(Self.refusal), "\(words): \(run.stderr)")
    }
  }

  @Test(arguments: Kind.allCases) func asSavedQuestion(kind: Kind) throws {
    try put(kind, at: "east/queries/a.sql")
    for words in ["report east/study.yaml --out out", "query east/study.yaml --list", "run ."] {
      let run = try run(words)
      if kind == .endless {
        #expect(run.status == 65, "\(words): \(run.stderr)")
        #expect(run.stderr.contains("leads out of the folder of the study"), "\(run.stderr)")
        continue
      }
      #expect(run.status == 65, "\(words): \(run.stderr)")
      #expect(
        run.stderr.contains(
          "the saved questions can't be read (it is a folder, a pipe, a device or a socket)"),
        "\(words): \(run.stderr)")
    }
  }

  @Test(arguments: [Kind.pipe, .folder]) func asQueryLog(kind: Kind) throws {
    try put(kind, at: "east/study.query-log")
    let run = try run("query east/study.yaml 'mean(A)'")
    #expect(run.status == 73, "\(run.stderr)")
  }

  @Test(arguments: [("ledger.jsonl", Int32(66)), ("lock", 73), ("salt", 73)])
  func inTheHistory(name: String, status: Int32) throws {
    try put(.pipe, at: "east/study.history/" + name)
    #expect(try run("run . --force").status == status)
  }

  @Test(arguments: Kind.allCases) func inAReport(kind: Kind) throws {
    try put(kind, at: "east/report/report.json")
    let changed = try run("verify east/report")
    #expect(changed.status == 2)
    #expect(changed.stdout.contains("output report.json: is a folder, a pipe or a device now"))
    try put(kind, at: "east/report/manifest.json")
    for words in ["verify east/report", "diff east/report east/report"] {
      let run = try run(words)
      #expect(run.status == 65, "\(words): \(run.stderr)")
    }
  }

  @Test(arguments: Kind.allCases) func asNumbers(kind: Kind) throws {
    try put(kind, at: "numbers.json")
    let run = try run("diff numbers.json numbers.json")
    if kind == .pipe || kind == .endless {
      #expect(
        run.stderr.contains(
          "`numbers.json` can't be read (it is a folder, a pipe, a device or a socket); name a report folder or its numbers.json [not-a-file]"
        ), "\(run.stderr)")
    }
    #expect(run.status == 65, "\(run.stderr)")
  }

  @Test(arguments: Kind.allCases) func asQuestionsOfTheShell(kind: Kind) throws {
    try put(kind, at: "questions")
    let run = try CommandRun.shell(
      "echo .read questions | timeout -s KILL 60 $ABACUS shell east/study.yaml",
      in: folder.path(""))
    #expect(run.status == 65)
    #expect(
      run.stderr.contains(
        "`questions` can't be read (it is a folder, a pipe, a device or a socket); check the path"),
      "\(run.stderr)")
  }

  @Test func endlessQuestionsEnd() throws {
    #expect(try run("query east/study.yaml - < /dev/zero").status == 64)
    #expect(try run("shell east/study.yaml < /dev/zero").status == 65)
    let unfinished = try CommandRun.shell(
      "(echo SELECT 1; yes , | head -c 3000000) | timeout -s KILL 60 $ABACUS shell east/study.yaml --unrestricted",
      in: folder.path(""))
    #expect(unfinished.status == 65)
    #expect(
      unfinished.stderr.contains(
        "error: a question has more than 1 MiB; end it with a semicolon, or shorten it"))
  }

  @Test func aHugeFileIsNotBegun() throws {
    for name in ["east/queries/a.sql", "questions", "east/codebook.yaml"] {
      folder.write("mean(A)\n", to: name)
      #expect(truncate(folder.path(name), 1 << 40) == 0)
    }
    #expect(
      try run("codebook check east/codebook.yaml").stderr.contains("holds more than 16 MiB"))
    let numbers = try run("diff questions questions")
    #expect(numbers.status == 65)
    #expect(numbers.stderr.contains("`questions` can't be read (it is larger than 256 MiB)"))
    folder.write(Program.codebook, to: "east/codebook.yaml")
    #expect(try run("query east/study.yaml --list").stderr.contains("it is larger than 1 MiB"))
  }

  @Test func aPackedCodebookDoesNotFillTheMemory() throws {
    folder.write(
      Encoded.gzip([UInt8](repeating: 0x20, count: 40 << 20)), to: "east/codebook.yaml")
    let run = try run("codebook check east/codebook.yaml")
    #expect(run.status == 65)
    #expect(run.stderr.contains("[too-large]"), "\(run.stderr)")
  }
}

/// Locks that another process holds.
@Suite struct HeldLockTests {
  private func holding(_ path: String, _ work: () throws -> Void) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    #expect(flock(file, LOCK_EX) == 0)
    defer { close(file) }
    try work()
  }

  @Test func aQuestionEndsThatWaitsForAnother() throws {
    let program = try Program()
    program.folder.write("", to: "east/study.query-log")
    try holding(program.folder.path("east/study.query-log")) {
      let run = try program.run("query", "east/study.yaml", "mean(A)")
      #expect(run.status == 75)
      #expect(
        run.stderr
          == "east/study.query-log: error: another process has `east/study.query-log` locked, and did not let go of it within 10 seconds; wait until that process has ended, then try again [locked-file]\n"
      )
    }
    #expect(try program.run("query", "east/study.yaml", "mean(A)").status == 0)
  }

  @Test func aReportEndsThatWaitsForAnother() throws {
    let program = try Program()
    try program.folder.makeFolder("out")
    try holding(program.folder.path("out")) {
      let run = try program.run("report", "east/study.yaml", "--out", "out/report")
      #expect(run.status == 75)
      #expect(run.stderr.contains("another process has `out` locked"), "\(run.stderr)")
    }
  }
}
