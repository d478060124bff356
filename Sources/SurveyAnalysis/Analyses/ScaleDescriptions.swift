import NumericCore
package import SurveyModel

/// Describes the scores of every scale, by form and wave.
struct ScaleDescriptions {
  let context: AnalysisContext

  func run() -> [ScaleResult] {
    context.forEachWave { responses, wave, rows in
      var known: [String: ScaleScores] = [:]
      return responses.form.scales.map { scale in
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
    let range = range(of: scale, in: responses.form)
    let span = range ?? description.minimum...description.maximum
    return ScaleDetail(
      description: description, meanInterval: interval,
      histogram: HistogramBin.bins(of: values, range: span), limits: range)
  }

  /// The lowest and highest score the rule can give.
  private func range(of scale: Scale, in form: Form) -> ClosedRange<Double>? {
    ScoreRange.of(scale, in: form)
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

extension HistogramBin {
  /// At most twelve bins of a round width over a range.
  static func bins(of values: [Double], range: ClosedRange<Double>) -> [HistogramBin] {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else {
      return [HistogramBin(lower: range.lowerBound, upper: range.upperBound, count: values.count)]
    }
    let widths = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 250, 1000]
    let width = widths.first { span / $0 <= 12.000001 } ?? span / 12
    let count = max(1, Int((span / width).rounded(.up)))
    var counts = [Int](repeating: 0, count: count)
    for value in values {
      // A score such as 10/3 may lie a rounding error below the limit it belongs above.
      let place = Int(((value - range.lowerBound) / width + 1e-9).rounded(.down))
      counts[min(max(place, 0), count - 1)] += 1
    }
    return counts.enumerated().map { index, count in
      HistogramBin(
        lower: range.lowerBound + Double(index) * width,
        upper: range.lowerBound + Double(index + 1) * width, count: count)
    }
  }
}
