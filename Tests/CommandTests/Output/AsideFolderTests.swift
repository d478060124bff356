import ReportDocument
import TestSupport
import Testing

@testable import AbacusCommands

/// What a run leaves when it is killed is laid out by hand, and the next run is let loose on it.
@Suite struct AsideFolderTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  func write(_ text: String) throws {
    try OutputFolder(path: scratch.path("out"))
      .replace(with: [OutputFile(name: "report.html", text: text)], manifest: .example)
  }

  /// Lays out a whole report of abacus.
  func layReport(_ text: String, at folder: String) {
    let file = OutputFile(name: "report.html", text: text)
    scratch.write(text, to: "\(folder)/report.html")
    scratch.write(
      Manifest.example.with(outputs: [file.record]).text, to: "\(folder)/manifest.json")
  }

  @Test func aHalfWrittenReportIsRemoved() throws {
    layReport("first", at: "out")
    scratch.write("hal", to: ".out.abacus-aB3dE6/new/report.html")
    try write("second")
    #expect(scratch.names() == ["out"])
    #expect(scratch.text(of: "out/report.html") == "second")
  }

  @Test func aFinishedReportThatWasNotPutInPlaceIsRemoved() throws {
    layReport("first", at: "out")
    layReport("lost", at: ".out.abacus-aB3dE6/new")
    try write("second")
    #expect(scratch.names() == ["out"])
  }

  @Test func filesOfOthersComeBackFromAReportThatWasExchanged() throws {
    layReport("second", at: "out")
    layReport("first", at: ".out.abacus-aB3dE6/new")
    scratch.write("mine", to: ".out.abacus-aB3dE6/new/minutes.txt")
    try write("third")
    #expect(scratch.names() == ["out"])
    #expect(scratch.text(of: "out/minutes.txt") == "mine")
    #expect(scratch.text(of: "out/report.html") == "third")
  }

  @Test func aReportThatWasMovedAwayComesBackBeforeAnythingElse() throws {
    layReport("first", at: ".out.abacus-aB3dE6/old")
    scratch.write("mine", to: ".out.abacus-aB3dE6/old/minutes.txt")
    layReport("lost", at: ".out.abacus-aB3dE6/new")
    let place = try OutputPlace(resolving: scratch.path("out"))
    AsideFolder.settleAll(of: place)
    #expect(scratch.names() == ["out"])
    #expect(scratch.text(of: "out/report.html") == "first")
    #expect(scratch.text(of: "out/minutes.txt") == "mine")
  }

  @Test func aFileThatHasNowhereToGoStays() throws {
    layReport("second", at: "out")
    scratch.write("newer", to: "out/minutes.txt")
    layReport("first", at: ".out.abacus-aB3dE6/new")
    scratch.write("older", to: ".out.abacus-aB3dE6/new/minutes.txt")
    try write("third")
    #expect(scratch.text(of: "out/minutes.txt") == "newer")
    #expect(scratch.text(of: ".out.abacus-aB3dE6/new/minutes.txt") == "older")
  }

  @Test(arguments: [".out.abacus-notes", ".other.abacus-aB3dE6", "out.abacus-aB3dE6"])
  func foldersOfOtherNamesAreLeftAlone(name: String) throws {
    scratch.write("mine", to: "\(name)/new/report.html")
    try write("first")
    #expect(scratch.text(of: "\(name)/new/report.html") == "mine")
  }

  @Test func onlyTheOwnerMayLookIn() throws {
    let aside = try AsideFolder(beside: OutputPlace(resolving: scratch.path("out")))
    let name = try #require(scratch.names()?.first)
    #expect(scratch.mode(of: name) == 0o700)
    aside.settle()
    #expect(scratch.names() == [])
  }
}
