import NumericCore
import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// Loads a study for a command; every failure ends with its own exit status.
enum LoadStudy {
  /// Everything the study file leads to.
  ///
  /// - Parameter date: the day of the report in place of today.
  /// - Throws: `CommandFailure` after printing the findings.
  static func at(
    _ path: String, allFindings: Bool, date: String? = nil
  ) throws -> LoadedStudy {
    try reporting(allFindings: allFindings) {
      try StudyLoader.load(path: path, today: Today.date(option: date))
    }
  }

  /// The bare columns of a data file.
  static func columns(
    of path: String, items: [String]?, limits: ClosedRange<Double>?, dialect: String?,
    allFindings: Bool
  ) throws -> BareFile {
    try reporting(allFindings: allFindings) {
      try BareFile.read(path: path, items: items, limits: limits, dialect: dialect)
    }
  }

  private static func reporting<Value>(
    allFindings: Bool, _ load: () throws -> Value
  ) throws -> Value {
    do {
      return try load()
    } catch let error as StudyLoadError {
      FindingPrinter.show(error.findings, all: allFindings)
      let count = error.findings.count { $0.severity == .fatal }
      let noun = count == 1 ? "this error" : "these \(count) errors"
      throw CommandFailure.unusable("there is no result because of \(noun)")
    } catch let error as IngestError {
      if case .fileNotFound = error { throw CommandFailure.noInput(error.description) }
      throw CommandFailure.unusable(error.description)
    }
  }

  /// True where a path names a study and not a data file.
  static func isStudy(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }
}

extension LoadedStudy {
  /// The results as they may be shown, and everything a report needs beside them.
  ///
  /// - Parameters:
  ///   - level: a confidence level in place of the study's.
  ///   - missing: a treatment of missing answers in place of the study's.
  func reportInput(
    date: String, level: Double? = nil, missing: String? = nil
  ) -> ReportInput {
    let study = study.with(
      report: ReportOptions(
        sections: study.report.sections, sectionLocations: study.report.sectionLocations,
        confidenceLevel: level ?? study.report.confidenceLevel,
        missing: missing ?? study.report.missing))
    let results = StudyAnalysis(
      dataset: dataset, invited: study.invited, confidenceLevel: study.report.confidenceLevel,
      missing: MissingDataPolicy(rawValue: study.report.missing) ?? .listwise,
      disclosure: study.disclosure
    ).run()
    return ReportInput(
      study: study, codebook: codebook, waves: dataset.waves, results: results,
      findings: findings + results.findings, date: date, engine: "abacus \(AbacusVersion.text)")
  }
}
