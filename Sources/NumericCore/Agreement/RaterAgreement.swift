/// How far raters agree on categories beyond what they would agree on by chance.
///
///     coefficient = (observed − chance) / (1 − chance)
public struct RaterAgreement: Hashable, Sendable {
  /// The coefficient: at most 1; 0 for chance agreement; negative below it.
  public let value: Double
  /// The idea of chance behind it.
  public let coefficient: AgreementCoefficient
  /// How much different categories still agree.
  public let weights: AgreementWeights
  /// Average agreement of two raters on a unit, from 0 to 1.
  public let observedAgreement: Double
  /// Agreement that is expected by chance, below 1.
  public let chanceAgreement: Double
  /// Standard error over the sampling of units.
  public let standardError: Double
  /// Number of units behind the standard error: those with a rating, for Krippendorff with two.
  public let unitCount: Int
  /// Number of units with at least two ratings.
  public let pairableUnitCount: Int
  /// Number of raters.
  public let raterCount: Int
  /// Number of categories.
  public let categoryCount: Int
}

/// What a coefficient takes for agreement by chance.
public enum AgreementCoefficient: String, Hashable, Sendable, CaseIterable {
  /// Gwet's AC1, with other weights AC2: raters guess only at units that are hard to rate.
  case gwet
  /// Fleiss' kappa: each category is met as often as all raters together use it.
  case fleiss
  /// Conger's kappa, which for two raters is Cohen's: each rater has a distribution of their own.
  case conger
  /// Brennan and Prediger's coefficient, unweighted also Randolph's kappa: all categories alike.
  case brennanPrediger = "brennan_prediger"
  /// Krippendorff's alpha with agreement weights instead of his distances.
  case krippendorff
}

extension RaterAgreement {
  /// Computes a coefficient from the ratings; missing ratings are left out one by one.
  ///
  /// With r[i] ratings of unit i, r[ik] of them in category k, n units and weights w:
  ///
  ///     observed = average over units with r[i] ≥ 2 of
  ///                Σ r[ik] (Σ w[kl] r[il] − 1) / (r[i] (r[i] − 1))
  ///     π[k] = average over units of r[ik] / r[i]
  ///     chance = Σ w / (q (q − 1)) · Σ π[k] (1 − π[k])     gwet, q categories
  ///              Σ w[kl] π[k] π[l]                         fleiss
  ///              Σ w / q²                                  brennanPrediger
  ///              Σ w[kl] p[gk] p[hl], average over pairs of raters g ≠ h    conger
  ///
  /// Krippendorff weighs units by r[i], leaves out those rated once, and adds (1 − observed) / r
  /// to the observed agreement, r the number of ratings. Standard errors linearize the
  /// coefficient in the units.
  ///
  /// - Throws: `tooFewUnits` below two units with two ratings; `constantValues` when there is only
  ///   one category; `tooFewRatings` when a rater rated nothing and the coefficient is Conger's.
  ///
  /// Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2–5.
  /// Checked against irrCAC 0.4.4, `CAC`.
  public init(
    _ coefficient: AgreementCoefficient, of ratings: RatingTable, weights: AgreementWeights
  ) throws(NumericError) {
    let parts = try AgreementParts(coefficient, ratings, weights)
    let pairable = parts.units.filter(\.isPairable).count
    let rest = 1 - parts.chance
    guard rest > 1e-12 else { throw .constantValues(item: nil) }
    value = try ((parts.observed - parts.chance) / rest).orOutOfRange()
    self.coefficient = coefficient
    self.weights = weights
    observedAgreement = parts.observed
    chanceAgreement = parts.chance
    standardError = try parts.standardError.orOutOfRange()
    unitCount = parts.units.count
    pairableUnitCount = pairable
    raterCount = ratings.raterCount
    categoryCount = ratings.categories.count
  }

  /// The interval by Student's t over units; the upper limit is at most 1.
  ///
  ///     value ± t · standard error, n − 1 degrees of freedom
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference and check as for the coefficient.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let t = try StudentT(degreesOfFreedom: Double(unitCount - 1)).quantileOfComplement(tail)
    return try ConfidenceInterval(
      lower: value - t * standardError, upper: min(1, value + t * standardError), level: level,
      method: .studentT)
  }
}
