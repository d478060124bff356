import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct StudyFinderTests {
  private let program: Program

  init() throws { program = try Program(["east", "west"]) }

  private var west: String { program.folder.path("west/study.yaml") }

  private func replaceWest(_ make: (String) throws -> Void) throws {
    try FileManager.default.removeItem(atPath: west)
    try make(west)
  }

  private func expectMissed(_ words: String, status: Int32 = 66) throws {
    let run = try program.run("run", ".")
    #expect(run.status == status, "\(run.stderr)")
    #expect(run.stderr.contains(words), "\(run.stderr)")
    #expect(program.folder.names(in: "east/report")?.contains("report.html") == true)
    let list = try program.run("schedule", "list", ".")
    #expect(list.status == status)
    #expect(list.stderr.contains(words))
    let due = try program.run("schedule", "run-due", ".")
    #expect(due.status == status)
    #expect(due.stderr.contains(words))
  }

  @Test func aPipeIsNamed() throws {
    try replaceWest { #expect(mkfifo($0, 0o600) == 0) }
    try expectMissed(
      "west/study.yaml` can't be read (it is a folder, a pipe, a device or a socket), so a study may be missed; get the right to read it, or move it away [unreadable-file]"
    )
  }

  @Test(arguments: [
    ("nowhere", "No such file or directory"),
    ("/dev/zero", "it is a folder, a pipe, a device or a socket"),
    ("study.yaml", "Too many levels of symbolic links"),
  ]) func aLinkThatLeadsToNoFileIsNamed(target: String, reason: String) throws {
    try replaceWest {
      try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: target)
    }
    try expectMissed("west/study.yaml` can't be read (\(reason)), so a study may be missed")
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything")) func aClosedFileIsNamed() throws {
    try program.folder.setMode(0, of: "west/study.yaml")
    try expectMissed("west/study.yaml` can't be read (Permission denied), so a study may be missed")
  }

  /// The report would stand beside the link, where others may read it.
  @Test func aLinkToAStudyElsewhereIsNamed() throws {
    let elsewhere = try Program(["home"])
    try replaceWest {
      try FileManager.default.createSymbolicLink(
        atPath: $0, withDestinationPath: elsewhere.folder.path("home/study.yaml"))
    }
    try expectMissed(
      "west/study.yaml` is a link to a study, and links below a folder are not followed, so it is missed; name the study itself"
    )
    #expect(program.folder.names(in: "west/report") == nil)
  }

  @Test func aLinkToAStudyThatIsFoundIsNoMatter() throws {
    try program.folder.link("latest.yaml", to: "west/study.yaml")
    try program.folder.link("all.yaml", to: "west")
    try program.folder.link("notes.yaml", to: "west/codebook.yaml")
    #expect(try program.run("run", ".").status == 0)
    #expect(try program.results(".").count == 2)
  }

  /// Only a report of abacus is passed over.
  @Test func aStudyBesideAnotherProgramsManifestIsFound() throws {
    program.folder.write("{\"name\": \"web\"}", to: "west/manifest.json")
    #expect(try program.results(".").count == 2)
  }

  @Test(arguments: [
    ("schema: abacus.study/1\n", true), ("\u{FEFF}schema: abacus.study/1\r\n", true),
    ("# x\n\"schema\": 'abacus.study/1'\n", true), ("schema: abacus.codebook/1\n", false),
    ("a: {schema: abacus.study/1}\n", false), ("", false),
  ]) func aStudyIsKnownByItsBeginning(text: String, isStudy: Bool) {
    #expect(StudyHead.begins(text) == isStudy)
  }
}
