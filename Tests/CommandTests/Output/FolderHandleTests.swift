import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct FolderHandleTests {
  let scratch: ScratchFolder
  let folder: FolderHandle

  init() throws {
    scratch = try ScratchFolder()
    folder = try FolderHandle(scratch.path(""))
  }

  @Test func foldersChangePlacesInOneStep() throws {
    scratch.write("a", to: "first/file")
    scratch.write("b", to: "second/file")
    try folder.exchange("first", with: folder, "second")
    #expect(scratch.text(of: "first/file") == "b")
    #expect(scratch.text(of: "second/file") == "a")
  }

  @Test func nothingIsMovedOntoSomething() throws {
    scratch.write("a", to: "first")
    scratch.write("b", to: "second")
    let error = #expect(throws: SystemError.self) {
      try folder.move("first", to: folder, as: "second")
    }
    #expect(error?.reason == "File exists")
    #expect(scratch.text(of: "second") == "b")
  }

  @Test func workGoesOnInTheFolderThoughAnotherTakesItsPlace() throws {
    scratch.write("mine", to: "home/thesis.txt")
    scratch.write("x", to: "place/report.md")
    let handle = try folder.folder("place")
    try FileManager.default.moveItem(atPath: scratch.path("place"), toPath: scratch.path("away"))
    try scratch.link("place", to: "home")
    try handle.write([UInt8]("y".utf8).span.bytes, to: "thesis.txt")
    #expect(scratch.text(of: "away/thesis.txt") == "y")
    #expect(scratch.text(of: "home/thesis.txt") == "mine")
  }

  @Test func aLinkToAFolderIsNone() throws {
    try scratch.makeFolder("home")
    try scratch.link("link", to: "home")
    #expect(throws: SystemError.self) { try folder.folder("link") }
    #expect(throws: OutputError.notOwnFolder(path: scratch.path("link"))) {
      try FolderHandle.own(at: scratch.path("link"))
    }
  }

  @Test(arguments: ["", ".", "..", "a/b", "/etc"]) func aNameHasNoParts(name: String) {
    #expect(throws: SystemError.self) { try folder.folder(name) }
    #expect(folder.text(of: name) == nil)
  }

  /// Neither is waited for, nor written to.
  @Test(arguments: ["pipe", "link", "folder", "second"])
  func onlyAPlainFileWithOneNameIsChanged(name: String) throws {
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    scratch.write("mine", to: "file")
    try scratch.link("link", to: "file")
    try scratch.makeFolder("folder")
    try FileManager.default.linkItem(
      atPath: scratch.path("file"), toPath: scratch.path("second"))
    #expect(throws: SystemError.self) { try folder.openOwn(name, mode: 0o600) }
    #expect(scratch.text(of: "file") == "mine")
  }

  @Test func aFileThatFailsToBeWrittenLeavesNothing() throws {
    try scratch.makeFolder("file")
    #expect(throws: SystemError.notPlain) {
      try folder.replace("file", with: [UInt8]("y".utf8).span.bytes)
    }
    #expect(scratch.names() == ["file"])
  }

  @Test(arguments: [
    ("20261128T232703Z-555023-8727", true), ("20260101T070000Z-00000000", true),
    ("../../home", false), ("r1", false), ("", false), ("20261128T232703Z-../..", false),
    ("20261128T232703Z-", false), (".20261128T232703Z-5", false), ("2026-11-28T23:27:03Z-1", false),
  ])
  func onlyARunHasTheNameOfOne(name: String, isRun: Bool) {
    #expect(RunID.isName(name) == isRun)
  }
}
