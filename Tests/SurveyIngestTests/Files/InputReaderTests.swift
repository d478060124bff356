import Foundation
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct InputReaderTests {
  /// Three blocks and a little.
  private static let size = (3 << 20) + 5

  @Test(arguments: [0, 1, 70_000, 5 << 20])
  func aFileIsReadWhole(size: Int) throws {
    let folder = try folder(size: size)
    let bytes = try InputReader(name: "x").read(path: folder.path("x"))
    #expect(bytes.count == size)
    #expect((0..<bytes.count).allSatisfy { bytes[$0] == 0x61 })
  }

  @Test func aFileThatShrinksIsNamed() throws {
    let folder = try folder()
    let path = folder.path("x")
    expectChange(path) { truncate(path, 1 << 20) }
  }

  @Test func aFileThatGrowsIsNamed() throws {
    let folder = try folder()
    let path = folder.path("x")
    expectChange(path) {
      let file = open(path, O_WRONLY | O_APPEND)
      _ = write(file, "1", 1)
      close(file)
    }
  }

  @Test func aFileThatIsRewrittenIsNamed() throws {
    let folder = try folder()
    let path = folder.path("x")
    var status = stat()
    #expect(stat(path, &status) == 0)
    expectChange(path) {
      let times = [status.st_atim, timespec(tv_sec: status.st_mtim.tv_sec + 1, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    }
  }

  /// The reader keeps the file that it opened.
  @Test func aFileThatIsReplacedDoesNoHarm() throws {
    let folder = try folder()
    folder.write("new", to: "y")
    var reader = InputReader(name: "x")
    let (old, new) = (folder.path("x"), folder.path("y"))
    reader.betweenBlocks = { rename(new, old) }
    #expect(try reader.read(path: old).count == Self.size)
    #expect(folder.text(of: "x") == "new")
  }

  @Test func anEndlessDeviceIsLeftEarly() {
    for device in ["/dev/zero", "/dev/urandom"] {
      #expect(throws: IngestError.binaryFile(path: device, line: 1)) {
        do {
          _ = try InputReader(name: device).read(path: device)
        } catch IngestError.binaryFile(let path, _) {
          throw IngestError.binaryFile(path: path, line: 1)
        }
      }
    }
    #expect((try? InputReader(name: "x").read(path: "/dev/null"))?.count == 0)
  }

  @Test func aStreamIsReadToItsLimit() throws {
    let folder = try ScratchFolder()
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let text = [UInt8](repeating: 0x61, count: 3 << 20)
    func writing<Result>(_ body: () throws -> Result) rethrows -> Result {
      let thread = Thread {
        signal(SIGPIPE, SIG_IGN)
        let file = open(path, O_WRONLY)
        var sent = 0
        while sent < text.count {
          let count = text[sent...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
          if count <= 0 { break }
          sent += count
        }
        close(file)
      }
      thread.start()
      return try body()
    }
    #expect(try writing { try InputReader(name: "x").read(path: path) }.count == text.count)
    var limits = InputLimits.standard
    limits.unknownSize = 2 << 20
    #expect(throws: IngestError.tooLarge(path: "x", limit: 2 << 20)) {
      try writing { try InputReader(name: "x", limits: limits).read(path: path) }
    }
  }

  @Test func aFileBeyondTheLimitIsNotBegun() throws {
    let folder = try folder(size: 11)
    let limits = InputLimits(fileSize: 10)
    #expect(throws: IngestError.tooLarge(path: "x", limit: 10)) {
      try InputReader(name: "x", limits: limits).read(path: folder.path("x"))
    }
  }

  @Test func aFileIsReadFromWhereItsDescriptorStands() throws {
    let folder = try ScratchFolder()
    folder.write("12345", to: "x")
    let file = open(folder.path("x"), O_RDONLY)
    defer { close(file) }
    #expect(lseek(file, 3, SEEK_SET) == 3)
    let bytes = try InputReader(name: "x").read(descriptor: file)
    #expect((0..<bytes.count).map { bytes[$0] } == Array("45".utf8))
  }

  @Test func aFileOfTheSystemHasNoSize() throws {
    #expect(try InputReader(name: "x").read(path: "/proc/self/status").count > 0)
  }

  @Test func oddNamesAreFilesLikeOthers() throws {
    let folder = try ScratchFolder()
    for name in ["a b", "a\nb", "é", "*", "\u{1B}[31m", "-"] {
      folder.write("1", to: name)
      #expect(try InputReader(name: "x").read(path: folder.path(name)).count == 1)
    }
    #expect(throws: IngestError.fileNotFound(path: "x")) {
      try InputReader(name: "x").read(path: folder.path("*") + "\u{0}.csv")
    }
  }

  private func folder(size: Int = size) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    folder.write([UInt8](repeating: 0x61, count: size), to: "x")
    return folder
  }

  private func expectChange(_ path: String, _ change: @escaping () -> Void) {
    var reader = InputReader(name: "x")
    reader.betweenBlocks = change
    #expect(throws: IngestError.changedWhileRead(path: "x")) { try reader.read(path: path) }
  }
}
