import SurveyModel
import TestSupport

@testable import SurveyIngest

/// A good study of which one export is damaged, read without files.
struct DamageStudy {
  private struct Source {
    let source: StudySource
    let form: Form
    let sheet: ExportSheet
    /// The export without damage, read once.
    let export: ExportTable?
  }

  /// Its name in failures.
  let name: String
  /// The path of its study file in the package.
  let path: String
  private let codebook: Codebook
  private let study: Study
  private let sources: [Source]
  /// What each export holds, by its place.
  let bases: [DamageBase]

  /// What a study leads to.
  struct Outcome {
    /// What numbers are made of; nil where the run stops.
    let numbers: [String]?
    let findings: [Finding]
  }

  /// The names of the exports, in the order of the study.
  var files: [String] { sources.map(\.source.path) }

  /// The good exports, in the order of the study.
  var sheets: [ExportSheet] { sources.map(\.sheet) }

  /// - Parameters:
  ///   - study: the path of a study in the package.
  ///   - files: the names of the exports to read.
  ///   - headerCount: how many records of each are header.
  ///   - editing: changes cells of responses, given the column's name.
  ///   - keeping: which responses to keep, by their cells.
  init(
    _ name: String, study path: String, files: [String], headerCount: Int,
    editing: (String, String) -> String = { $1 }, keeping: ([String: String]) -> Bool
  ) throws {
    (self.name, self.path) = (name, path)
    let folder = FilePath.folder(of: Checkout.path(path))
    let findings = FindingCollector()
    guard
      let study = try YAMLReader.read(path: Checkout.path(path), findings: findings)
        .flatMap(StudyReader(findings: findings, knownSections: nil).read),
      let codebook = try YAMLReader.read(
        path: FilePath.joined(folder, study.codebook), findings: findings
      ).flatMap(CodebookReader(findings: findings).read)
    else { throw StudyLoadError(findings: findings.findings) }
    (self.study, self.codebook) = (study, codebook)
    sources = try study.sources.filter { files.contains($0.path) }.compactMap { source in
      guard let form = codebook.form(source.formID) else { return nil }
      var sheet = try ExportSheet(
        path: FilePath.joined(folder, source.path), headerCount: headerCount, keeping: keeping)
      sheet.editCells(editing)
      return Source(
        source: source, form: form, sheet: sheet,
        export: try ExportDialects.read(
          CSVReader(bytes: sheet.written().bytes, name: source.path)))
    }
    bases = sources.map { DamageBase(form: $0.form, codebook: codebook, names: $0.sheet.names) }
  }

  /// Reads the study with other bytes in the place of one export.
  func outcome(_ bytes: [UInt8], inPlaceOf damaged: Int, stating dialect: Bool) -> Outcome {
    let findings = FindingCollector()
    var files: [SourceFile] = []
    for (place, source) in sources.enumerated() {
      let file = open(place == damaged ? bytes : nil, source, stating: dialect, findings)
      if let file { files.append(file) }
    }
    guard !findings.hasFatal else { return Outcome(numbers: nil, findings: findings.findings) }
    let dataset = DatasetBuilder(
      study: study, codebook: codebook, files: files, findings: findings
    ).build()
    guard !findings.hasFatal else { return Outcome(numbers: nil, findings: findings.findings) }
    return Outcome(numbers: dataset.countedNumbers, findings: findings.findings)
  }

  private func open(
    _ bytes: [UInt8]?, _ source: Source, stating dialect: Bool, _ findings: FindingCollector
  ) -> SourceFile? {
    do {
      let damaged = try bytes.map {
        try ExportDialects.read(
          CSVReader(bytes: $0, name: source.source.path),
          dialect: dialect ? source.source.dialect : nil)
      }
      guard let export = damaged ?? source.export else { return nil }
      return SourceOpener(
        source: source.source, form: source.form, codebook: codebook,
        latest: Moment.seconds("2026-01-01"), findings: findings
      ).file(export, path: source.source.path, stamp: nil)
    } catch let error as IngestError {
      findings.add(error.finding())
    } catch {
      findings.add(Finding(.unreadableFile, "another error: \(error)"))
    }
    return nil
  }
}

extension ExportSheet {
  fileprivate mutating func editCells(_ edit: (String, String) -> String) {
    for place in responses {
      records[place].cells = zip(names, records[place].cells).map { edit($0, $1) }
    }
  }
}

extension DamageBase {
  /// The kinds of a form's columns by the codebook.
  init(form: Form, codebook: Codebook, names: [String]) {
    var kinds: [String: Kind] = ["Status": .status]
    for item in form.items { kinds[item.id] = .answer }
    for attribute in codebook.attributes(of: form.id) {
      guard let name = attribute.columnNames.first(where: names.contains) else { continue }
      switch attribute.use {
      case .respondent: kinds[name] = .respondent
      case .pair: kinds[name] = .pair
      case .submitted: kinds[name] = .submitted
      case .consent: kinds[name] = .consent
      case .describe: kinds[name] = attribute.kind == .number ? .number : .category
      default: continue
      }
    }
    for question in form.multiSelects {
      for name in names where name.hasPrefix(question.id + "_") { kinds[name] = .tick }
    }
    self.init(kinds: kinds)
  }
}

extension SurveyDataset {
  /// All that numbers are made of, without the order of responses and the numbers that stand for
  /// persons and pairs: each response, and which belong to one person and to one pair.
  fileprivate var countedNumbers: [String] {
    var all: [String] = []
    var pairs: [Int32: [String]] = [:]
    for form in forms {
      var persons: [Int32: [String]] = [:]
      for row in 0..<form.rowCount {
        let text = form.form.id + ":" + form.counted(row)
        all.append(text)
        if form.knowsPersons { persons[form.persons[row], default: []].append(text) }
        if let pair = form.pairs?[row], pair >= 0 { pairs[pair, default: []].append(text) }
      }
      all += persons.values.map { "person " + $0.sorted().joined() }
    }
    return (all + pairs.values.map { "pair " + $0.sorted().joined() }).sorted()
  }
}

extension FormResponses {
  fileprivate func counted(_ row: Int) -> String {
    let codes = form.items.map { items[$0.id].map { String($0.cells[row]) } ?? "" }
    let ticks = form.multiSelects.map { question in
      multiSelects[question.id].map { "\($0.states[row])\($0.ticks[row])" } ?? ""
    }
    let known = categories.keys.sorted().map { key in
      categories[key].map { column in
        // A quote inside a name that may be any spoils no number, and is left as it is.
        column.cells[row] < 0
          ? "" : column.categories[Int(column.cells[row])].filter { !"\"“”".contains($0) }
      } ?? ""
    }
    let measured = numbers.keys.sorted().map { key in
      (numbers[key]?.cells[row]).map { "\($0)" } ?? ""
    }
    return ([String(waves[row])] + codes + ticks + known + measured).joined(separator: "|") + "\n"
  }
}
