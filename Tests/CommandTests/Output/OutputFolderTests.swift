import Foundation
import ReportDocument
import TestSupport
import Testing

@testable import AbacusCommands

@Suite(.serialized) struct OutputFolderTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @discardableResult
  func write(
    _ text: String, as name: String = "report.html", to folder: String = "out",
    swap: FolderSwap = .exchange
  ) throws -> Manifest {
    try OutputFolder(path: scratch.path(folder), swap: swap)
      .replace(with: [OutputFile(name: name, text: text)], manifest: .example)
  }

  // What is written.

  @Test func aNewFolderHoldsTheFilesAndTheManifest() throws {
    let manifest = try write("first")
    #expect(scratch.names(in: "out") == ["manifest.json", "report.html"])
    #expect(scratch.text(of: "out/report.html") == "first")
    #expect(scratch.text(of: "out/manifest.json") == manifest.text)
    #expect(manifest.outputs.map(\.byteCount) == [5])
    #expect(scratch.names() == ["out"])
  }

  @Test func missingParentsAreMade() throws {
    try write("first", to: "a/b/out")
    #expect(scratch.names(in: "a/b") == ["out"])
  }

  @Test func anEmptyFolderIsUsedAndKeepsItsMode() throws {
    try scratch.makeFolder("out")
    try scratch.setMode(0o700, of: "out")
    try write("first")
    #expect(scratch.text(of: "out/report.html") == "first")
    #expect(scratch.mode(of: "out") == 0o700)
  }

  @Test func modesFollowTheProcess() throws {
    scratch.write("", to: "plain")
    try scratch.makeFolder("folder")
    try write("first")
    #expect(scratch.mode(of: "out/report.html") == scratch.mode(of: "plain"))
    #expect(scratch.mode(of: "out") == scratch.mode(of: "folder"))
  }

  @Test(arguments: [FolderSwap.exchange, .renameAside])
  func aSecondReportTakesThePlaceOfTheFirst(swap: FolderSwap) throws {
    try write("first", as: "old.html")
    try write("second", swap: swap)
    #expect(scratch.names(in: "out") == ["manifest.json", "report.html"])
    #expect(scratch.text(of: "out/report.html") == "second")
    #expect(scratch.names() == ["out"])
  }

  @Test func aLinkedFolderIsReplacedWhereItIs() throws {
    try write("first", to: "real")
    try scratch.link("out", to: "real")
    try write("second", to: "out/")
    #expect(scratch.text(of: "real/report.html") == "second")
    #expect(scratch.text(of: "out/report.html") == "second")
    #expect(scratch.names() == ["out", "real"])
  }

  @Test func aReaderOfTheOldReportKeepsIt() throws {
    try write("first")
    let open = try #require(FileHandle(forReadingAtPath: scratch.path("out/report.html")))
    try write("second")
    #expect(try open.readToEnd() == Data("first".utf8))
  }

  // What is never lost.

  @Test(arguments: [FolderSwap.exchange, .renameAside])
  func filesOfOthersMoveAlong(swap: FolderSwap) throws {
    try write("first")
    scratch.write("mine", to: "out/minutes.txt")
    scratch.write("mine", to: "out/photos/one.jpg")
    try write("second", swap: swap)
    #expect(
      scratch.names(in: "out") == ["manifest.json", "minutes.txt", "photos", "report.html"])
    #expect(scratch.text(of: "out/photos/one.jpg") == "mine")
    #expect(scratch.names() == ["out"])
  }

  @Test func filesOfOthersAreNotBuried() throws {
    try write("first")
    scratch.write("mine", to: "out/report.md")
    expect(.wouldBury(path: scratch.path("out"), names: ["report.md"])) {
      try write("second", as: "report.md")
    }
    #expect(scratch.text(of: "out/report.html") == "first")
    #expect(scratch.text(of: "out/report.md") == "mine")
  }

  @Test func aFolderOfOthersIsLeftAlone() throws {
    scratch.write("mine", to: "out/thesis.txt")
    expect(.notOurs(path: scratch.path("out"), example: "thesis.txt")) { try write("first") }
    #expect(scratch.names(in: "out") == ["thesis.txt"])
  }

  @Test(arguments: [#"{"name": "web app"}"#, "not JSON", #"{"schema": "abacus.manifest/9"}"#])
  func aStrangeManifestDoesNotMakeAFolderOurs(text: String) throws {
    scratch.write(text, to: "out/manifest.json")
    expect(.notOurs(path: scratch.path("out"), example: "manifest.json")) { try write("first") }
    #expect(scratch.text(of: "out/manifest.json") == text)
  }

  @Test func aFileIsNotReplaced() throws {
    scratch.write("mine", to: "out")
    expect(.notAFolder(path: scratch.path("out"))) { try write("first") }
    #expect(scratch.text(of: "out") == "mine")
  }

  @Test func aLinkToNowhereIsNotFollowed() throws {
    try scratch.link("out", to: "gone")
    expect(.notAFolder(path: scratch.path("out"))) { try write("first") }
  }

  // What fails leaves the old report.

  @Test func aFailureWhileWritingLeavesTheOldReport() throws {
    try write("first")
    let name = String(repeating: "x", count: 300)
    expect(
      .cannotWrite(path: scratch.path("out") + "/" + name, reason: "File name too long")
    ) { try write("second", as: name) }
    #expect(scratch.names(in: "out") == ["manifest.json", "report.html"])
    #expect(scratch.text(of: "out/report.html") == "first")
    #expect(scratch.names() == ["out"])
  }

  @Test func aParentThatIsAFileIsAnError() throws {
    scratch.write("mine", to: "parent")
    expect(.parentNotWritable(path: scratch.path("parent"), reason: "Not a directory")) {
      try write("first", to: "parent/out")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func aReadOnlyParentIsAnErrorAndTheOldReportStays() throws {
    try write("first", to: "parent/out")
    try scratch.setMode(0o500, of: "parent")
    defer { try? scratch.setMode(0o700, of: "parent") }
    expect(.parentNotWritable(path: scratch.path("parent"), reason: "Permission denied")) {
      try write("second", to: "parent/out")
    }
    #expect(scratch.text(of: "parent/out/report.html") == "first")
  }

  // What can be known before the work is done.

  @Test func theCheckFindsWhatReplaceWouldRefuse() throws {
    scratch.write("mine", to: "full/thesis.txt")
    scratch.write("mine", to: "file")
    try write("first")
    scratch.write("mine", to: "out/report.md")
    let check = { (name: String, files: [String]) in
      try OutputFolder(path: scratch.path(name)).check(forFiles: files)
    }
    expect(.notOurs(path: scratch.path("full"), example: "thesis.txt")) { try check("full", []) }
    expect(.notAFolder(path: scratch.path("file"))) { try check("file", []) }
    expect(.parentNotWritable(path: scratch.path("file"), reason: "Not a directory")) {
      try check("file/out", [])
    }
    expect(.wouldBury(path: scratch.path("out"), names: ["report.md"])) {
      try check("out", ["report.md", "report.html"])
    }
  }

  @Test func theCheckMakesNothing() throws {
    try OutputFolder(path: scratch.path("a/b/out")).check()
    try OutputFolder(path: scratch.path("out/")).check()
    #expect(scratch.names() == [])
  }

  private func expect(_ error: OutputError, _ body: () throws -> Void) {
    #expect(throws: error, performing: body)
  }
}
