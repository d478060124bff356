package import ArgumentParser
import ReportDocument
import SurveyIngest
import SurveyModel
import SurveyReport

/// `abacus codebook`: checks and shows an instrument.
package struct CodebookCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Check or show the description of a questionnaire.",
    discussion: """
      EXAMPLE
        abacus codebook check data/codebooks/abc.yaml
        abacus codebook show data/codebooks/abc.yaml
      """,
    subcommands: [Check.self, Show.self])

  package init() {}

  /// `abacus codebook check`.
  package struct Check: ParsableCommand {
    package static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Report every mistake of a codebook, each with its line and what to do.",
      discussion: """
        Ends with status 0 when there is none, else with 65. Warns of options that can't be told apart
        where one cell holds all ticked ones.

        EXAMPLE
          abacus codebook check data/codebooks/abc.yaml
        """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "path"))
    var path: String

    @OptionGroup var findings: FindingOptions

    package init() {}

    package func run() throws {
      try findings.run { log in try check(log) }
    }

    private func check(_ log: FindingLog) throws {
      let found = FindingCollector()
      let codebook = try StudyLoader.codebook(path: path, findings: found)
      log.show(found.findings + InseparableOptions(codebook: codebook).findings)
      let items = codebook.forms.reduce(0) { $0 + $1.items.count }
      let scales = codebook.forms.reduce(0) { $0 + $1.scales.count }
      let counts = [
        (codebook.forms.count, "form"), (items, "item"), (scales, "scale"),
        (codebook.pairItems.count, "pair item"),
      ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
      try Streams.line("\(path): no mistakes. \(counts.joined(separator: ", ")).")
    }
  }

  /// `abacus codebook show`.
  package struct Show: ParsableCommand {
    package static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the items, scales and pairs of a codebook.",
      discussion: """
        EXAMPLE
          abacus codebook show data/codebooks/abc.yaml --format markdown
        """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "path"))
    var path: String

    @Option(help: "How the codebook is written.")
    var format = ResultFormat.table

    @OptionGroup var findings: FindingOptions

    package init() {}

    package func run() throws {
      try findings.run { _ in
        let codebook = try StudyLoader.codebook(path: path)
        try format.write(
          CodebookDocument.document(of: codebook), json: CodebookDocument.json(of: codebook))
      }
    }
  }
}
