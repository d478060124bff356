package import Glibc
package import SurveyModel

/// Everything a study file leads to: the study, its codebook, the decoded responses.
package struct LoadedStudy: Sendable {
  /// The study.
  package let study: Study
  /// The instrument.
  package let codebook: Codebook
  /// The responses.
  package let dataset: SurveyDataset
  /// Flaws that did not stop the reading.
  package let findings: [Finding]
  /// Every file that was read: study, codebook, exports.
  package let inputs: [InputFile]

  /// A file that was read.
  package struct InputFile: Hashable, Sendable {
    /// What it is to the study.
    package enum Kind: String, Hashable, Sendable { case study, codebook, export }
    /// The path it was read from.
    package let path: String
    /// What it is to the study.
    package let kind: Kind
    /// What the file was when its reading began; with it a later reader knows that it is the same.
    package let stamp: FileStamp?
  }
}

extension LoadedStudy {
  /// The same files with another study, or a part of the responses.
  package func with(study: Study? = nil, dataset: SurveyDataset? = nil) -> LoadedStudy {
    LoadedStudy(
      study: study ?? self.study, codebook: codebook, dataset: dataset ?? self.dataset,
      findings: findings, inputs: inputs)
  }
}

/// Why a study could not be loaded: every mistake found.
package struct StudyLoadError: Error {
  /// All findings, at least one of them fatal.
  package let findings: [Finding]
}

