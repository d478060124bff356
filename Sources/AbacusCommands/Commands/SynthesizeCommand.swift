package import ArgumentParser
import ReportDocument
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

  @OptionGroup var findings: FindingOptions

  package init() {}

  package func validate() throws {
    let counts = [("--mentors", mentors), ("--mentees", mentees), ("--respondents", respondents)]
    for (name, count) in counts where !(1...1_000_000).contains(count) {
      throw ValidationError("\(name) is \(count); write a number from 1 to 1000000")
    }
  }

  package func run() throws {
    try findings.run { _ in
      let codebook = try StudyLoader.codebook(path: codebook)
      for export in try exports(of: codebook) { try write(export) }
    }
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
      throw ValidationError(VisibleText.clean(error.description))
    }
  }

  private func path(of export: SyntheticExport) -> String { "\(out)/\(export.fileName)" }

  private func checkNothingIsReplaced(_ exports: [SyntheticExport]) throws(OutputError) {
    guard !force else { return }
    for path in exports.map(path) {
      guard try !FilePlace(path).exists else { throw .exists(path: path) }
    }
  }

  private func write(_ export: SyntheticExport) throws {
    let path = path(of: export)
    let place = try FilePlace(path)
    try OutputPlace.makeFolders(place.folder)
    try place.replace(with: Array(export.csv.utf8))
    try Streams.line("\(path): \(export.rows.count) responses")
  }
}

extension SynthesisOptions.AnswerStyle: ExpressibleByArgument {}
extension SynthesisOptions.MultiSelectStyle: ExpressibleByArgument {}
extension SynthesisOptions.Dialect: ExpressibleByArgument {}
