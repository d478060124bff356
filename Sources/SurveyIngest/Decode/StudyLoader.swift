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
  /// - Throws: `IngestError` where the study file itself can't be read, `StudyLoadError` with all
  ///   findings where a mistake leaves no dataset.
  package static func load(path: String, today: String? = nil) throws -> LoadedStudy {
    let findings = FindingCollector()
    let folder = FilePath.folder(of: path)
    let text = try TextFile.read(path)
    let study = YAMLReader.read(text, file: path, findings: findings)
      .flatMap(StudyReader(findings: findings).read)
    guard let study else { throw StudyLoadError(findings: findings.findings) }
    let codebookPath = FilePath.joined(folder, study.codebook)
    guard let codebook = loadCodebook(codebookPath, findings: findings) else {
      throw StudyLoadError(findings: findings.findings)
    }
    checkInvited(study, codebook, findings: findings)
    let files = openSources(
      of: study, codebook: codebook, folder: folder, latest: today.flatMap(Self.endOfDay),
      findings: findings)
    guard !findings.hasFatal else { throw StudyLoadError(findings: findings.findings) }
    let built = DatasetBuilder(
      study: study, codebook: codebook, files: files, findings: findings
    ).build()
    guard let dataset = built, !findings.hasFatal else {
      throw StudyLoadError(findings: findings.findings)
    }
    let inputs =
      [
        LoadedStudy.InputFile(path: path, kind: .study),
        LoadedStudy.InputFile(path: codebookPath, kind: .codebook),
      ] + files.map { LoadedStudy.InputFile(path: $0.path, kind: .export) }
    return LoadedStudy(
      study: study, codebook: codebook, dataset: dataset, findings: findings.findings,
      inputs: inputs)
  }

  /// Reads a codebook, or reports why it can't be used.
  package static func loadCodebook(_ path: String, findings: FindingCollector) -> Codebook? {
    do {
      return YAMLReader.read(try TextFile.read(path), file: path, findings: findings)
        .flatMap(CodebookReader(findings: findings).read)
    } catch {
      findings.add(
        Finding(.unreadableFile, at: SourceLocation(file: path), String(describing: error)))
      return nil
    }
  }

  private static func checkInvited(
    _ study: Study, _ codebook: Codebook, findings: FindingCollector
  ) {
    let roles = codebook.forms.map(\.role.id)
    for role in study.invited.keys.sorted() where !roles.contains(role) {
      findings.addUnknownReference(
        "role", role, at: study.invitedLocations[role] ?? SourceLocation(file: study.file),
        in: "`invited`", known: roles)
    }
  }

  /// The end of the day after `day`: on the other side of the earth it is tomorrow already.
  private static func endOfDay(_ day: String) -> Int64? { Moment.seconds(day).map { $0 + 172_800 } }

  private static func openSources(
    of study: Study, codebook: Codebook, folder: String, latest: Int64?,
    findings: FindingCollector
  ) -> [SourceFile] {
    var files: [SourceFile] = []
    for source in study.sources {
      guard let form = codebook.form(source.formID) else {
        findings.addUnknownReference(
          "form", source.formID, at: source.location, in: "the source",
          known: codebook.forms.map(\.id))
        continue
      }
      let paths = FilePath.matches(of: FilePath.joined(folder, source.path))
      if paths.isEmpty {
        findings.add(
          Finding(
            .unreadableFile, at: source.location,
            "no file matches `\(source.path)`; correct `file` of this source"))
      }
      for path in paths {
        let file = openSource(path, source, form, codebook, latest: latest, findings: findings)
        files += file.map { [$0] } ?? []
      }
    }
    return files
  }

  private static func openSource(
    _ path: String, _ source: StudySource, _ form: Form, _ codebook: Codebook,
    latest: Int64?, findings: FindingCollector
  ) -> SourceFile? {
    do {
      let export = try ExportDialects.read(
        path: path, dialect: source.dialect,
        options: CSVOptions(delimiter: source.delimiter?.asciiValue))
      let map = ColumnMapper(
        path: path, source: source, codebook: codebook, form: form, export: export,
        findings: findings
      ).map()
      return SourceFile(
        path: path, source: source, form: form, export: export, columns: map, latest: latest,
        findings: findings)
    } catch {
      findings.add(
        Finding(.unreadableFile, at: SourceLocation(file: path), String(describing: error)))
      return nil
    }
  }
}
