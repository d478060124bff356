package import NumericCore
package import SurveyModel

/// Runs every analysis of a study and applies disclosure control to what comes out.
package struct StudyAnalysis {
  /// The responses.
  package let dataset: SurveyDataset
  /// How many persons of each role were invited, by role id.
  package let invited: [String: Int]
  /// Confidence level of every interval, 0–1.
  package let confidenceLevel: Double
  /// How rows with missing answers enter a reliability coefficient.
  package let missing: MissingDataPolicy
  /// What may be shown of small groups.
  package let disclosure: DisclosureRule
  /// Statistics to compute for every scale, beside the usual ones.
  package let asked: [StatisticDefinition]

  /// An analysis with a study's options.
  package init(
    dataset: SurveyDataset, invited: [String: Int] = [:], confidenceLevel: Double = 0.95,
    missing: MissingDataPolicy, disclosure: DisclosureRule, asked: [StatisticDefinition] = []
  ) {
    self.dataset = dataset
    self.invited = invited
    self.confidenceLevel = confidenceLevel
    self.missing = missing
    self.disclosure = disclosure
    self.asked = asked
  }

  /// The results as they may be shown.
  ///
  /// - Parameter control: what else decides on them, once small groups are hidden.
  package func run(
    control: (AnalysisResults) -> AnalysisResults = { $0 }
  ) -> AnalysisResults {
    let context = AnalysisContext(
      dataset: dataset, links: PersonLinks(dataset), confidenceLevel: confidenceLevel,
      missing: missing, asked: asked)
    let all = AnalysisResults(
      flow: ResponseFlowCounts(context: context, invited: invited).run(),
      items: ItemDescriptions(context: context).run(),
      scales: ScaleDescriptions(context: context).run(),
      reliabilities: ReliabilityAnalysis(context: context).run(),
      multiSelects: MultiSelectCounts(context: context).run(),
      pairs: PairComparison(context: context).run(),
      pairOptions: PairOptionsComparison(context: context).run(),
      openQuestions: OpenQuestionCounts(context: context).run(), findings: [])
    var results = control(DisclosureControl(rule: disclosure).control(all))
    // Made of what may be shown, so that no finding says more of a group than its results do.
    results.findings =
      ItemAudit(items: results.items, dataset: dataset).findings
      + ReliabilityAudit(reliabilities: results.reliabilities, waves: dataset.waves).findings
    return results
  }
}

/// What every analysis needs.
struct AnalysisContext {
  let dataset: SurveyDataset
  let links: PersonLinks
  let confidenceLevel: Double
  let missing: MissingDataPolicy
  let asked: [StatisticDefinition]
  /// For each form its rows' groups in each wave.
  private let groups: [String: [RowGroups]]

  init(
    dataset: SurveyDataset, links: PersonLinks, confidenceLevel: Double,
    missing: MissingDataPolicy, asked: [StatisticDefinition]
  ) {
    self.dataset = dataset
    self.links = links
    self.confidenceLevel = confidenceLevel
    self.missing = missing
    self.asked = asked
    groups = Dictionary(
      uniqueKeysWithValues: dataset.forms.map { responses in
        let groups = dataset.waves.indices.map { wave in
          links.groups(of: responses.rows(inWave: wave), in: responses)
        }
        return (responses.form.id, groups)
      })
  }

  /// The groups of some rows that share persons or partners; nil where some person is unknown.
  func clusters(of rows: [Int32], in responses: FormResponses, wave: Int) -> [Int]? {
    groups[responses.form.id]?[wave].clusters(of: rows)
  }

  /// The interval of a mean over rows: Student's t where they are independent, else cluster-robust.
  func meanInterval(
    _ description: Description, of values: [Double], rows: [Int32], base: Base,
    in responses: FormResponses, wave: Int
  ) -> IntervalOutcome {
    let level = confidenceLevel
    guard !base.isIndependent else {
      return IntervalOutcome(for: base) { () throws(NumericError) in
        try description.meanInterval(level: level)
      }
    }
    guard let clusters = clusters(of: rows, in: responses, wave: wave) else {
      return .absent(.unknownPersons)
    }
    return IntervalOutcome(ofMean: values, clusters: clusters, level: level)
  }

  /// Calls `body` for every form and every wave in which it has rows.
  func forEachWave<Result>(
    _ body: (FormResponses, _ wave: Int, _ rows: [Int32]) -> [Result]
  ) -> [Result] {
    dataset.forms.flatMap { responses in
      dataset.waves.indices.flatMap { wave -> [Result] in
        let rows = responses.rows(inWave: wave)
        return rows.isEmpty ? [] : body(responses, wave, rows)
      }
    }
  }
}
