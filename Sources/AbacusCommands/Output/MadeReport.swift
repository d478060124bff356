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
  /// The study.
  let study: Study
  /// Every number of the report.
  let numbers: PublishedNumbers
  /// Digests of its responses; nil outside of a run.
  let digests: ResponseDigests?

  /// Reads a study and makes its report.
  ///
  /// - Parameters:
  ///   - date: the day it names; nil for today.
  ///   - moment: when the run began; nil for now.
  ///   - run: the name of the run in the study's ledger; nil outside of it.
  ///   - memory: what earlier runs left; nil outside of a run.
  ///   - roots: folders in which files of the study may lie, beside its own.
  ///   - show: is called with the findings as soon as they are known.
  /// - Throws: `StudyLoadError`, `IngestError` or `CommandFailure` where there is no report.
  init(
    study path: String, date: String?, moment: String? = nil, run: String? = nil,
    memory: RunMemory? = nil, roots: StudyRoots = StudyRoots(),
    show: ([Finding]) -> Void = { _ in }
  ) throws {
    let today = Today.date(option: date)
    var loaded = try StudyLoader.load(
      path: path, today: today, knownSections: ReportSections.all.map { $0.name },
      keepsIdentifying: memory != nil, roots: roots)
    let digests = memory.map { ResponseDigests(loaded.dataset, salt: $0.salt) }
    loaded = loaded.with(dataset: loaded.dataset.withoutIdentities)
    let saved = try SavedAnswers(loaded, path: path, roots: roots)
    var input = loaded.reportInput(date: today, saved: saved)
    show(input.findings)
    let numbers = PublishedNumbers(of: input)
    let mistakes = AlertCheck(alerts: loaded.study.operation.alerts).mistakes(input, numbers)
    guard mistakes.isEmpty else { throw CommandFailure(mistakes) }
    if let digests { input.history = memory?.history(of: numbers, digests) }
    study = loaded.study
    findings = input.findings
    files = ReportFiles.files(of: input, numbers)
    manifest = try ReportFiles.manifest(
      of: loaded, saved: saved, input: input, memory: memory?.paths ?? [],
      created: moment ?? Today.moment(option: date), run: run,
      status: ExitStatus.of(input.findings))
    self.numbers = numbers
    self.digests = digests
  }
}
