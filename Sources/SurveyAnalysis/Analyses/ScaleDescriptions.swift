import NumericCore
package import SurveyModel

/// Describes the scores of every scale, by form and wave.
struct ScaleDescriptions {
  let context: AnalysisContext

  func run() -> [ScaleResult] {
    context.forEachWave { responses, wave, rows in
      var known: [String: ScaleScores] = [:]
      // A domain of one subscale has the subscale's numbers, which stand once.
      return responses.form.scales.filter { !$0.repeatsItsOnlySubscale }.map { scale in
        let scores = scores(of: scale, known: known, in: responses, rows: rows)
        known[scale.id] = scores
        return describe(scale, scores, in: responses, wave: wave, rows: rows)
      }
    }
  }

  /// Scales of items come before those of subscales, so the parts are known.
  private func scores(
    of scale: Scale, known: [String: ScaleScores], in responses: FormResponses, rows: [Int32]
  ) -> ScaleScores {
    switch scale.content {
    case .items(let items):
      ScaleScores(of: items, rule: scale.scoring, in: responses, rows: rows)
    case .subscales(let ids):
      ScaleScores(of: ids.compactMap { known[$0] }, rule: scale.scoring)
    }
  }

  private func describe(
    _ scale: Scale, _ scores: ScaleScores, in responses: FormResponses, wave: Int, rows: [Int32]
  ) -> ScaleResult {
    let counted =
      scale.isAboutPerson(in: responses.form)
      ? PersonRows.places(of: rows, in: responses) { scores.scores[$0] != nil }
      : Array(rows.indices)
    let scored = counted.map { (rows[$0], scores.scores[$0]) }.filter { $0.1 != nil }
    let administeredCount = counted.count { scores.isAdministered[$0] }
    let base = context.links.base(of: scored.map(\.0), in: responses)
    let content: Disclosed<ScaleDetail>
    if scored.isEmpty {
      content = .undefined(administeredCount == 0 ? .notAdministered : .noAnswers)
    } else {
      do throws(NumericError) {
        content = .full(
          try detail(
            scored.compactMap(\.1), rows: scored.map(\.0), base: base, scale: scale, in: responses,
            wave: wave))
      } catch {
        content = .undefined(.numeric(error))
      }
    }
    return ScaleResult(
      scale: scale, wave: wave, base: base,
      unscoredCount: max(0, administeredCount - scored.count), content: content)
  }

  private func detail(
    _ values: [Double], rows: [Int32], base: Base, scale: Scale, in responses: FormResponses,
    wave: Int
  ) throws(NumericError) -> ScaleDetail {
    let description = try Description(of: values)
    let interval = context.meanInterval(
      description, of: values, rows: rows, base: base, in: responses, wave: wave)
    let range = ScoreRange.of(scale, in: responses.form)
    let histogram =
      if let range, let step = ScoreStep.of(scale, in: responses.form) {
        HistogramBin.bins(of: values, range: range, step: step.value)
      } else {
        HistogramBin.bins(of: values, range: range ?? description.minimum...description.maximum)
      }
    return ScaleDetail(
      description: description, meanInterval: interval, histogram: histogram, limits: range)
  }
}

/// The lowest and highest score a scale can have.
package enum ScoreRange {
  /// Limits by the codebook: of any item or subscale for a mean, of all together for a sum.
  package static func of(_ scale: Scale, in form: Form) -> ClosedRange<Double>? {
    let parts: [ClosedRange<Double>]
    switch scale.content {
    case .items(let items):
      parts = items.compactMap(\.responseScale.limits).map {
        Double($0.lowerBound)...Double($0.upperBound)
      }
    case .subscales(let ids):
      parts = ids.compactMap(form.scale).compactMap { of($0, in: form) }
    }
    let lowers = parts.map(\.lowerBound)
    let uppers = parts.map(\.upperBound)
    switch scale.scoring.method {
    case .mean: return lowers.min().flatMap { low in uppers.max().map { low...$0 } }
    case .sum: return parts.isEmpty ? nil : lowers.reduce(0, +)...uppers.reduce(0, +)
    }
  }
}
