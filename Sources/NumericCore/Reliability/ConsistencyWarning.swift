/// What stands against reading the consistency of a scale at its face value.
public enum ConsistencyWarning: Hashable, Sendable {
  /// The coefficient is below zero: items contradict each other, most often one that is not reversed.
  case negativeCoefficient(value: Double)
  /// Alpha of two items is too low unless both have the same variance; Spearman–Brown is not.
  case twoItems
  /// So few persons that the coefficient says little without its interval.
  case fewCases(count: Int, required: Int)
  /// The item, by position, does not vary; it counts in k and adds nothing.
  case constantItem(item: Int)
  /// The item, by position, goes against the sum of the others, as one that is not reversed does.
  case looksUnreversed(item: Int)
  /// An item is determined by the others, so that the bound is near 1 by construction.
  case dependentItems
  /// Pairwise covariances contradict each other, so that coefficients can leave their range.
  case contradictoryPairs

  /// The number of persons from which alpha is read without this warning.
  static let casesForAlpha = 30
  /// The number of persons below which the greatest lower bound is clearly too high.
  static let casesForGreatestLowerBound = 1000

  static func fewCases(_ count: Int, required: Int) -> [ConsistencyWarning] {
    count > 0 && count < required ? [.fewCases(count: count, required: required)] : []
  }
}

extension CronbachAlpha {
  /// What stands against reading alpha at its face value.
  public var warnings: [ConsistencyWarning] {
    (alpha < 0 ? [.negativeCoefficient(value: alpha)] : []) + (itemCount == 2 ? [.twoItems] : [])
      + ConsistencyWarning.fewCases(caseCount, required: ConsistencyWarning.casesForAlpha)
  }
}

extension ItemAnalysis {
  /// The warnings of alpha and those of single items.
  public var warnings: [ConsistencyWarning] {
    alpha.warnings
      + items.enumerated().flatMap { position, item -> [ConsistencyWarning] in
        // Correlations of an item that varies are missing only where the others don't.
        guard item.variance > 0 else { return [.constantItem(item: position)] }
        guard let correlation = item.itemRestCorrelation, correlation < 0 else { return [] }
        return [.looksUnreversed(item: position)]
      }
  }
}

extension GreatestLowerBound {
  /// What stands against reading the bound at its face value.
  public var warnings: [ConsistencyWarning] {
    (isDegenerate ? [.dependentItems] : [])
      + ConsistencyWarning.fewCases(
        caseCount, required: ConsistencyWarning.casesForGreatestLowerBound)
  }
}

extension SplitHalves {
  /// What stands against reading the coefficients at their face value.
  public var warnings: [ConsistencyWarning] { maximum > 1 ? [.contradictoryPairs] : [] }
}
