import Testing

@testable import AbacusCommands

/// Moments are milliseconds; a file has to stand still for 2000 of them.
@Suite final class FileSettlingTests {
  let files = FakeFiles()
  var settling: FileSettling

  init() {
    settling = FileSettling(pause: 2000, stamp: files.stamp)
    files.sizes = ["a.csv": 10]
  }

  @discardableResult
  private func note(_ path: String, _ change: FileChange, at moment: Int) -> Bool {
    settling.note(path, change, at: moment)
  }

  private func late(at moment: Int, after time: Int) -> [String] {
    settling.late(at: moment, after: time)
  }

  private func settled(at moment: Int) -> [String] {
    settling.settle(at: moment).map(\.path)
  }

  @Test func aClosedFileIsWholeAfterThePause() {
    #expect(note("a.csv", .complete, at: 0))
    #expect(settling.next == 2000)
    #expect(settled(at: 1999) == [])
    #expect(settled(at: 2000) == ["a.csv"])
    #expect(settling.paths == [] && settling.next == nil)
  }

  @Test func aFileThatIsOpenIsNotWholeHoweverLongItStandsStill() {
    note("a.csv", .begun, at: 0)
    #expect(settling.next == nil)
    #expect(settled(at: 1_000_000) == [])
    note("a.csv", .complete, at: 1_000_000)
    #expect(settled(at: 1_002_000) == ["a.csv"])
  }

  @Test func aFileThatWasClosedAndOpenedAgainIsOpen() {
    note("a.csv", .complete, at: 0)
    #expect(!note("a.csv", .begun, at: 1000))
    #expect(settled(at: 9000) == [])
  }

  @Test func aFileThatStillGrowsBeginsItsPauseAnew() {
    note("a.csv", .complete, at: 0)
    files.sizes["a.csv"] = 20
    #expect(settled(at: 2000) == [])
    #expect(settling.next == 4000)
    #expect(settled(at: 4000) == ["a.csv"])
  }

  @Test func whatIsSeenUnchangedDoesNotProlongThePause() {
    note("a.csv", .complete, at: 0)
    note("a.csv", .seen, at: 1500)
    #expect(settled(at: 2000) == ["a.csv"])
    note("a.csv", .seen, at: 3000)
    files.sizes["a.csv"] = 30
    note("a.csv", .seen, at: 4500)
    #expect(settled(at: 5000) == [])
    #expect(settled(at: 6500) == ["a.csv"])
  }

  @Test func whatIsSeenOfAnOpenFileLeavesItOpen() {
    note("a.csv", .begun, at: 0)
    files.sizes["a.csv"] = 30
    note("a.csv", .seen, at: 100)
    #expect(settled(at: 9000) == [])
  }

  @Test func aFileThatIsGoneIsSettledAsGone() {
    note("a.csv", .begun, at: 0)
    files.sizes = [:]
    note("a.csv", .seen, at: 100)
    let settled = settling.settle(at: 2100)
    #expect(settled.map(\.path) == ["a.csv"])
    #expect(settled.first?.stamp == nil)
  }

  @Test func withoutWritersAPauseIsEnough() {
    note("a.csv", .begun, at: 0)
    settling.forgetWriters { $0 == "b.csv" }
    #expect(settled(at: 2000) == [])
    settling.forgetWriters { _ in true }
    #expect(settled(at: 2000) == ["a.csv"])
  }

  @Test func aFileThatIsWrittenForLongIsToldOnce() {
    note("a.csv", .begun, at: 0)
    note("a.csv", .begun, at: 900)
    #expect(late(at: 999, after: 1000) == [])
    #expect(late(at: 1000, after: 1000) == ["a.csv"])
    note("a.csv", .begun, at: 1100)
    #expect(late(at: 5000, after: 1000) == [])
  }
}
