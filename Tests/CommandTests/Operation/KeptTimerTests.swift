import Foundation
import TestSupport
import Testing

/// Nobody knows whether a study that can't be read has a schedule: its timer stays.
@Suite struct KeptTimerTests {
  private let program: Program
  private var folder: ScratchFolder { program.folder }

  init() throws {
    program = try Program(["east", "west"])
    for name in ["east", "west"] {
      folder.write(Program.study + "schedule: daily at 08:00\n", to: "\(name)/study.yaml")
    }
    #expect(try install().status == 0)
    #expect(units().count == 4)
  }

  private func install() throws -> CommandRun {
    try CommandRun.abacus(
      ["schedule", "install", ".", "--systemd", "--yes", "--no-start"],
      environment: ["HOME": folder.path("me"), "XDG_CONFIG_HOME": ""], in: folder.path(""))
  }

  private func units() -> [String] { folder.names(in: "me/.config/systemd/user") ?? [] }

  @Test(arguments: ["pipe", "link", "folder"]) func ofAStudyThatCanNotBeRead(kind: String) throws {
    let path = folder.path("west/study.yaml")
    try FileManager.default.removeItem(atPath: path)
    switch kind {
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "link": try folder.link("west/study.yaml", to: "nowhere")
    default: try folder.makeFolder("west/study.yaml")
    }
    let before = units()
    let run = try install()
    #expect(run.status == (kind == "folder" ? 0 : 66), "\(run.stderr)")
    #expect(run.stderr.contains("so a study may be missed") == (kind != "folder"))
    #expect(units() == before)
  }

  /// A file that is no study any more may be one again.
  @Test func ofAFileThatIsNoStudyNow() throws {
    folder.write("title: half\n", to: "west/study.yaml")
    let before = units()
    #expect(try install().status == 0)
    #expect(units() == before)
  }

  @Test func ofAStudyThatIsGoneOrHasNoScheduleItGoes() throws {
    try FileManager.default.removeItem(atPath: folder.path("west/study.yaml"))
    #expect(try install().status == 0)
    #expect(units().count == 2)
    folder.write(Program.study, to: "east/study.yaml")
    #expect(try install().status == 0)
    #expect(units() == [])
  }
}
