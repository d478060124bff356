import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct HistoryFileTests {
  let scratch: ScratchFolder
  init() throws { scratch = try ScratchFolder() }

  @Test func entriesOfSeveralLinesComeBackAsTheyWere() {
    let file = HistoryFile(path: scratch.path("deep/er/history"))
    let entries = ["SELECT 1", "a\nb\\n", "größe \\", ".tables"]
    for entry in entries { file.append(entry) }
    #expect(file.entries() == entries)
    #expect(scratch.mode(of: "deep/er/history") == 0o600)
  }

  @Test func aLongFileIsCutToTheNewestEntries() {
    scratch.write(
      HistoryFile.header + "\n" + (1...1300).map { "entry \($0)\n" }.joined(), to: "history")
    let file = HistoryFile(path: scratch.path("history"))
    let entries = file.entries()
    #expect(entries.count == 1000 && entries.last == "entry 1300")
    #expect(scratch.text(of: "history")?.hasPrefix(HistoryFile.header + "\nentry 301\n") == true)
    #expect(scratch.names() == ["history"])
  }

  @Test func aFileOfAnotherKindIsNeitherCutNorAddedTo() throws {
    let notes = (1...1300).map { "note \($0)\n" }.joined()
    scratch.write(notes, to: "history")
    let file = HistoryFile(path: scratch.path("history"))
    #expect(!file.isOurs)
    #expect(file.entries() == [])
    file.append("SELECT 1")
    #expect(scratch.text(of: "history") == notes)
  }

  @Test func aLinkOrASecondNameIsNotFollowed() throws {
    scratch.write(HistoryFile.header + "\n", to: "mine")
    try scratch.link("link", to: "mine")
    try FileManager.default.linkItem(atPath: scratch.path("mine"), toPath: scratch.path("second"))
    for name in ["link", "second"] { HistoryFile(path: scratch.path(name)).append("SELECT 1") }
    #expect(scratch.text(of: "mine") == HistoryFile.header + "\n")
  }

  @Test func aFileThatCantBeUsedIsNoError() throws {
    try scratch.makeFolder("history")
    let file = HistoryFile(path: scratch.path("history"))
    file.append("SELECT 1")
    #expect(file.entries() == [])
    #expect(scratch.names() == ["history"])
  }

  @Test(arguments: [
    (["HOME": "/h"], "/h/.local/state/abacus/history"),
    (["HOME": "/h", "XDG_STATE_HOME": "/s"], "/s/abacus/history"),
    (["HOME": "/h", "ABACUS_HISTORY": "mine"], "mine"),
    (["HOME": "/h", "ABACUS_HISTORY": ""], nil), ([:], nil), (["HOME": "here"], nil),
  ])
  func theEnvironmentSaysWhereItIs(variables: [String: String], path: String?) {
    #expect(HistoryFile.ofUser { variables[$0] }?.path == path)
  }
}
