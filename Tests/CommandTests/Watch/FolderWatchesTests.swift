import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct FolderWatchesTests {
  let folder: ScratchFolder
  let watches: FolderWatches

  init() throws {
    folder = try ScratchFolder()
    watches = try FolderWatches()
    try folder.makeFolder("in")
    #expect(try watches.follow([folder.path("in")]) == [folder.path("in")])
  }

  private func path(_ name: String) -> String { folder.path("in/\(name)") }

  @Test func aFileIsBegunAndThenComplete() throws {
    let file = open(path("a.csv"), O_WRONLY | O_CREAT, 0o600)
    for _ in 0..<3 { _ = write(file, "abc", 3) }
    #expect(watches.events() == [.file(path("a.csv"), .begun)])
    close(file)
    #expect(watches.events() == [.file(path("a.csv"), .complete)])
  }

  @Test func whatIsMovedOrLinkedHereIsComplete() throws {
    folder.write("abc", to: "a.part")
    rename(folder.path("a.part"), path("a.csv"))
    #expect(watches.events() == [.file(path("a.csv"), .complete)])
    link(path("a.csv"), path("b.csv"))
    symlink(path("a.csv"), path("c.csv"))
    #expect(
      watches.events() == [.file(path("b.csv"), .complete), .file(path("c.csv"), .complete)])
    unlink(path("b.csv"))
    rename(path("c.csv"), folder.path("c.csv"))
    #expect(
      watches.events() == [.file(path("b.csv"), .complete), .file(path("c.csv"), .complete)])
  }

  @Test func foldersAreTold() throws {
    try folder.makeFolder("in/new")
    #expect(watches.events() == [.folder(path("new"))])
    try FileManager.default.removeItem(atPath: path("new"))
    #expect(watches.events() == [.folder(path("new"))])
  }

  @Test func aFolderThatIsGoneIsToldAndFollowedAgainWhenItIsBack() throws {
    let name = folder.path("in")
    rename(name, folder.path("away"))
    #expect(watches.events().contains(.gone(name)))
    #expect(try watches.follow([name]) == [])
    rename(folder.path("away"), name)
    #expect(try watches.follow([name]) == [name])
    _ = watches.events()
    folder.write("abc", to: "in/a.csv")
    #expect(watches.events().last == .file(path("a.csv"), .complete))
  }

  @Test func aFolderUnderTwoPathsIsToldUnderBoth() throws {
    let again = folder.path("./in")
    #expect(try watches.follow([folder.path("in"), again]) == [again])
    mkfifo(path("x"), 0o600)
    #expect(
      Set(watches.events()) == [
        .file(path("x"), .complete), .file("\(again)/x", .complete),
      ])
    _ = try watches.follow([again])
    unlink(path("x"))
    #expect(watches.events() == [.file("\(again)/x", .complete)])
  }

  @Test func aFolderThatIsNotFollowedAnyMoreIsSilent() throws {
    #expect(try watches.follow([]) == [])
    _ = watches.events()
    folder.write("abc", to: "in/a.csv")
    #expect(watches.events() == [])
  }

  @Test func aFolderInWhosePlaceAnotherStandsIsFollowedAnew() throws {
    #expect(!watches.dropReplaced())
    rename(folder.path("in"), folder.path("away"))
    try folder.makeFolder("in")
    #expect(watches.dropReplaced())
    #expect(try watches.follow([folder.path("in")]) == [folder.path("in")])
  }

  /// The system keeps a certain number of events, and says when there were more.
  @Test func eventsThatAreLostAreTold() throws {
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    try #require(count < 1_000_000)
    for index in 0...count / 2 {
      let name = path("\(index % 2)")
      close(open(name, O_WRONLY | O_CREAT, 0o600))
      unlink(name)
    }
    #expect(watches.events().last == .lost)
  }

  @Test func aMountPointIsKnownFromAFolder() throws {
    #expect(FolderIdentity("/proc")?.isMountPoint == true)
    #expect(FolderIdentity(folder.path("in"))?.isMountPoint == false)
    #expect(FolderIdentity(folder.path("none")) == nil)
  }

  @Test func whereTheSystemRefusesEverythingIsLookedAt() throws {
    var reasons: [String] = []
    let source = ChangeSource.chosen(
      interval: nil, open: { () throws(SystemError) in throw SystemError(code: EMFILE) }
    ) { reasons.append(ChangeSource.refusal($0)) }
    guard case .polling(10) = source else {
      Issue.record("\(source)")
      return
    }
    #expect(
      reasons == [
        "the system does not let abacus watch more folders (Too many open files); raise"
          + " `fs.inotify.max_user_watches` and `fs.inotify.max_user_instances` with sysctl, or use"
          + " --poll; until then everything is looked at every 10 seconds"
      ])
  }

  @Test func whoAsksForLooksGetsThem() {
    let source = ChangeSource.chosen(interval: 3) { _ in Issue.record("nothing was asked") }
    guard case .polling(3) = source else {
      Issue.record("\(source)")
      return
    }
  }
}