/// Reads a study file and all it names.
package enum StudyLoader {
  /// Loads a study.
  ///
  /// - Parameters:
  ///   - path: the study file; the paths inside it are relative to its folder.
  ///   - today: the day of the report, as `2025-06-23`; a response cannot be younger. Nil where the
  ///     present does not matter.
  ///   - knownSections: what a report can be made of; nil where none is made.
  ///   - keepsIdentifying: true to keep who the persons are; only where the user asked for it.
  ///   - roots: folders in which files of the study may lie, beside its own.
  /// - Throws: `StudyLoadError` with all findings where a mistake leaves no dataset.
  package static func load(
    path: String, today: String? = nil, knownSections: [String]? = nil,
    keepsIdentifying: Bool = false, roots: StudyRoots = StudyRoots()
  ) throws -> LoadedStudy {
    let findings = FindingCollector()
    let bounds = StudyBounds(study: path, roots: roots)
    let studyStamp = FileStamp(path: path)
    let root = try YAMLReader.read(path: path, findings: findings)
    let study = root.flatMap(StudyReader(findings: findings, knownSections: knownSections).read)
    guard let study else { throw StudyLoadError(findings: findings.findings) }
    for file in bounds.files(of: study).paths { InputFiles.note(file) }
    let codebookPath = FilePath.joined(FilePath.folder(of: path), study.codebook)
    let codebookStamp = FileStamp(path: codebookPath)
    guard
      let codebook = try loadCodebook(
        codebookPath, of: study, namedAt: root?.location(of: "codebook"), bounds: bounds,
        findings: findings)
    else {
      throw StudyLoadError(findings: findings.findings)
    }
    StudyCheck(study: study, codebook: codebook, findings: findings).report()
    let files = try openSources(
      of: study, codebook: codebook, bounds: bounds, latest: today.flatMap(Self.endOfDay),
      findings: findings)
    guard !findings.hasFatal else { throw StudyLoadError(findings: findings.findings) }
    let dataset = DatasetBuilder(
      study: study, codebook: codebook, files: files, findings: findings,
      keepsIdentifying: keepsIdentifying
    ).build()
    guard !findings.hasFatal else {
      throw StudyLoadError(findings: findings.findings)
    }
    let inputs =
      [
        LoadedStudy.InputFile(path: path, kind: .study, stamp: studyStamp),
        LoadedStudy.InputFile(path: codebookPath, kind: .codebook, stamp: codebookStamp),
      ] + files.map { LoadedStudy.InputFile(path: $0.path, kind: .export, stamp: $0.stamp) }
    return LoadedStudy(
      study: study, codebook: codebook, dataset: dataset, findings: findings.findings,
      inputs: inputs)
  }

  /// Reads a study file by itself: neither its codebook nor its exports.
  ///
  /// - Parameter opened: is called with what is known of the very file that is read.
  /// - Throws: `StudyLoadError` with every mistake where there is none.
  package static func study(
    path: String, knownSections: [String]? = nil, opened: (stat) -> Void = { _ in }
  ) throws -> Study {
    let findings = FindingCollector()
    let root = try YAMLReader.read(path: path, findings: findings, opened: opened)
    let study = root.flatMap(StudyReader(findings: findings, knownSections: knownSections).read)
    guard let study else { throw StudyLoadError(findings: findings.findings) }
    return study
  }

  /// Reads a codebook by itself.
  ///
  /// - Parameter findings: takes what does not stop the work.
  /// - Throws: `StudyLoadError` with every mistake where there is none.
  package static func codebook(
    path: String, findings: FindingCollector = FindingCollector()
  ) throws -> Codebook {
    guard let codebook = try loadCodebook(path, findings: findings) else {
      throw StudyLoadError(findings: findings.findings)
    }
    return codebook
  }

  /// Reads the codebook that a study names, or reports why it can't be used. It may lie outside the
  /// study's bounds where it can be known for a codebook.
  private static func loadCodebook(
    _ path: String, of study: Study, namedAt name: SourceLocation?, bounds: StudyBounds,
    findings: FindingCollector
  ) throws -> Codebook? {
    if bounds.contains(path) {
      return try loadCodebook(path, namedAt: name, bounds: bounds, findings: findings)
    }
    return try YAMLReader.readOutside(
      path: path, namedAt: name, findings: findings,
      refusal: bounds.strangeCodebook(path, written: study.codebook, at: name)
    ).flatMap(CodebookReader(findings: findings).read)
  }

  /// Reads a codebook, or reports why it can't be used.
  private static func loadCodebook(
    _ path: String, namedAt name: SourceLocation? = nil, bounds: StudyBounds? = nil,
    findings: FindingCollector
  ) throws -> Codebook? {
    try YAMLReader.read(path: path, namedAt: name, bounds: bounds, findings: findings)
      .flatMap(CodebookReader(findings: findings).read)
  }

  /// The end of the day after `day`: on the other side of the earth it is tomorrow already.
  private static func endOfDay(_ day: String) -> Int64? { Moment.seconds(day).map { $0 + 172_800 } }

  private static func openSources(
    of study: Study, codebook: Codebook, bounds: StudyBounds, latest: Int64?,
    findings: FindingCollector
  ) throws -> [SourceFile] {
    var files: [SourceFile] = []
    for source in study.sources {
      guard let form = codebook.form(source.formID) else { continue }
      let (paths, refusal) = bounds.files(of: source)
      if let refusal {
        findings.add(refusal)
      } else if paths.isEmpty {
        findings.add(
          Finding(
            .missingFile, at: source.location,
            "no file matches `\(source.path)`; correct `file` of this source"))
      }
      for path in paths {
        let file = try openSource(
          path, source, form, codebook, bounds: bounds, latest: latest, findings: findings)
        files += file.map { [$0] } ?? []
      }
    }
    return files
  }

  private static func openSource(
    _ path: String, _ source: StudySource, _ form: Form, _ codebook: Codebook,
    bounds: StudyBounds, latest: Int64?, findings: FindingCollector
  ) throws -> SourceFile? {
    do {
      let stamp = FileStamp(path: path)
      if let stamp, !stamp.isRegular { throw IngestError.notAFile(path: path) }
      let export = try ExportDialects.read(
        path: path, dialect: source.dialect,
        options: CSVOptions(
          delimiter: source.delimiter?.asciiValue, encoding: source.encoding, isPlainOnly: true,
          bounds: bounds),
        expected: expected(in: form, codebook, source))
      return SourceOpener(
        source: source, form: form, codebook: codebook, latest: latest, findings: findings
      ).file(export, path: path, stamp: stamp)
    } catch let error as IngestError {
      findings.add(error.finding(at: place(of: error, in: source)))
      return nil
    }
  }

  /// The names of columns and the wordings that the codebook and the source expect.
  private static func expected(
    in form: Form, _ codebook: Codebook, _ source: StudySource
  ) -> ExpectedNames {
    var names = form.items.flatMap(\.columnNames) + form.openQuestions.flatMap(\.columnNames)
    names += form.multiSelects.flatMap(\.columnNames)
    names += codebook.attributes(of: form.id).flatMap(\.columnNames)
    return ExpectedNames(
      names + source.columns.values,
      wordings: form.items.map(\.stem) + form.openQuestions.map(\.stem), areBelieved: false)
  }

  /// Where the study is to be mended; nil where the export is.
  private static func place(of error: IngestError, in source: StudySource) -> SourceLocation? {
    switch error {
    case .fileNotFound, .unknownDialect, .dialectMismatch: source.location
    default: nil
    }
  }
}
