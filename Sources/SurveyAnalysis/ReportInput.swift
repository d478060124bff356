package import SurveyModel

/// Everything a report is made of; a report needs neither files nor a clock.
package struct ReportInput: Sendable {
  /// The study.
  package let study: Study
  /// The instrument.
  package let codebook: Codebook
  /// Measurement occasions in order.
  package let waves: [Wave]
  /// The results as they may be shown.
  package let results: AnalysisResults
  /// The questions that are saved beside the study, answered.
  package let questions: [AnsweredQuestion]
  /// Flaws found while reading, then those the analyses noticed.
  package let findings: [Finding]
  /// The day the report is made, as `2025-06-23`.
  package let date: String
  /// Name and version of the engine.
  package let engine: String
  /// What earlier runs say; nil for a report that stands alone.
  package var history: ReportHistory?

  /// What a report is made of.
  package init(
    study: Study, codebook: Codebook, waves: [Wave], results: AnalysisResults,
    questions: [AnsweredQuestion] = [], findings: [Finding], date: String, engine: String
  ) {
    self.study = study
    self.codebook = codebook
    self.waves = waves
    self.results = results
    self.questions = questions
    self.findings = findings
    self.date = date
    self.engine = engine
  }
}
