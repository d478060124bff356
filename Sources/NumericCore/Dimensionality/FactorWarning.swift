/// A reason to read a factor model with care.
public enum FactorWarning: Hashable, Sendable {
  /// An item's own variance came out as zero or negative (a Heywood case): the solution is improper.
  case heywoodCase(item: Int)
  /// A correlation of two factors came out beyond ±1: the solution is improper.
  case factorCorrelationOutOfRange(first: Int, second: Int)
  /// The search for the best values was still moving when it was stopped.
  case notConverged(iterations: Int)
  /// The correlations do not fit together as one matrix.
  case notPositiveDefinite(smallestEigenvalue: Double)
  /// There are fewer persons than a factor model of these items needs to be stable.
  case fewCases(count: Int, advised: Int)
  /// An item runs against the others: its key may not have been turned.
  case negativeLoading(item: Int)
  /// An omega lies well below Cronbach's alpha of the same items, which it can't where one factor
  /// explains what they share: the factor model does not describe these data.
  case belowAlpha(alpha: Double)
  /// A group factor is, or more than, determined by the general factor: the solution is improper.
  case improperGeneralFactor
  /// Several rotations fit the criterion about equally well.
  case severalOptima(count: Int)
  /// An item is determined by the others, so that the bound is near 1 by construction.
  case dependentItems
  /// Each pair of items has its own rows; the smallest number of them was taken as n.
  case pairwiseCases(smallest: Int, largest: Int)
  /// The polychoric correlations behind the model are doubtful.
  case polychoric(PolychoricWarning)

  /// The number of persons from which a factor model of some items is not called unstable: 50, or
  /// five an item where that is more (Gorsuch 1983, Factor Analysis, chapter 16).
  static func advisedCaseCount(itemCount: Int) -> Int { max(50, 5 * itemCount) }

  /// The warning about a test of correlations that are not all of the same rows.
  static func pairwiseCases(_ matrix: CorrelationMatrix) -> [FactorWarning] {
    let (smallest, largest) = (matrix.smallestPairCount, matrix.largestPairCount)
    return smallest < largest ? [.pairwiseCases(smallest: smallest, largest: largest)] : []
  }

  /// The warning about few persons, where their number is known.
  static func fewCases(count: Int, itemCount: Int) -> [FactorWarning] {
    let advised = advisedCaseCount(itemCount: itemCount)
    return count > 0 && count < advised ? [.fewCases(count: count, advised: advised)] : []
  }
}

extension FactorWarning: CustomStringConvertible {
  /// What is doubtful, with the values; then what to report instead.
  public var description: String {
    switch self {
    case .heywoodCase, .factorCorrelationOutOfRange, .notConverged, .improperGeneralFactor,
      .severalOptima:
      solutionDescription
    case .notPositiveDefinite(let smallest):
      "the correlations contradict each other (smallest eigenvalue \(smallest)); use complete "
        + "cases, or report alpha"
    case .fewCases(let count, let advised):
      "\(count) persons are fewer than the \(advised) that a factor model of these items needs; "
        + "report alpha with its interval"
    case .negativeLoading(let item):
      "item \(item + 1) runs against the others; check whether its key was turned, or leave it out"
    case .belowAlpha(let alpha):
      "omega lies below Cronbach's alpha of \(alpha.inShort), so that one factor does not describe these "
        + "items; report alpha and look at the factors"
    case .dependentItems:
      "an item is determined by the others, so that the bound is near 1 by construction; leave out an "
        + "item that repeats or sums others"
    case .pairwiseCases(let smallest, let largest):
      "each pair of items has its own rows, \(smallest) to \(largest) of them, and the smallest number "
        + "is taken as n, so that this finds rather too little; use complete cases"
    case .polychoric(let warning): warning.description
    }
  }

  private var solutionDescription: String {
    switch self {
    case .heywoodCase(let item):
      "item \(item + 1) has no variance of its own left (a Heywood case); report alpha, or leave "
        + "the item out"
    case .factorCorrelationOutOfRange(let first, let second):
      "factors \(first + 1) and \(second + 1) came out as the same; report a model with one factor "
        + "fewer"
    case .notConverged(let iterations):
      "the search had not ended after \(iterations) steps; report alpha"
    case .severalOptima(let count):
      "\(count) rotations fit about equally well; do not read much into single loadings"
    default:
      "a group factor is wholly part of the general factor; report omega total, or fewer group "
        + "factors"
    }
  }
}
