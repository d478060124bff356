import Foundation
import ReportDocument
import SurveyIngest
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
    try write("first", as: "report.md")
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

  /// Whoever may write into the folder can lay a manifest there that names the files of others.
  @Test func aManifestThatClaimsAFileTakesNothing() throws {
    let file = OutputFile(name: "thesis.txt", text: "mine")
    scratch.write("mine", to: "out/thesis.txt")
    scratch.write(
      Manifest.example.with(outputs: [file.record]).text, to: "out/manifest.json")
    try write("first")
    #expect(scratch.names(in: "out") == ["manifest.json", "report.html", "thesis.txt"])
    #expect(scratch.text(of: "out/thesis.txt") == "mine")
  }

  @Test(arguments: ["../thesis.txt", "/etc/passwd", "..", ""])
  func aManifestThatNamesAPathIsNoneOfOurs(name: String) throws {
    let text = Manifest.example.with(outputs: [OutputFile(name: "a", text: "").record]).text
    scratch.write(
      text.replacing("\"name\": \"a\"", with: "\"name\": \"\(name)\""), to: "out/manifest.json")
    expect(.notOurs(path: scratch.path("out"), example: "manifest.json")) { try write("first") }
  }

  @Test func aManifestThatIsALinkIsNoneOfOurs() throws {
    try write("first", to: "other")
    try scratch.makeFolder("out")
    try scratch.link("out/manifest.json", to: "other/manifest.json")
    expect(.notOurs(path: scratch.path("out"), example: "manifest.json")) { try write("second") }
  }

  @Test func aFileThatIsALinkMovesAlongAsOne() throws {
    try write("first", as: "report.md")
    try FileManager.default.removeItem(atPath: scratch.path("out/report.md"))
    scratch.write("mine", to: "thesis.txt")
    try scratch.link("out/report.md", to: "thesis.txt")
    try write("second")
    #expect(try SystemCalls.kind(of: scratch.path("out/report.md")) == .other)
    #expect(scratch.text(of: "thesis.txt") == "mine")
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give a folder away"))
  func aFolderOfSomebodyElseIsLeftAlone() throws {
    try write("first")
    #expect(chown(scratch.path("out"), 65_534, 65_534) == 0)
    expect(.otherOwner(path: scratch.path("out"))) { try write("second") }
    #expect(scratch.text(of: "out/report.html") == "first")
    // Root works for the owner of the folder around it.
    #expect(chown(scratch.path(""), 65_534, 65_534) == 0)
    try write("second")
    #expect(scratch.text(of: "out/report.html") == "second")
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give a link away"))
  func aLinkOfSomebodyElseIsNotFollowed() throws {
    try write("first", to: "real")
    try scratch.link("out", to: "real")
    #expect(lchown(scratch.path("out"), 65_534, 65_534) == 0)
    expect(.otherOwner(path: scratch.path("out"))) { try write("second") }
    #expect(scratch.text(of: "real/report.html") == "first")
  }

  @Test(arguments: [FolderSwap.exchange, .renameAside])
  func aFolderThatComesBetweenStaysWhereItIs(swap: FolderSwap) throws {
    try write("first")
    let place = try OutputPlace(resolving: scratch.path("out"))
    let parent = try place.lockParent()
    let seen = try parent.own("out")
    try FileManager.default.moveItem(atPath: scratch.path("out"), toPath: scratch.path("away"))
    scratch.write("mine", to: "out/report.html")
    let aside = try AsideFolder(beside: place, in: parent)
    let file = OutputFile(name: "report.html", text: "second")
    try aside.fill([file], manifest: Manifest.example.with(outputs: [file.record]))
    #expect(throws: OutputError.self) { try aside.publish(over: seen, by: swap) }
    #expect(scratch.text(of: "out/report.html") == "mine")
    #expect(aside.settle())
    #expect(scratch.names() == ["away", "out"])
  }

  @Test func aFolderThatHoldsAnInputIsLeftAlone() throws {
    try write("first")
    scratch.write("n,A\n", to: "out/answers.csv")
    InputFiles.note(scratch.path("out/answers.csv"))
    expect(.holdsInput(path: scratch.path("out"), input: scratch.path("out/answers.csv"))) {
      try write("second")
    }
    #expect(scratch.text(of: "out/answers.csv") == "n,A\n")
  }

  /// A second name of an input is an input.
  @Test func aFolderWithASecondNameOfAnInputIsLeftAlone() throws {
    try write("first", as: "report.md")
    try FileManager.default.linkItem(
      atPath: scratch.path("out/report.md"), toPath: scratch.path("answers.csv"))
    InputFiles.note(scratch.path("answers.csv"))
    expect(.holdsInput(path: scratch.path("out"), input: scratch.path("answers.csv"))) {
      try write("second")
    }
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
