import ArgumentParser
import NumericCore
import SurveyIngest
import SurveyModel

/// What every analysis command takes.
struct AnalysisOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A study file (.yaml), or a data file; `-` stands for standard input.",
      valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Items of the study or columns of the file, with commas; A1..A5 stands for those from A1 to A5, and a name with a comma goes in quotes: '\"a, b\",c'.",
      valueName: "names"))
  var items: String?

  @Option(
    help: ArgumentHelp(
      "The lowest possible answer of a data file; lower ones are not counted.", valueName: "number")
  )
  var min: Double?

  @Option(
    help: ArgumentHelp(
      "The highest possible answer of a data file; higher ones are not counted.",
      valueName: "number"))
  var max: Double?

  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "Confidence level of intervals, 0.5 to 0.999; 0.95 if absent.", valueName: "share"))
  var level: Double?

  @Option(help: "How the results are written.")
  var format = ResultFormat.table

  @Option(help: ArgumentHelp("The dialect of a data file; detected if absent.", valueName: "name"))
  var dialect: String?

  @Option(
    help: ArgumentHelp("The encoding of a data file; detected if absent.", valueName: "name"))
  var encoding: String?

  @OptionGroup var root: RootOptions

  @OptionGroup var findings: FindingOptions

  var itemNames: [NameList.Entry]? { items.flatMap { NameList($0)?.entries } }

  var confidenceLevel: Double { level ?? 0.95 }

  /// The lowest and the highest possible answer; nil where they are not said.
  var limits: ClosedRange<Double>? { min.flatMap { low in max.map { low...$0 } } }

  /// The columns asked for, of a data file.
  func readFile() throws -> BareFile {
    try BareFile.read(
      path: file, items: itemNames, limits: limits, dialect: dialect, encoding: textEncoding,
      fields: selection.fieldNames)
  }

  /// The file as results name it.
  var fileName: String { FilePath.shown(file) }

  /// The encoding that the user states; nil detects it.
  var textEncoding: TextEncoding? { encoding.flatMap(TextEncoding.init(named:)) }

  /// True where the path names a study and not a data file.
  var isStudy: Bool { file.hasSuffix(".yaml") || file.hasSuffix(".yml") }

  func validate() throws {
    if let level, !(0.5...0.999).contains(level) {
      throw ValidationError("--level is \(level); write a share such as 0.95")
    }
    if let min, let max, min >= max {
      throw ValidationError("--min \(min) is not below --max \(max)")
    }
    if (min == nil) != (max == nil) {
      throw ValidationError("--min and --max go together; write both")
    }
    try checkKindOfInput()
    try KnownNames.check(
      dialect.map { [$0] }, among: ExportDialects.all.map { $0.name }.sorted(), kind: "dialect")
    if let encoding, textEncoding == nil {
      throw ValidationError(
        "--encoding can't be `\(encoding)`; write one of \(TextEncoding.names.joined(separator: ", "))"
      )
    }
    try checkItems()
  }

  /// Refuses options of studies for a data file, and the other way round.
  private func checkKindOfInput() throws {
    if selection.unrestricted, !isStudy {
      throw ValidationError("--unrestricted is for studies; of a data file nothing is hidden")
    }
    if !root.folders.isEmpty, !isStudy {
      throw ValidationError("--root is for studies; a data file is named by its path")
    }
    if min != nil, isStudy {
      throw ValidationError("--min and --max are for data files; a study's codebook says them")
    }
    if dialect != nil, isStudy {
      throw ValidationError(
        "--dialect is for data files; a study says it with `dialect:` at a source")
    }
    if encoding != nil, isStudy {
      throw ValidationError(
        "--encoding is for data files; a study says it with `encoding:` at a source")
    }
  }

  private func checkItems() throws {
    if items != nil, itemNames == nil {
      throw ValidationError(KnownNames.openQuote(in: "--items"))
    }
    if let itemNames, itemNames.isEmpty {
      throw ValidationError("--items names no column; write them as A1,A2,A3")
    }
    if let itemNames,
      let twice = itemNames.first(where: { name in itemNames.count { $0 == name } > 1 })
    {
      throw ValidationError("--items names `\(twice.shown)` twice; name each column once")
    }
  }
}

/// How rows with missing answers enter a reliability coefficient, as the command line says it.
enum MissingOption: String, CaseIterable, ExpressibleByArgument {
  /// Complete cases only.
  case listwise
  /// All cases of each pair of items.
  case pairwise

  var policy: MissingDataPolicy { self == .listwise ? .listwise : .pairwise }
}
