package import ArgumentParser
import ReportDocument
import SurveyAnalysis
import SurveyReport

/// `abacus diff`: what changed between two reports, or two waves of one.
package struct DiffCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare the numbers of two reports, or of two waves of one.",
    discussion: """
      Says which numbers changed beyond noise, by the interval of each difference, and what came \
      and went. An interval needs to know how many answers are in both: all, where the reports are \
      made from the same exports; none, with --disjoint, which is refused where persons are known to be in both. A difference that would tell on few \
      persons is hidden. The exit status is 0 when no number differs, 2 when one does, 65 or 66 \
      when a report can't be read.

      EXAMPLE
        abacus diff reports/abc-2025 --waves early,late
        abacus diff reports/abc-2025 reports/abc-2025 --all --format json
      """)

  @Argument(
    help: ArgumentHelp("The older report: its folder, or its numbers.json.", valueName: "old"))
  var old: String

  @Argument(
    help: ArgumentHelp("The newer report; absent with --waves.", valueName: "new"))
  var new: String?

  @Option(
    help: ArgumentHelp("Compare two waves of one report, the older first.", valueName: "ids"))
  var waves: String?

  @Flag(help: "Nobody answered in both, such as in two cohorts; refused where somebody did.")
  var disjoint = false

  @Flag(help: "Show every number, also those that did not change.")
  var all = false

  @Option(help: "How the results are written.")
  var format = ResultFormat.table

  @OptionGroup var findings: FindingOptions

  package init() {}

  package func validate() throws {
    if new == nil, waves == nil {
      throw ValidationError("name a second report, or two waves with --waves early,late")
    }
    guard let waves else { return }
    if new != nil {
      throw ValidationError("--waves compares waves of one report; name one report")
    }
    if waveIDs.count != 2 || waveIDs[0] == waveIDs[1] {
      throw ValidationError("--waves is `\(waves)`; name two waves, such as early,late")
    }
  }

  package func run() throws {
    var differs = false
    try findings.run { _ in
      let first = try ReportNumbers(at: old)
      let comparison = try new.map { try reports(first, $0) } ?? twoWaves(of: first.numbers)
      differs = !comparison.isEqual
      try format.write(
        ComparisonDocument.document(
          of: comparison, waves: waveLabels(first.numbers), showsAll: all),
        json: ComparisonJSON.value(comparison, showsAll: all))
    }
    if differs { throw ExitCode(ExitStatus.attention) }
  }

  private var waveIDs: [String] {
    (waves ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  private func reports(_ first: ReportNumbers, _ new: String) throws -> NumbersComparison {
    let second = try ReportNumbers(at: new)
    if disjoint, let reason = first.reasonAgainstDisjoint(with: second) {
      throw ValidationError("--disjoint can't be: \(reason); leave it out")
    }
    let known = first.hasSameExports(as: second) ? .same : first.overlap(with: second)
    return NumbersComparison(
      from: first.numbers, to: second.numbers,
      overlap: disjoint && known != .disjoint ? .disjointAsStated : known ?? .unknown)
  }

  private func twoWaves(of numbers: PublishedNumbers) throws -> NumbersComparison {
    try KnownNames.check(waveIDs, among: numbers.waves.map(\.id), kind: "wave")
    return NumbersComparison(
      from: numbers.wave(waveIDs[0]), to: numbers.wave(waveIDs[1]),
      overlap: disjoint ? try disjointWaves(of: numbers) : otherWaves(of: numbers))
  }

  private func otherWaves(of numbers: PublishedNumbers) -> SampleOverlap {
    let sharing = numbers.formsSharing(waveIDs[0], waveIDs[1])
    if sharing.contains(where: { !$0.isOfPartners }) { return .otherWavesOfSamePersons }
    return sharing.isEmpty ? .otherWaves : .otherWavesOfSamePartners
  }

  private func disjointWaves(of numbers: PublishedNumbers) throws -> SampleOverlap {
    let sharing = numbers.formsSharing(waveIDs[0], waveIDs[1]).map { form in
      form.isOfPartners ? "persons whom \(form.label) are paired with" : form.label
    }
    guard sharing.isEmpty else {
      throw ValidationError(
        "--disjoint can't be: some \(sharing.joined(separator: " and ")) are in both waves; leave it out"
      )
    }
    return numbers.knowsNobodyShared(waveIDs[0], waveIDs[1]) ? .disjoint : .disjointAsStated
  }

  /// What readers call the two waves.
  private func waveLabels(_ numbers: PublishedNumbers) -> (old: String, new: String)? {
    let labels = waveIDs.compactMap { id in numbers.waves.first { $0.id == id }?.label }
    return labels.count == 2 ? (labels[0], labels[1]) : nil
  }
}
