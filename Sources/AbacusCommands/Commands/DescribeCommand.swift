package import ArgumentParser
import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// `abacus describe`: descriptive statistics of a study or of bare columns.
package struct DescribeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Describe items and scales: n, missing, mean, spread, nets.",
    discussion: """
      With a study, numbers of small groups are withheld by its disclosure rule. With a data file, \
      every row is taken as a person of its own and nothing is withheld. JSON and CSV hold \
      unrounded numbers.

      EXAMPLE
        abacus describe data/examples/abc-2025/study.yaml --items MA1,MA2
        abacus describe data/examples/feedback/answers-numbers.csv --by year
      """)

  @OptionGroup var options: AnalysisOptions

  package init() {}

  package func run() throws {
    try options.findings.run { log in
      if options.isStudy { try describeStudy(log) } else { try describeFile(log) }
    }
  }

  private func describeStudy(_ log: FindingLog) throws {
    let loaded = try StudyLoader.load(
      path: options.file, today: Today.date(option: nil), roots: options.root.roots)
    let known = loaded.codebook.forms.flatMap(\.items).map(\.id)
    let items = KnownNames.expanded(options.itemNames, among: known)
    try KnownNames.check(items, among: known, kind: "item")
    let input = try options.selection.input(of: loaded, path: options.file, level: options.level) {
      $0.descriptions(of: items)
    }
    log.show(input.findings)
    let document = AnalysisDocuments.describe(input, items: items)
    try options.format.write(
      document, json: ReportJSON.describe(input, items: items))
  }

  private func describeFile(_ log: FindingLog) throws {
    let file = try options.readFile()
    log.show(file.findings)
    guard !file.columns.isEmpty else {
      throw CommandFailure(
        Finding(
          .missingColumn, at: SourceLocation(file: options.fileName),
          "no column holds numbers; name columns with --items or write a study"))
    }
    let groups = try options.selection.groups(
      of: BareAnalysis(
        columns: file.columns.map { BareAnalysis.Column(name: $0.name, values: $0.values) },
        confidenceLevel: options.confidenceLevel), in: file
    ).map { DescribedGroup($0) }
    try options.format.write(
      AnalysisDocuments.describe(
        groups, confidenceLevel: options.confidenceLevel, file: options.fileName),
      json: BareTables.describeJSON(groups))
  }
}
