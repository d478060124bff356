import ArgumentParser
import NumericCore
import SurveyIngest
import SurveyModel

/// How a command ends.
enum Ending {
  /// Ends with status 1 where the results stand but name flaws in the data.
  static func status(of findings: [Finding]) throws {
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}

/// Names given on the command line that must exist.
enum KnownNames {
  static func check(_ names: [String]?, among known: [String], kind: String) throws {
    for name in names ?? [] where !known.contains(name) {
      let advice =
        NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
        ?? "choose among \(known.prefix(20).joined(separator: ", "))"
      throw ValidationError("there is no \(kind) `\(name)`; \(advice)")
    }
  }
}

extension LoadedStudy {
  /// The same study with options of the command line in place of its own.
  func with(level: Double?, missing: MissingDataPolicy? = nil) -> LoadedStudy {
    guard level != nil || missing != nil else { return self }
    let old = study.report
    let report = ReportOptions(
      sections: old.sections, confidenceLevel: level ?? old.confidenceLevel,
      missing: missing?.rawValue ?? old.missing)
    return LoadedStudy(
      study: Study(
        title: study.title, subtitle: study.subtitle, notice: study.notice,
        codebook: study.codebook, waves: study.waves, sources: study.sources,
        invited: study.invited, disclosure: study.disclosure, report: report, file: study.file),
      codebook: codebook, dataset: dataset, findings: findings, inputs: inputs)
  }
}
