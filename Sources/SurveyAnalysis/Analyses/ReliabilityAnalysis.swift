import NumericCore
import SurveyModel

/// Looks at the internal consistency of every scale of items, by form and wave.
struct ReliabilityAnalysis {
  let context: AnalysisContext

  func run() -> [ReliabilityResult] {
    context.forEachWave { responses, wave, rows in
      responses.form.scales.filter { !$0.items.isEmpty }.map { scale in
        analyse(scale, in: responses, wave: wave, rows: rows)
      }
    }
  }

  private func analyse(
    _ scale: Scale, in responses: FormResponses, wave: Int, rows: [Int32]
  ) -> ReliabilityResult {
    let matrix = ResponseMatrix(responses, items: scale.items, rows: rows)
    let shown = matrix.ofPersons(where: scale.isAboutPerson(in: responses.form)).administered
    let used = context.missing == .listwise ? shown.completeRows : shown.rows
    let base = context.links.base(of: used, in: responses)
    let weakest = context.missing == .listwise ? base : weakestBase(of: shown) ?? base
    func result(_ content: Disclosed<ReliabilityDetail>) -> ReliabilityResult {
      ReliabilityResult(
        scale: scale, wave: wave, base: base, weakestBase: weakest, content: content)
    }
    guard !shown.rows.isEmpty else { return result(.undefined(.notAdministered)) }
    guard !used.isEmpty else { return result(.undefined(.noAnswers)) }
    do throws(NumericError) {
      let consistency = try ScaleConsistency(
        items: scale.items, codes: shown.keyedCodes(), policy: context.missing,
        level: context.confidenceLevel, base: base,
        dependence: dependence(of: shown.rows, base, in: responses, wave: wave), kind: scale.kind,
        score: scale.scoring.method, asked: context.asked)
      return result(.full(consistency.detail))
    } catch {
      return result(.undefined(.numeric(error)))
    }
  }

  private func dependence(
    of rows: [Int32], _ base: Base, in responses: FormResponses, wave: Int
  ) -> ScaleRows.Dependence {
    guard !base.isIndependent else { return .independent }
    return context.clusters(of: rows, in: responses, wave: wave).map { .groups($0) }
      ?? .unknown
  }

  /// The fewest persons and partners, and the largest share, behind any two items.
  private func weakestBase(of matrix: ResponseMatrix) -> Base? {
    var weakest: Base?
    for (place, first) in matrix.items.enumerated() {
      for second in matrix.items.dropFirst(place + 1) {
        let pair = ResponseMatrix(
          matrix.responses, items: [first, second], rows: matrix.rows)
        let base = context.links.base(of: pair.completeRows, in: matrix.responses)
        weakest = weakest?.weaker(with: base) ?? base
      }
    }
    return weakest
  }
}

/// Notices items that run against the rest of their scale, in results that may be shown.
struct ReliabilityAudit {
  let reliabilities: [ReliabilityResult]
  let waves: [Wave]

  var findings: [Finding] {
    reliabilities.compactMap { result in
      let ids = result.content.detail?.headline.passport.warnings.lazy.compactMap { warning in
        if case .unreversedItems(let ids) = warning { ids } else { nil }
      }.first
      return ids.flatMap { ids in
        unreversed(result.scale.items.filter { ids.contains($0.id) }, result)
      }
    }
  }

  private func unreversed(_ items: [Item], _ result: ReliabilityResult) -> Finding? {
    guard let first = items.first else { return nil }
    let label = waves[result.wave].label
    let place = label.isEmpty ? "" : " in wave `\(label)`"
    let message = WrongKeys.message(
      items, others: "the rest of scale `\(result.scale.id)`\(place)", forward: "`reverse: true`",
      turned: " although `reverse: true` turns it round, and may need `reverse: false`")
    return Finding(
      .unreversedItem, at: first.location, subject: first.id, count: items.count,
      "\(message); nothing was changed, so compare the wording with the codebook"
    )
  }
}
