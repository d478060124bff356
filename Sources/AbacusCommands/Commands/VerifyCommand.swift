package import ArgumentParser
import ReportDocument
import SurveyModel

/// `abacus verify`: is a report what its manifest says, and does it come out again?
package struct VerifyCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a report against its manifest, and make it again to compare.",
    discussion: """
      Compares the report's files with their sums, the inputs with theirs, then computes every \
      number and every byte again. Nothing is written. The exit status is 0 when all agree, 2 when \
      something does not, 65 or 66 when there is no report, 66 when a file can't be read and \
      nothing else is wrong.

      EXAMPLE
        abacus verify report
      """)

  @Argument(help: ArgumentHelp("Folders of reports.", valueName: "report"))
  var folders: [String]

  @Flag(help: "Print the result as JSON.")
  var json = false

  @OptionGroup var root: RootOptions

  /// The status where a file can't be read: the finding's own.
  private static let unreadable = ExitStatus.of([Finding(.unreadableFile, "")])

  /// How many differences are named for one report.
  private static let limit = 20

  package init() {}

  package func run() throws {
    let log = FindingLog(showsAll: true)
    var results: [Verification] = []
    for folder in folders {
      try log.stopping { results.append(try Verification(of: folder, roots: root.roots)) }
    }
    if json {
      try Streams.out(Self.json(results).text)
    } else {
      for result in results { try Streams.out(Self.text(result)) }
    }
    let status = ExitStatus.of(log.findings)
    if status != 0 { throw ExitCode(status) }
    if results.contains(where: \.hasDifferences) { throw ExitCode(ExitStatus.attention) }
    if results.contains(where: { !$0.mismatches.isEmpty }) { throw ExitCode(Self.unreadable) }
  }

  private static func text(_ result: Verification) -> String {
    let source = result.study.map { " from \($0)" } ?? ""
    let compared =
      "\(result.fileCount) files made again\(source), \(result.numberCount) numbers compared"
    guard !result.mismatches.isEmpty else {
      return VisibleText.clean("\(result.folder): verified; \(compared)") + "\n"
    }
    var lines = ["\(result.folder): not verified; \(compared)"]
    lines += result.mismatches.prefix(limit).map { "  \($0.kind) \($0.subject): \($0.message)" }
    let rest = result.mismatches.count - limit
    if rest > 0 { lines.append("  and \(rest) more; --json names all") }
    return lines.map { VisibleText.clean($0) + "\n" }.joined()
  }

  private static func json(_ results: [Verification]) -> JSONValue {
    [
      "schema": "abacus.verify/1",
      "reports": .array(
        results.map { result in
          [
            "report": .string(result.folder), "study": JSONValue(result.study),
            "verified": .bool(result.mismatches.isEmpty),
            "files": .integer(result.fileCount), "numbers": .integer(result.numberCount),
            "mismatches": .array(
              result.mismatches.map {
                [
                  "kind": .string($0.kind), "subject": .string($0.subject),
                  "message": .string($0.message),
                ]
              }),
          ]
        }),
    ]
  }
}
