import Foundation
import TestSupport
import Testing

@Suite struct UnusualFileTests {
  @Test func aPipeIsReadAsABareFile() throws {
    let folder = try ScratchFolder()
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      let file = open(path, O_WRONLY)
      let text = "A\n1\n2\n"
      _ = write(file, text, text.utf8.count)
      close(file)
    }
    writer.start()
    let run = try CommandRun.abacus(["describe", "pipe", "--format", "csv"], in: folder.path(""))
    #expect(run.status == 0)
    #expect(run.stdout.contains("\nA,2,0,1.5,"))
  }

  /// Nobody writes to it: a command that opened it would wait for ever.
  @Test func aPipeIsNoSourceOfAStudy() throws {
    let study = try AccentStudy(Array(AccentStudy.answers.utf8))
    try study.folder.edit("a.csv", to: "pipe")
    #expect(mkfifo(study.folder.scratch.path("pipe"), 0o600) == 0)
    let run = try study.report()
    #expect(run.status == 65)
    #expect(run.stderr.contains("`pipe` is a folder, a pipe or a device; name a plain file"))
  }

  @Test func anEndlessDeviceIsLeft() throws {
    let run = try CommandRun.abacus(["describe", "/dev/zero"])
    #expect(run.status == 65)
    #expect(run.stderr.hasPrefix("/dev/zero:1: error: the file has a NUL byte on line 1"))
  }

  @Test func aFileBeyondTheLimitIsNotBegun() throws {
    let folder = try ScratchFolder()
    folder.write("A\n1\n", to: "a.csv")
    #expect(truncate(folder.path("a.csv"), 1 << 40) == 0)
    let run = try CommandRun.abacus(["describe", "a.csv"], in: folder.path(""))
    #expect(run.status == 65)
    #expect(run.stderr.hasPrefix("a.csv: error: the file holds more than 4 GiB"))
  }

  @Test func aFileThatGrowsMeanwhileIsNamed() throws {
    let folder = try ScratchFolder()
    folder.write("A\n" + String(repeating: "1\n", count: 32 << 20), to: "a.csv")
    let path = folder.path("a.csv")
    let isDone = Done()
    let writer = Thread {
      let file = open(path, O_WRONLY | O_APPEND)
      while !isDone.value { _ = write(file, "2\n", 2) }
      close(file)
    }
    writer.start()
    let run = try CommandRun.abacus(["describe", "a.csv"], in: folder.path(""))
    isDone.value = true
    #expect(run.status == 75)
    #expect(
      run.stderr
        == "a.csv: error: the file changed while it was read; run this again when nothing writes to it [changed-while-read]\n"
    )
  }

  @Test func aNameOfOddBytesIsToldOf() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(["describe", "a\u{FFFD}.csv"], in: folder.path(""))
    #expect(run.status == 66)
    #expect(run.stderr.contains("if its name holds bytes that are not UTF-8, rename it"))
    folder.write("A\n1\n2\n", to: "Größe [1] *.csv")
    let odd = try CommandRun.abacus(
      ["describe", "Größe [1] *.csv", "--format", "csv"], in: folder.path(""))
    #expect(odd.status == 0)
    #expect(odd.stdout.contains("\nA,2,0,1.5,"))
  }

  private final class Done: @unchecked Sendable {
    private let lock = NSLock()
    private var isSet = false
    var value: Bool {
      get { lock.withLock { isSet } }
      set { lock.withLock { isSet = newValue } }
    }
  }
}
