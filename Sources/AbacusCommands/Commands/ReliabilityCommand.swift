package import ArgumentParser
import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// `abacus reliability`: internal consistency of a study's scales or of bare columns.
package struct ReliabilityCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "Internal consistency: Cronbach's alpha with Feldt's interval, item by item.",
    discussion: """
      With a study, every scale of the codebook is looked at; numbers of small groups are withheld \
      by its disclosure rule. With a data file, name the items of one scale; every row is taken as \
      a person of its own and nothing is withheld. Nothing is ever reversed unless you say so.

      EXAMPLE
        abacus reliability data/examples/abc-2025/study.yaml
        abacus reliability data/examples/feedback/answers-numbers.csv \\
          --items F1..F4 --reverse F4 --min 1 --max 5 --coefficient mcdonald_omega
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "Items to turn round, written as with --items; needs --min and --max.", valueName: "names"))
  var reverse: String?

  @Option(help: "Complete cases only, or all cases of each pair of items.")
  var missing: MissingOption?

  @Option(help: ArgumentHelp("Scales of the study, with commas; all if absent.", valueName: "ids"))
  var scales: String?

  @Option(
    help: ArgumentHelp(
      "Further statistics, with commas, as `abacus explain` names them; `all` for all of items.",
      valueName: "names"))
  var coefficient: String?

  package init() {}

  package func validate() throws {
    _ = try asked
    if options.isStudy {
      guard reverse == nil, options.items == nil else {
        throw ValidationError(
          "--items and --reverse are for data files; a study's codebook says them")
      }
      return
    }
    if options.items == nil {
      throw ValidationError("name the items of the scale: --items A1,A2,A3")
    }
    if scales != nil { throw ValidationError("--scales is for studies; name columns with --items") }
    if let reverse, NameList(reverse) == nil {
      throw ValidationError(KnownNames.openQuote(in: "--reverse"))
    }
    if reverse != nil, options.limits == nil {
      throw ValidationError("--reverse needs the limits of the answers; add --min and --max")
    }
  }

  /// The statistics that --coefficient names.
  private var asked: [StatisticDefinition] {
    get throws {
      let ofItems = StatisticRegistry.all.filter { [.items, .answers].contains($0.input) }
      guard let coefficient else { return [] }
      if coefficient == "all" { return ofItems }
      return try coefficient.split(separator: ",").map { part in
        let name = String(part.drop { $0 == " " })
        let definition = try StatisticNames.known(name)
        guard ofItems.contains(where: { $0.id == definition.id }) else {
          throw ValidationError(
            "`\(definition.id)` is not computed from the items of a scale; choose among \(ofItems.map(\.id.rawValue).joined(separator: ", "))"
          )
        }
        return definition
      }
    }
  }

  package func run() throws {
    try options.findings.run { log in
      if options.isStudy { try analyseStudy(log) } else { try analyseFile(log) }
    }
  }

  private func analyseStudy(_ log: FindingLog) throws {
    let loaded = try StudyLoader.load(
      path: options.file, today: Today.date(option: nil), roots: options.root.roots)
    let names = scales.map { $0.split(separator: ",").map(String.init) }
    let known = loaded.codebook.forms.flatMap(\.scales).filter { !$0.items.isEmpty }.map(\.id)
    try KnownNames.check(names, among: known, kind: "scale")
    let input = try options.selection.input(
      of: loaded, path: options.file, level: options.level, missing: missing?.rawValue,
      asked: try asked
    ) { $0.reliabilities(of: names) }
    log.show(input.findings)
    try options.format.write(
      AnalysisDocuments.reliability(input, scales: names),
      json: ReportJSON.reliability(input, scales: names))
  }

  private func analyseFile(_ log: FindingLog) throws {
    let file = try options.readFile()
    let names = file.columns.map(\.name)
    let listed = reverse.flatMap { NameList($0)?.entries }
    let reversed = KnownNames.expanded(listed, among: names) ?? []
    try KnownNames.check(reversed, among: names, kind: "item in --items")
    let columns = file.columns.map { column in
      BareAnalysis.Column(
        name: column.name, values: column.values,
        keying: reversed.contains(column.name) ? .reverse : .forward)
    }
    let asked = try asked
    let groups = try options.selection.groups(
      of: BareAnalysis(columns: columns, confidenceLevel: options.confidenceLevel), in: file)
    let analyses = groups.enumerated().map { place, group in
      group.analysis.reliability(
        policy: (missing ?? .listwise).policy, limits: options.limits, asked: asked, group: place)
    }
    // Several groups may have the same.
    var found: [Finding] = []
    for finding in analyses.flatMap(\.findings) where !found.contains(finding) {
      found.append(finding)
    }
    log.show(file.findings + found)
    let results = zip(groups, analyses).map { (group: $0, result: $1.result) }
    try options.format.write(
      AnalysisDocuments.reliability(
        results, confidenceLevel: options.confidenceLevel, file: options.fileName),
      json: ReportJSON.reliability(results))
  }
}
