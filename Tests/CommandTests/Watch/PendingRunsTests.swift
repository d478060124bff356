import Testing

@testable import AbacusCommands

/// Moments are milliseconds; a file has to stand still for 2000 of them.
@Suite final class PendingRunsTests {
  let files = FakeFiles()
  var pending: PendingRuns

  /// Two studies with exports of their own and a codebook in common.
  static let studies = ["east", "west"].map { name in
    WatchedStudy(
      StudyPlaces(study: "\(name)/study.yaml"), stamp: nil,
      patterns: ["\(name)/study.yaml", "abc.yaml", "\(name)/in/a.csv", "\(name)/in/b.csv"])
  }

  /// The first runs are behind them.
  init() {
    pending = PendingRuns(pause: 2000, stamp: files.stamp)
    for path in Self.studies.flatMap(\.patterns) { files.sizes[path] = 10 }
    _ = pending.watch(Self.studies, at: 0)
    _ = pending.settle(at: 2000)
    #expect(taken(at: 2000) == ["east", "west"])
  }

  private func taken(at moment: Int) -> [String] {
    pending.take(at: moment).map { String($0.study.dropLast("/study.yaml".count)) }
  }

  private func settle(at moment: Int) -> Bool { pending.settle(at: moment) }

  private func look(at moment: Int) -> [String] { pending.watch(Self.studies, at: moment) }

  private func note(_ path: String, _ change: FileChange, at moment: Int) -> Bool {
    pending.note(path, change, at: moment)
  }

  private func change(_ path: String, _ change: FileChange, at moment: Int) {
    files.sizes[path, default: 0] += 1
    #expect(note(path, change, at: moment), "\(path)")
  }

  @Test func aChangeRunsItsStudyOnceItHasSettled() {
    change("east/in/a.csv", .complete, at: 5000)
    #expect(!settle(at: 6000) && taken(at: 6000) == [])
    #expect(settle(at: 7000))
    #expect(taken(at: 7000) == ["east"])
    #expect(taken(at: 7000) == [] && pending.next(after: 7000) == nil)
  }

  @Test func manyChangesAreOneRun() {
    change("east/in/a.csv", .complete, at: 5000)
    change("east/in/b.csv", .complete, at: 6500)
    // The first is whole, and waits for the second.
    #expect(settle(at: 7000) && taken(at: 7000) == [])
    #expect(pending.next(after: 7000) == 8500)
    #expect(settle(at: 8500))
    #expect(taken(at: 8500) == ["east"])
  }

  @Test func anExportThatGrowsHoldsUpItsOwnStudyOnly() {
    change("east/in/a.csv", .begun, at: 5000)
    change("west/in/a.csv", .complete, at: 5000)
    #expect(settle(at: 7000))
    #expect(taken(at: 7000) == ["west"])
    #expect(pending.next(after: 7000) == nil)
  }

  @Test func aCodebookRunsEveryStudyThatHasIt() {
    change("abc.yaml", .complete, at: 5000)
    _ = settle(at: 7000)
    #expect(taken(at: 7000) == ["east", "west"])
  }

  @Test func filesOfNoStudyAreNoChange() {
    files.sizes["east/in/c.csv"] = 1
    for path in ["east/in/c.csv", "east/notes.txt", "east/.study.yaml", "east/study.query-log"] {
      #expect(!note(path, .complete, at: 5000), "\(path)")
    }
    #expect(pending.next(after: 5000) == nil)
  }

  @Test func aFileThatMayBeAStudyIsLookedAt() {
    change("north/study.yaml", .complete, at: 5000)
    #expect(settle(at: 7000))
    #expect(taken(at: 7000) == [])
  }

  @Test func lookingFindsWhatNobodyTold() {
    files.sizes["east/in/a.csv"] = 99
    files.sizes["west/in/b.csv"] = nil
    #expect(look(at: 5000) == ["east/in/a.csv", "west/in/b.csv"])
    #expect(look(at: 6000) == [])
    _ = settle(at: 7000)
    #expect(taken(at: 7000) == ["east", "west"])
    #expect(look(at: 8000) == [])
  }

  /// What an event told and what a look finds afterwards is one change.
  @Test func anEventIsNotFoundAgain() {
    change("east/in/a.csv", .complete, at: 5000)
    _ = settle(at: 7000)
    #expect(taken(at: 7000) == ["east"])
    #expect(look(at: 8000) == [])
  }

  @Test func aStudyWhoseFolderIsGoneWaitsUntilItIsBack() {
    for name in ["a", "b"] { files.sizes["east/in/\(name).csv"] = nil }
    _ = pending.watch(Self.studies, without: ["east/in"], at: 5000)
    _ = settle(at: 7000)
    #expect(taken(at: 7000) == [])
    for name in ["a", "b"] { files.sizes["east/in/\(name).csv"] = 10 }
    _ = look(at: 60_000)
    _ = settle(at: 62_000)
    #expect(taken(at: 62_000) == ["east"])
  }

  @Test func aStudyThatWasInUseIsTriedAgain() {
    pending.retry("east/study.yaml", from: 30_000)
    #expect(pending.next(after: 5000) == 30_000)
    #expect(taken(at: 29_999) == [])
    #expect(taken(at: 30_000) == ["east"])
  }

  @Test func aStudyThatIsNoLongerThereIsNotRun() {
    change("east/in/a.csv", .complete, at: 5000)
    _ = settle(at: 7000)
    _ = pending.watch([Self.studies[1]], at: 7000)
    #expect(taken(at: 7000) == [])
  }
}
