import NumericCore
import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// How far a question may look.
enum QuestionAccess: Hashable {
  /// Small groups are protected, also against what was published before.
  case protected
  /// Small groups are hidden by the study's limits; nothing is logged.
  case limited
  /// Everything, for whoever may see every response.
  case unrestricted

  /// What a study and its user want.
  init(_ access: Study.Access, isUnrestricted: Bool) {
    self = isUnrestricted ? .unrestricted : access == .private ? .limited : .protected
  }
}

extension LoadedStudy {
  /// The results of chosen rows or groups as they may be shown.
  ///
  /// - Parameters:
  ///   - selection: the rows and groups.
  ///   - kept: leaves out what is not shown.
  ///   - path: the study file; what is published of its groups is logged beside it.
  /// - Throws: `QuestionError`; `CommandFailure` where the log can't be kept.
  func reportInput(
    of selection: RowSelection, access: QuestionAccess, path: String, level: Double?,
    missing: String? = nil, asked: [StatisticDefinition] = [],
    keeping kept: (AnalysisResults) -> AnalysisResults
  ) throws -> ReportInput {
    let grouped = try GroupedRows(dataset, selection)
    let protectsAnswers = access == .protected && grouped.usesAnswers
    // Nobody and a few look alike where who meets the condition is known by answers.
    guard !(protectsAnswers && grouped.isEmpty) else { throw tooFew(selection) }
    let split = try dataset.split(into: grouped, asked: selection.condition?.text ?? "")
    let chosen = with(
      study: access == .unrestricted ? study.withoutDisclosure : study, dataset: split)
    guard access == .protected else {
      return chosen.reportInput(
        date: "", level: level, missing: missing, asked: asked, control: kept)
    }
    let log = try QueryLog(studyPath: path, dataset: dataset)
    var published = try log.published()
    let control = GroupControl(
      dataset: dataset, split: split, rule: study.disclosure, usesAnswers: grouped.usesAnswers)
    let input = chosen.reportInput(date: "", level: level, missing: missing, asked: asked) {
      control.control(kept($0), publishing: &published)
    }
    try log.add(published.added)
    guard !(protectsAnswers && input.results.showsNothing) else { throw tooFew(selection) }
    return input
  }

  private func tooFew(_ selection: RowSelection) -> QuestionError {
    QuestionError(
      "nobody, or fewer than \(study.disclosure.fullFrom) persons, who are needed where groups are made by answers; widen it",
      in: selection.condition?.text ?? "", at: 0)
  }
}

extension Study {
  /// The same study with nothing hidden.
  var withoutDisclosure: Study {
    Study(
      title: title, subtitle: subtitle, notice: notice, codebook: codebook, waves: waves,
      sources: sources, invited: invited, invitedLocations: invitedLocations,
      disclosure: DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1), access: access,
      report: report, operation: operation, file: file)
  }
}
