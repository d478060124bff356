import Glibc
import SurveyIngest
import TestSupport
import Testing

@Suite struct FileStampTests {
  @Test func aFileKeepsItsStampUntilItChanges() throws {
    let folder = try ScratchFolder()
    folder.write("1", to: "x")
    let stamp = try #require(FileStamp(path: folder.path("x")))
    #expect(stamp.isRegular)
    #expect(FileStamp(path: folder.path("x")) == stamp)
    try folder.setMode(0o600, of: "x")
    #expect(FileStamp(path: folder.path("x")) == stamp)
    folder.write("12", to: "x")
    #expect(FileStamp(path: folder.path("x")) != stamp)
  }

  @Test func whatIsNoFileIsKnown() throws {
    let folder = try ScratchFolder()
    #expect(FileStamp(path: folder.path("x")) == nil)
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(FileStamp(path: folder.path("pipe"))?.isRegular == false)
    #expect(FileStamp(path: folder.path(""))?.isRegular == false)
  }
}
