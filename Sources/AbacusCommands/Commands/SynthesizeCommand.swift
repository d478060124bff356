package import ArgumentParser
import FoundationEssentials
import Glibc
import SurveyIngest
import SurveyModel
import SurveySynthesis

/// `abacus synthesize`: exports of invented respondents, for examples and trials.
package struct SynthesizeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Invent respondents and write their answers as a survey tool exports them.",
    discussion: """
      Writes one CSV file for each form and wave, such as mentor-early.csv. The people and their \
      answers are invented; the same seed writes the same bytes. Where pair items link two forms, \
      mentees are nested in mentors and both sides of a pair have something in common. The files \
      hold the flaws of real exports: blanks, refusals, attrition, unfinished and repeated \
      responses, hasty respondents, a preview.

      Not everyone who is invited answers: about six in seven do, and one in five of those is \
      missing in the next wave.

      EXAMPLE
        abacus synthesize --codebook data/codebooks/abc.yaml --seed 2025 \\
          --mentors 74 --mentees 203 --waves early,late --out example
      """)

  @Option(help: ArgumentHelp("The questionnaire.", valueName: "path"))
  var codebook: String

  @Option(help: ArgumentHelp("Decides everything random, from 0.", valueName: "n"))
  var seed: UInt64

  @Option(help: ArgumentHelp("Invited mentors, 1 to 1000000.", valueName: "n"))
  var mentors = 74

  @Option(help: ArgumentHelp("Invited mentees, 1 to 1000000.", valueName: "n"))
  var mentees = 203

  @Option(help: ArgumentHelp("Invited persons of every other role.", valueName: "n"))
  var respondents = 200

  @Option(
    help: ArgumentHelp("Waves in order, with commas; none for one file a form.", valueName: "ids"))
  var waves = ""

  @Option(help: ArgumentHelp("Folder to write to; made where it is missing.", valueName: "dir"))
  var out = "."

  @Option(help: "Answers as words or as codes.")
  var answers = SynthesisOptions.AnswerStyle.text

  @Option(help: "Questions with several options: a column each, or joined with commas.")
  var multiSelect = SynthesisOptions.MultiSelectStyle.split

  @Option(help: "The survey tool to imitate.")
  var dialect = SynthesisOptions.Dialect.qualtrics

  @Flag(help: "Replace files that exist.")
  var force = false

  package init() {}

  package func validate() throws {
    let counts = [("--mentors", mentors), ("--mentees", mentees), ("--respondents", respondents)]
    for (name, count) in counts where !(1...1_000_000).contains(count) {
      throw ValidationError("\(name) is \(count); write a number from 1 to 1000000")
    }
  }

  package func run() throws {
    let codebook = try readCodebook()
    for export in try exports(of: codebook) { try write(export) }
  }

  private func exports(of codebook: Codebook) throws -> [SyntheticExport] {
    var invited: [String: Int] = [:]
    for role in codebook.forms.map(\.role) {
      invited[role.id] =
        role.id == Role.mentor.id ? mentors : role.id == Role.mentee.id ? mentees : respondents
    }
    let options = SynthesisOptions(
      seed: seed, invited: invited,
      waves: waves.split(separator: ",").map(String.init), answers: answers,
      multiSelect: multiSelect, dialect: dialect)
    do {
      let exports = try Synthesizer(codebook: codebook, options: options).exports()
      try checkNothingIsReplaced(exports)
      return exports
    } catch let error as SynthesisError {
      throw ValidationError(error.description)
    }
  }

  private func readCodebook() throws -> Codebook {
    guard let data = try? Data(contentsOf: URL(filePath: codebook)) else {
      throw fail("can't read `\(codebook)`; check the path and its permissions", exit: 66)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw fail("`\(codebook)` is not UTF-8 text; save it as UTF-8", exit: 65)
    }
    let findings = FindingCollector()
    let root = YAMLReader.read(text, file: codebook, findings: findings)
    let book = root.flatMap { CodebookReader(findings: findings).read($0) }
    for finding in findings.findings { say(finding.description) }
    guard let book else { throw ExitCode(65) }
    return book
  }

  private func path(of export: SyntheticExport) -> String { "\(out)/\(export.fileName)" }

  private func checkNothingIsReplaced(_ exports: [SyntheticExport]) throws {
    guard !force else { return }
    for path in exports.map(path) where FileManager.default.fileExists(atPath: path) {
      throw fail(
        "`\(path)` exists; write elsewhere with --out, or replace it with --force", exit: 73)
    }
  }

  private func write(_ export: SyntheticExport) throws {
    let path = path(of: export)
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      try Data(export.csv.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw fail("can't write `\(path)`; check the folder and its permissions", exit: 73)
    }
    print("\(path): \(export.rows.count) responses")
  }

  private func fail(_ message: String, exit code: Int32) -> ExitCode {
    say("error: \(message)")
    return ExitCode(code)
  }

  private func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

extension SynthesisOptions.AnswerStyle: ExpressibleByArgument {}
extension SynthesisOptions.MultiSelectStyle: ExpressibleByArgument {}
extension SynthesisOptions.Dialect: ExpressibleByArgument {}
