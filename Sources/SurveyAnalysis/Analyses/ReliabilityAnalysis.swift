import NumericCore
import SurveyModel

/// Looks at the internal consistency of every scale of items, by form and wave.
struct ReliabilityAnalysis {
  let context: AnalysisContext

  func run() -> (results: [ReliabilityResult], findings: [Finding]) {
    var findings: [Finding] = []
    let results = context.forEachWave { responses, wave, rows in
      responses.form.scales.filter { !$0.items.isEmpty }.map { scale in
        analyse(scale, in: responses, wave: wave, rows: rows, findings: &findings)
      }
    }
    return (results, findings)
  }

  private func analyse(
    _ scale: Scale, in responses: FormResponses, wave: Int, rows: [Int32],
    findings: inout [Finding]
  ) -> ReliabilityResult {
    let matrix = ResponseMatrix(responses, items: scale.items, rows: rows)
    let shown = ResponseMatrix(responses, items: scale.items, rows: matrix.administeredRows)
    let used = context.missing == .listwise ? shown.completeRows : shown.rows
    let base = context.links.base(of: used, in: responses)
    func result(_ content: Disclosed<ReliabilityDetail>) -> ReliabilityResult {
      ReliabilityResult(scale: scale, wave: wave, base: base, content: content)
    }
    guard !shown.rows.isEmpty else { return result(.undefined(.notAdministered)) }
    guard !used.isEmpty else { return result(.undefined(.noAnswers)) }
    do throws(NumericError) {
      let consistency = try ScaleConsistency(
        items: scale.items, codes: shown.keyedCodes(), policy: context.missing,
        level: context.confidenceLevel, base: base, kind: scale.kind)
      if !consistency.unreversedItems.isEmpty {
        findings.append(unreversed(consistency.unreversedItems, scale, wave))
      }
      return result(.full(consistency.detail))
    } catch {
      return result(.undefined(.numeric(error)))
    }
  }

  private func unreversed(_ items: [Item], _ scale: Scale, _ wave: Int) -> Finding {
    let names = items.map { "`\($0.id)`" }.joined(separator: ", ")
    let label = context.dataset.waves[wave].label
    let place = label.isEmpty ? "" : " in wave `\(label)`"
    let verb = items.count == 1 ? "runs" : "run"
    return Finding(
      .unreversedItem, at: items[0].location, subject: items[0].id, count: items.count,
      "\(names) \(verb) against the rest of scale `\(scale.id)`\(place) and may need `reverse: \(items.contains(where: \.isReverseKeyed) ? "false" : "true")`; nothing was reversed, so compare the wording with the codebook"
    )
  }
}
