import NumericCore
import SurveyAnalysis
import SurveyIngest
import SurveyModel

extension LoadedStudy {
  /// The results as they may be shown, and everything a report needs beside them.
  ///
  /// - Parameters:
  ///   - level: a confidence level in place of the study's.
  ///   - missing: a treatment of missing answers in place of the study's.
  ///   - asked: statistics to compute for every scale, beside the usual ones.
  ///   - saved: the questions saved beside the study, answered.
  ///   - control: what else decides on the results, once small groups are hidden.
  func reportInput(
    date: String, level: Double? = nil, missing: String? = nil, asked: [StatisticDefinition] = [],
    saved: SavedAnswers? = nil, control: (AnalysisResults) -> AnalysisResults = { $0 }
  ) -> ReportInput {
    let study = study.with(
      report: ReportOptions(
        sections: study.report.sections,
        confidenceLevel: level ?? study.report.confidenceLevel,
        missing: missing ?? study.report.missing))
    let results = StudyAnalysis(
      dataset: dataset, invited: study.invited, confidenceLevel: study.report.confidenceLevel,
      missing: MissingDataPolicy(rawValue: study.report.missing) ?? .listwise,
      disclosure: study.disclosure, asked: asked
    ).run(control: control)
    return ReportInput(
      study: study, codebook: codebook, waves: dataset.waves, results: results,
      questions: saved?.questions ?? [],
      findings: findings + results.flow.findings(of: study) + results.findings
        + (saved?.findings ?? []), date: date,
      engine: "abacus \(AbacusVersion.text)")
  }
}
