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
        Ends with status 0 when there is none, else with 65.

        EXAMPLE
          abacus codebook check data/codebooks/abc.yaml
        """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "path"))
    var path: String

    @Flag(help: "Show every finding instead of the first ten of a kind.")
    var allFindings = false

    package init() {}

    package func run() throws {
      let codebook = try CodebookFile.read(path, allFindings: allFindings)
      let items = codebook.forms.reduce(0) { $0 + $1.items.count }
      let scales = codebook.forms.reduce(0) { $0 + $1.scales.count }
      let counts = [
        (codebook.forms.count, "form"), (items, "item"), (scales, "scale"),
        (codebook.pairItems.count, "pair item"),
      ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
      try Streams.out(
        "\(path): no mistakes. \(counts.joined(separator: ", ")).\n"
      )
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

    package init() {}

    package func run() throws {
      let codebook = try CodebookFile.read(path, allFindings: false)
      try format.write(
        CodebookDocument.document(of: codebook), json: CodebookDocument.json(of: codebook))
    }
  }
}

/// Reads the codebook of a command.
enum CodebookFile {
  /// The codebook; its mistakes have been printed where there is none.
  static func read(_ path: String, allFindings: Bool) throws -> Codebook {
    let findings = FindingCollector()
    do {
      let text = try TextFile.read(path)
      let codebook = YAMLReader.read(text, file: path, findings: findings)
        .flatMap(CodebookReader(findings: findings).read)
      FindingPrinter.show(findings.findings, all: allFindings)
      if let codebook { return codebook }
    } catch let error as IngestError {
      if case .fileNotFound = error { throw CommandFailure.noInput(error.description) }
      throw CommandFailure.unusable(error.description)
    }
    let count = findings.findings.count
    throw CommandFailure.unusable(
      "the codebook can't be used because of \(count == 1 ? "this mistake" : "these \(count) mistakes")"
    )
  }
}
