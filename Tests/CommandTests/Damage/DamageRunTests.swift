import Foundation
import NumericTestSupport
import TestSupport
import Testing

/// Spoilt files through the command: it writes a whole report and says what is wrong, or it stops and
/// leaves the report of before as it was.
@Suite struct DamageRunTests {
  @Test(arguments: 0..<20) func theReportIsWholeOrAsItWas(seed: UInt64) throws {
    let trials = try DamageTests.trials.get()
    var random = SeededGenerator(seed: 7_000 + seed)
    let trial = try #require(trials.randomElement(using: &random))
    let damages = DamageTests.damages(&random)
    guard let bytes = trial.bytes(of: damages, seed: seed) else { return }
    let place = "\(trial.study.name), seed \(seed), \(damages.map(\.name))"

    let folder = try ScratchFolder()
    let study = try copy(trial.study, into: folder)
    #expect(try report(study, in: folder).status <= 1, "\(place)")
    let before = contents(of: folder)
    let file =
      (study as NSString).deletingLastPathComponent + "/" + trial.study.files[trial.damaged]
    folder.write(bytes, to: file)
    let run = try report(study, in: folder)
    let after = contents(of: folder)

    #expect([0, 1, 65].contains(run.status), "\(place): \(run.stderr)")
    #expect(folder.names()?.sorted() == ["data", "report"], "\(place)")
    if run.status == 65 {
      #expect(after == before, "\(place)")
      #expect(run.errorLines.contains { $0.contains(": error: ") }, "\(place)")
    } else {
      #expect(after.keys.sorted() == before.keys.sorted() && after != before, "\(place)")
      #expect(run.errorLines.contains { $0.contains("error: ") } == (run.status == 1), "\(place)")
    }
  }

  private func report(_ study: String, in folder: ScratchFolder) throws -> CommandRun {
    try CommandRun.abacus(
      ["report", study, "--out", "report", "--date", "2025-12-01", "--all-findings"],
      in: folder.path(""))
  }

  private func copy(_ study: DamageStudy, into folder: ScratchFolder) throws -> String {
    let example = (study.path as NSString).deletingLastPathComponent
    for name in [example, "data/codebooks"] {
      let target = folder.path(name)
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Checkout.path(name), toPath: target)
    }
    return study.path
  }

  private func contents(of folder: ScratchFolder) -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: (folder.names(in: "report") ?? []).map {
        ($0, FileManager.default.contents(atPath: folder.path("report/\($0)")) ?? Data())
      })
  }
}
