internal import CNumerics

/// A distribution of a number, with its probabilities and quantiles.
///
/// Probabilities are computed by Boost.Math, except those of the studentized range, to about 15
/// digits also in the tails; those of noncentral distributions to about 12.
public protocol ProbabilityDistribution: Hashable, Sendable {
  /// The family and parameters behind the functions.
  var kernel: DistributionKernel { get }
}

/// A family of distributions with its parameters, as the numeric kernel takes them.
public struct DistributionKernel: Hashable, Sendable {
  enum Family: Hashable, Sendable {
    case normal, studentT, chiSquared, fisherF, beta, binomial
    case noncentralT, noncentralChiSquared, noncentralF
    case studentizedRange
  }
  let family: Family
  let first: Double
  let second: Double
  let third: Double

  init(_ family: Family, _ first: Double, _ second: Double = 0, _ third: Double = 0) {
    self.family = family
    self.first = first
    self.second = second
    self.third = third
  }

  func value(_ function: cnum_function, _ x: Double) throws(NumericError) -> Double {
    guard x.isFinite else { throw .notANumber }
    let code: cnum_family? =
      switch family {
      case .normal: CNUM_NORMAL
      case .studentT: CNUM_STUDENT_T
      case .chiSquared: CNUM_CHI_SQUARED
      case .fisherF: CNUM_FISHER_F
      case .beta: CNUM_BETA
      case .binomial: CNUM_BINOMIAL
      case .noncentralT: CNUM_NONCENTRAL_T
      case .noncentralChiSquared: CNUM_NONCENTRAL_CHI_SQUARED
      case .noncentralF: CNUM_NONCENTRAL_F
      case .studentizedRange: nil
      }
    guard let code else {
      return try StudentizedRangeKernel(groupCount: first, degreesOfFreedom: second)
        .value(function, x).orOutOfRange()
    }
    return try cnum_distribution(code, function, first, second, third, x).orOutOfRange()
  }

  func quantile(_ function: cnum_function, _ p: Double) throws(NumericError) -> Double {
    guard p >= 0, p <= 1 else {
      if p.isFinite { throw .probabilityOutOfRange(p) }
      throw .notANumber
    }
    return try value(function, p)
  }
}

extension ProbabilityDistribution {
  /// The probability of `x` or less.
  ///
  /// - Throws: `notANumber` when `x` is not finite; `outOfRange` when there is no such number.
  public func cumulative(_ x: Double) throws(NumericError) -> Double {
    try kernel.value(CNUM_CUMULATIVE, x)
  }

  /// The probability of more than `x`, precise also where it is tiny.
  ///
  /// - Throws: `notANumber` when `x` is not finite; `outOfRange` when there is no such number.
  public func complement(_ x: Double) throws(NumericError) -> Double {
    try kernel.value(CNUM_COMPLEMENT, x)
  }

  /// The value that is not exceeded with probability `p`.
  ///
  /// - Throws: `probabilityOutOfRange` when `p` is not from 0 to 1; `outOfRange` when the quantile
  ///   is infinite.
  public func quantile(_ p: Double) throws(NumericError) -> Double {
    try kernel.quantile(CNUM_QUANTILE, p)
  }

  /// The value that is exceeded with probability `q`, precise also where `q` is tiny.
  ///
  /// - Throws: `probabilityOutOfRange` when `q` is not from 0 to 1; `outOfRange` when the quantile
  ///   is infinite.
  public func quantileOfComplement(_ q: Double) throws(NumericError) -> Double {
    try kernel.quantile(CNUM_QUANTILE_OF_COMPLEMENT, q)
  }
}

/// A parameter that must be positive and finite.
func positive(_ name: String, _ value: Double) throws(NumericError) -> Double {
  guard value.isFinite else { throw .notANumber }
  guard value > 0 else { throw .parameterOutOfRange(name: name, value: value) }
  return value
}

/// A parameter that must be 0 or more, and finite.
func notNegative(_ name: String, _ value: Double) throws(NumericError) -> Double {
  guard value.isFinite else { throw .notANumber }
  guard value >= 0 else { throw .parameterOutOfRange(name: name, value: value) }
  return value
}
