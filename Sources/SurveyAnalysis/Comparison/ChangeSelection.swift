import NumericCore

extension NumbersComparison {
  /// Changes that stand out among all numbers that were held against an interval, in the new report's
  /// order, each number once.
  ///
  /// Of many numbers some leave zero out of their own intervals by chance. So the largest R is taken for
  /// which R changes have a probability of at most R (1 − level) / m, m being all numbers judged: of those
  /// named at most 1 − level are noise on average, and where nothing changed at all at most 1 − level of
  /// the comparisons name one. It holds for numbers that go together as those of a questionnaire do.
  ///
  /// Reference: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300,
  /// doi:10.1111/j.2517-6161.1995.tb02031.x.
  package var standingOut: [NumberChange] {
    let candidates = beyondNoise.compactMap { change -> (change: NumberChange, chance: Double)? in
      guard case .beyondNoise(let difference) = change.verdict else { return nil }
      return (change, difference.chance)
    }
    let sorted = candidates.map(\.chance).sorted()
    let share = (1 - level) / Double(max(1, judgedCount))
    let last = sorted.indices.last { sorted[$0] <= share * Double($0 + 1) }
    guard let last else { return [] }
    return candidates.filter { $0.chance <= sorted[last] }.map(\.change)
  }
}

extension NumberDifference {
  /// The probability of a difference as far from zero as this one, or farther, where there is none; by the
  /// normal distribution, from the distance to the limit on zero's side. Between 0 and 1.
  package var chance: Double {
    let distance = value > 0 ? value - lower : upper - value
    guard distance > 0,
      let quantile = try? Normal.standard.quantileOfComplement((1 - level) / 2),
      let tail = try? Normal.standard.complement(abs(value) / distance * quantile)
    else { return value == 0 ? 1 : 0 }
    return min(1, 2 * tail)
  }
}
