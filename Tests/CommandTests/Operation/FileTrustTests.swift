import Glibc
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct FileTrustTests {
  typealias Place = FileTrust.Place

  private static func file(owner: uid_t = 7, mode: mode_t = 0o644) -> Place {
    Place(path: "/srv/p/study.yaml", owner: owner, mode: S_IFREG | mode)
  }

  private static func folder(_ path: String, owner: uid_t = 7, mode: mode_t = 0o755) -> Place {
    Place(path: path, owner: owner, mode: S_IFDIR | mode)
  }

  private static let root = folder("/", owner: 0)

  @Test(arguments: [
    [folder("/srv/p"), folder("/srv", owner: 0), root],
    [folder("/srv/p", mode: 0o700), root],
    // A space of users in which root is nobody.
    [folder("/srv/p"), folder("/srv", owner: 65534), folder("/", owner: 65534)],
    // Nobody replaces what others own in a sticky folder.
    [folder("/srv/p"), folder("/srv", owner: 0, mode: 0o1777), root],
  ]) func aFileOfOneUserIsGiven(folders: [Place]) {
    #expect(FileTrust(of: Self.file(), below: folders, for: 7).isGiven)
  }

  @Test func rootOwnsWhatItRuns() {
    let folders = [Self.folder("/srv/p", owner: 0), Self.root]
    #expect(FileTrust(of: Self.file(owner: 0), below: folders, for: 0).isGiven)
    #expect(!FileTrust(of: Self.file(owner: 0), below: folders, for: 7).isGiven)
    #expect(!FileTrust(of: Self.file(owner: 7), below: folders, for: 0).isGiven)
  }

  @Test(arguments: [
    (
      file(mode: 0o664), [folder("/srv/p"), root], uid_t(7),
      "other users can write `/srv/p/study.yaml`", "chmod go-w /srv/p/study.yaml"
    ),
    (
      file(mode: 0o602), [folder("/srv/p", mode: 0o775), root], 7,
      "other users can write `/srv/p/study.yaml`, and other users can write `/srv/p`",
      "chmod go-w /srv/p/study.yaml /srv/p"
    ),
    (
      file(), [folder("/srv/p"), folder("/srv", owner: 0, mode: 0o777), root], 7,
      "other users can write `/srv`", "sudo chmod go-w /srv"
    ),
    (
      file(owner: 8), [folder("/srv/p"), root], 7, "another user owns `/srv/p/study.yaml`",
      "sudo chown 7 /srv/p/study.yaml"
    ),
    (
      file(), [folder("/srv/p", owner: 0), root], 0, "another user owns `/srv/p/study.yaml`",
      "chown 0 /srv/p/study.yaml"
    ),
    // Its owner could open a sticky folder, too.
    (
      file(), [folder("/srv/p", owner: 8, mode: 0o1777), root], 7, "another user owns `/srv/p`",
      "sudo chown 7 /srv/p"
    ),
    (
      Place(path: "/a b/it's.yaml", owner: 7, mode: 0o666), [root], 7,
      "other users can write `/a b/it's.yaml`", #"chmod go-w '/a b/it'\''s.yaml'"#
    ),
  ]) func aStrangersHandIsNamed(
    file: Place, folders: [Place], user: uid_t, reasons: String, remedy: String
  ) {
    let trust = FileTrust(of: file, below: folders, for: user)
    #expect(!trust.isGiven)
    #expect(trust.reasons == reasons)
    #expect(trust.remedy == remedy)
  }

  @Test func anotherFileInItsPlaceIsNoticed() throws {
    let folder = try ScratchFolder()
    folder.write("a", to: "a")
    folder.write("b", to: "b")
    var opened = stat()
    #expect(stat(folder.path("a"), &opened) == 0)
    #expect(FileTrust(of: opened, at: folder.path("a"), for: geteuid()) != nil)
    #expect(rename(folder.path("b"), folder.path("a")) == 0)
    #expect(FileTrust(of: opened, at: folder.path("a"), for: geteuid()) == nil)
  }
}
