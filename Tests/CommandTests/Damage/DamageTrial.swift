import Foundation
import NumericTestSupport
import SurveyIngest
import SurveyModel

/// One export spoilt by one damage or two, read, and held against the good one.
struct DamageTrial {
  let study: DamageStudy
  let damaged: Int
  private let good: DamageStudy.Outcome
  private let statesDialect: Bool

  /// What was done to the file.
  private struct Done {
    let sheet: ExportSheet
    let damages: [Damage]
    let marks: [DamageMark]
  }

  init(study: DamageStudy, damaged: Int, stating dialect: Bool) {
    self.study = study
    self.damaged = damaged
    statesDialect = dialect
    good = study.outcome(
      study.sheets[damaged].written().bytes, inPlaceOf: damaged, stating: dialect)
  }

  /// Spoils the export and reads it.
  ///
  /// - Returns: why a number may have changed unseen; nil where all is well, or nothing could be
  ///   spoilt.
  func flaw(of damages: [Damage], seed: UInt64) -> String? {
    guard let done = apply(damages, seed) else { return nil }
    let (bytes, lines) = done.sheet.written()
    let outcome = study.outcome(bytes, inPlaceOf: damaged, stating: statesDialect)
    guard let numbers = outcome.numbers, numbers != good.numbers else { return nil }
    let named = done.marks.map { isNamed($0, in: outcome.findings, lines: lines) }
    for place in damages.indices where !named[place] {
      if isHarmless(place, in: done, seed, numbers) { continue }
      // A quote out of place does not act alike on two files that say the same, and is named.
      let others = named.indices.filter { $0 != place }
      if !others.isEmpty, others.allSatisfy({ named[$0] }),
        flaw(of: [damages[place]], seed: seed) == nil
      {
        continue
      }
      return said(of: damages, place, seed, new(outcome.findings))
    }
    return nil
  }

  private func said(
    of damages: [Damage], _ place: Int, _ seed: UInt64, _ found: [Finding]
  ) -> String {
    """
    \(study.name), export \(damaged), seed \(seed): “\(damages[place].name)” of \
    \(damages.map(\.name).joined(separator: " and ")) changes numbers and is not named; new findings:
    \(found.map { "  \($0)" }.joined(separator: "\n"))
    """
  }

  /// The spoilt file, for a look at it.
  func bytes(of damages: [Damage], seed: UInt64) -> [UInt8]? {
    apply(damages, seed)?.sheet.written().bytes
  }

  private func apply(_ damages: [Damage], _ seed: UInt64, except: Int? = nil) -> Done? {
    var sheet = study.sheets[damaged]
    var marks: [DamageMark] = []
    // Damages of columns come first, so that those of responses find them in place.
    for (place, damage) in damages.enumerated() {
      var random = SeededGenerator(seed: seed &+ UInt64(place) &* 7919)
      if place == except {
        marks.append(.harmless)
        continue
      }
      guard let mark = damage.apply(&sheet, study.bases[damaged], &random) else { return nil }
      sheet.touched.formUnion(mark.origins)
      marks.append(mark)
    }
    return Done(sheet: sheet, damages: damages, marks: marks)
  }

  /// Whether the numbers are those that the file gives where this damage changes none, or only takes
  /// the responses away that it hit.
  private func isHarmless(
    _ place: Int, in done: Done, _ seed: UInt64, _ found: [String]
  ) -> Bool {
    let mark = done.marks[place]
    guard let sheet = apply(done.damages, seed, except: place)?.sheet else { return false }
    if numbers(sheet) == found { return true }
    return [mark.origins, mark.lost, mark.origins.union(mark.lost)].contains { gone in
      guard !gone.isEmpty else { return false }
      var rest = sheet
      rest.records.removeAll { $0.origin.map(gone.contains) ?? false }
      return numbers(rest) == found
    }
  }

  private func numbers(_ sheet: ExportSheet) -> [String]? {
    study.outcome(sheet.written().bytes, inPlaceOf: damaged, stating: statesDialect).numbers
  }

  // MARK: Findings

  /// Those that the good file does not have.
  private func new(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      !good.findings.contains {
        $0.code == finding.code && $0.subject == finding.subject && $0.count == finding.count
      }
    }
  }

  private func isNamed(
    _ mark: DamageMark, in findings: [Finding], lines: [UUID: ClosedRange<Int>]
  ) -> Bool {
    new(findings).contains { finding in
      guard mark.codes.contains(finding.code) else { return false }
      guard let records = mark.records, let line = finding.location?.line,
        finding.code != .similarCategories
      else { return true }
      let named = [line] + Self.lines(in: finding.message)
      // The rest of a long list of lines is not shown.
      return finding.message.contains(", …)")
        || named.contains { line in records.contains { lines[$0]?.contains(line) ?? false } }
    }
  }

  private static func lines(in message: String) -> [Int] {
    guard let start = message.range(of: "(lines ") else { return [] }
    return message[start.upperBound...].prefix { $0 != ")" }.split(separator: ", ")
      .compactMap { Int($0) }
  }
}
