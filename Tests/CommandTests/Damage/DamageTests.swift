import Foundation
import NumericTestSupport
import Testing

/// Files that are spoilt at random: the numbers are those of the rows left whole, or a finding names
/// the damage, or the run stops.
///
/// `ABACUS_DAMAGE_CASES` tries more cases than the few of every day, `ABACUS_DAMAGE_SEED` others.
@Suite struct DamageTests {
  private static let caseCount = number("ABACUS_DAMAGE_CASES") ?? 250
  private static let firstSeed = UInt64(number("ABACUS_DAMAGE_SEED") ?? 1)

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  @Test func noNumberChangesUnseen() throws {
    let trials = try Self.trials.get()
    var flaws: [String: String] = [:]
    var count = 0
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.caseCount) {
      var random = SeededGenerator(seed: seed)
      let trial = try #require(trials.randomElement(using: &random))
      let damages = Self.damages(&random)
      guard let flaw = trial.flaw(of: damages, seed: seed) else { continue }
      count += 1
      if flaws[damages.map(\.name).joined()] == nil {
        flaws[damages.map(\.name).joined()] = flaw
      }
    }
    #expect(count == 0, "\(count) of \(Self.caseCount) cases; one of each kind follows")
    for flaw in flaws.keys.sorted() { Issue.record("\(flaws[flaw] ?? "")") }
  }

  /// Each damage by itself, so that none is left out by chance.
  @Test(arguments: Damage.all.map(\.name)) func eachDamageIsSeen(name: String) throws {
    let damage = try #require(Damage.all.first { $0.name == name })
    for (place, trial) in try Self.trials.get().enumerated() where place % 2 == 0 {
      let flaw = trial.flaw(of: [damage], seed: Self.firstSeed &+ UInt64(place))
      #expect(flaw == nil, "\(flaw ?? "")")
    }
  }

  /// One damage, or two of which at most one is of the file. Where a file is cut follows from its
  /// length, which another damage changes.
  static func damages(_ random: inout SeededGenerator) -> [Damage] {
    let first = Damage.all.randomElement(using: &random)
    guard Bool.random(using: &random), first?.name != "the file is cut" else {
      return [first].compactMap(\.self)
    }
    let second = Damage.all.filter(\.isOfRows).randomElement(using: &random)
    let both = [first, second].compactMap(\.self)
    // Where one number has a decimal comma, that of another parts no thousands.
    let names = Set(both.map(\.name))
    return names.isSuperset(of: ["a number gets a decimal comma", "a number parts its thousands"])
      ? Array(both.prefix(1)) : both
  }

  static let trials = Result { try makeTrials() }

  private static func makeTrials() throws -> [DamageTrial] {
    try DamageStudies.all().flatMap { study in
      study.sheets.indices.flatMap { place in
        [true, false].map { DamageTrial(study: study, damaged: place, stating: $0) }
      }
    }
  }
}

/// The good files.
enum DamageStudies {
  static func all() throws -> [DamageStudy] {
    let kept = Set((1...8).map { "pair-\($0 < 10 ? "00" : "0")\($0)" })
    let files = ["mentor-early.csv", "mentee-early.csv"]
    let study = "data/examples/abc-2025/study.yaml"
    return [
      try DamageStudy("Qualtrics", study: study, files: files, headerCount: 3) {
        kept.contains($0["pair_id"] ?? "") || $0["Status"] == "Survey Preview"
      },
      try DamageStudy(
        "Qualtrics with numbers for identifiers", study: study, files: files, headerCount: 3,
        editing: { name, text in
          guard ["respondent_id", "pair_id"].contains(name), !text.isEmpty else { return text }
          return "0" + text.filter { $0.isNumber }
        }
      ) { kept.contains($0["pair_id"] ?? "") },
      try DamageStudy(
        "plain", study: "data/examples/feedback/study.yaml", files: ["answers.csv"], headerCount: 1
      ) { row in (row["person"] ?? "") < "mentee-025" },
    ]
  }
}
