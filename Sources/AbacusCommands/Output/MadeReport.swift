import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// A report that was made and is not written yet.
struct MadeReport {
  /// Its files, the manifest aside.
  let files: [OutputFile]
  /// What it was made from; `outputs` is filled in when it is written.
  let manifest: Manifest
  /// What was found.
  let findings: [Finding]
  /// Digests of its responses; nil where nobody asked for them.
  let digests: ResponseDigests?

  /// Reads a study and makes its report.
  ///
  /// - Parameters:
  ///   - date: the day it names; nil for today.
  ///   - moment: when the run began; nil for now.
  ///   - run: the name of the run in the study's ledger; nil outside of it.
  ///   - salt: what the digests of the responses are made with; nil for no digests.
  ///   - show: is called with the findings as soon as they are known.
  /// - Throws: `StudyLoadError`, `IngestError` or `CommandFailure` where there is no report.
  init(
    study: String, date: String?, moment: String? = nil, run: String? = nil, salt: String? = nil,
    show: ([Finding]) -> Void = { _ in }
  ) throws {
    let today = Today.date(option: date)
    var loaded = try StudyLoader.load(
      path: study, today: today, knownSections: ReportSections.all.map { $0.name },
      keepsIdentifying: salt != nil)
    digests = salt.map { ResponseDigests(loaded.dataset, salt: $0) }
    loaded = loaded.with(dataset: loaded.dataset.withoutIdentities)
    let saved = try SavedAnswers(loaded, path: study)
    let input = loaded.reportInput(date: today, saved: saved)
    show(input.findings)
    findings = input.findings
    files = ReportFiles.files(of: input)
    manifest = try ReportFiles.manifest(
      of: loaded, saved: saved, input: input, created: moment ?? Today.moment(option: date),
      run: run, status: ExitStatus.of(input.findings))
  }
}
