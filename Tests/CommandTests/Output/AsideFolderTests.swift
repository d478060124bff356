import Glibc
import ReportDocument
import SurveyModel
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
    AsideFolder.settleAll(of: place, in: try place.openParent())
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

  /// A link leads nowhere, whatever stands behind it.
  @Test(arguments: ["new", "old"]) func aLinkInItIsNotFollowed(name: String) throws {
    layReport("first", at: "out")
    scratch.write("mine", to: "home/report.html")
    scratch.write("mine", to: "home/thesis.txt")
    try scratch.makeFolder(".out.abacus-aB3dE6")
    try scratch.link(".out.abacus-aB3dE6/\(name)", to: "home")
    #expect(try left("second") == [".out.abacus-aB3dE6"])
    #expect(scratch.names(in: "home") == ["report.html", "thesis.txt"])
    #expect(scratch.text(of: "out/report.html") == "second")
  }

  @Test func aLinkInItsPlaceIsNotFollowed() throws {
    scratch.write("mine", to: "home/new/report.html")
    try scratch.link(".out.abacus-aB3dE6", to: "home")
    #expect(try left("first") == [".out.abacus-aB3dE6"])
    #expect(scratch.text(of: "home/new/report.html") == "mine")
  }

  @Test func aFileOfAnotherNameKeepsAllThatLiesBesideIt() throws {
    scratch.write("half", to: ".out.abacus-aB3dE6/new/report.html")
    scratch.write("mine", to: ".out.abacus-aB3dE6/new/thesis.txt")
    #expect(try left("first") == [".out.abacus-aB3dE6"])
    #expect(scratch.names(in: ".out.abacus-aB3dE6/new") == ["report.html", "thesis.txt"])
  }

  /// What a manifest says of other names does not make them abacus's.
  @Test func aManifestThatClaimsAFileTakesNothing() throws {
    layReport("first", at: "out")
    let file = OutputFile(name: "thesis.txt", text: "mine")
    scratch.write("mine", to: ".out.abacus-aB3dE6/new/thesis.txt")
    scratch.write(
      Manifest.example.with(outputs: [file.record]).text,
      to: ".out.abacus-aB3dE6/new/manifest.json")
    #expect(try left("second") == [])
    #expect(scratch.text(of: "out/thesis.txt") == "mine")
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give a folder away"))
  func aFolderOfSomebodyElseIsLeftAlone() throws {
    scratch.write("half", to: ".out.abacus-aB3dE6/new/report.html")
    #expect(chown(scratch.path(".out.abacus-aB3dE6"), 65_534, 65_534) == 0)
    #expect(try left("first") == [".out.abacus-aB3dE6"])
    #expect(scratch.text(of: ".out.abacus-aB3dE6/new/report.html") == "half")
  }

  /// Writes a report; the names that were told to have been left alone.
  func left(_ text: String) throws -> [String] {
    var findings: [Finding] = []
    try OutputFolder(path: scratch.path("out")).replace(
      with: [OutputFile(name: "report.html", text: text)], manifest: .example
    ) { findings += $0 }
    #expect(findings.allSatisfy { $0.code == .leftAlone })
    return findings.compactMap { $0.location?.file.split(separator: "/").last.map(String.init) }
  }

  @Test(arguments: [".out.abacus-notes", ".other.abacus-aB3dE6", "out.abacus-aB3dE6"])
  func foldersOfOtherNamesAreLeftAlone(name: String) throws {
    scratch.write("mine", to: "\(name)/new/report.html")
    try write("first")
    #expect(scratch.text(of: "\(name)/new/report.html") == "mine")
  }

  @Test func onlyTheOwnerMayLookIn() throws {
    let place = try OutputPlace(resolving: scratch.path("out"))
    let aside = try AsideFolder(beside: place, in: place.openParent())
    let name = try #require(scratch.names()?.first)
    #expect(scratch.mode(of: name) == 0o700)
    aside.settle()
    #expect(scratch.names() == [])
  }
}
