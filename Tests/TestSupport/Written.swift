package import SurveyIngest
package import SurveyModel

/// What a user's file of a test leads to.
package struct Written<Value> {
  /// What was read; nil where a mistake left none.
  package let value: Value?
  /// Every mistake found.
  package let findings: [Finding]

  /// The findings as users see them.
  package var lines: [String] { findings.map(\.description) }
}

extension Written<Codebook> {
  /// Reads a codebook called `codebook.yaml`.
  package static func codebook(_ text: String) -> Written {
    let findings = FindingCollector()
    let value = YAMLReader.read(text, file: "codebook.yaml", findings: findings)
      .flatMap(CodebookReader(findings: findings).read)
    return Written(value: value, findings: findings.findings)
  }
}

extension Written<Study> {
  /// Reads a study called `study.yaml`.
  package static func study(_ text: String) -> Written {
    let findings = FindingCollector()
    let value = YAMLReader.read(text, file: "study.yaml", findings: findings)
      .flatMap(StudyReader(findings: findings).read)
    return Written(value: value, findings: findings.findings)
  }
}

extension Written<ConfigNode> {
  /// Reads a file called `file.yaml` that says nothing of itself.
  package static func node(_ text: String) -> Written {
    let findings = FindingCollector()
    let value = YAMLReader.read(text, file: "file.yaml", findings: findings)
    return Written(value: value, findings: findings.findings)
  }
}

/// A study in a folder of its own: `study.yaml`, `codebook.yaml` and exports.
package struct StudyFolder: Sendable {
  /// Where the files are.
  package let folder: ScratchFolder

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - codebook: text of `codebook.yaml`.
  ///   - sources: the study's list of sources.
  ///   - study: more keys of the study.
  ///   - files: texts of the exports by name.
  package init(codebook: String, sources: String, study: String = "", files: [String: String])
    throws
  {
    folder = try ScratchFolder()
    folder.write(codebook, to: "codebook.yaml")
    folder.write(
      "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources: \(sources)\n\(study)",
      to: "study.yaml")
    for (name, text) in files { folder.write(text, to: name) }
  }

  /// Loads the study.
  package func load() throws -> LoadedStudy {
    try StudyLoader.load(path: folder.path("study.yaml"))
  }

  /// The findings of a study that can be read or not, with file names in place of paths.
  ///
  /// - Parameter unread: also the notes on columns that the codebook does not mention; fixtures
  ///   have some to tell their rows apart.
  package func findings(unread: Bool = false) throws -> [Finding] {
    try allFindings().filter { unread || $0.code != .unusedColumn || $0.subject != nil }
      .map(withoutFolder)
  }

  private func allFindings() throws -> [Finding] {
    do {
      return try load().findings
    } catch let error as StudyLoadError {
      return error.findings
    }
  }

  private func withoutFolder(_ finding: Finding) -> Finding {
    let location = finding.location.map {
      SourceLocation(file: FilePath.name(of: $0.file), line: $0.line, column: $0.column)
    }
    return Finding(
      finding.code, at: location, subject: finding.subject, count: finding.count,
      finding.message.split(separator: folder.path(""), omittingEmptySubsequences: false)
        .joined())
  }
}
