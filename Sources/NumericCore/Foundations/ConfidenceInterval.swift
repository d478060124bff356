/// The method by which an interval was computed.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// Alpha by the F distribution (Feldt, Woodruff and Salih 1987).
  case feldt
  /// Alpha by the logarithm of 1 − alpha (Bonett 2002).
  case bonett
  /// Alpha by its asymptotic standard error (Duhachek and Iacobucci 2004).
  case duhachek
  /// A mean by Student's t distribution.
  case studentT = "student_t"
  /// A mean of clustered rows by CR2 and Satterthwaite's degrees of freedom.
  case clusterRobust = "cluster_robust"
  /// A proportion by the score test, without continuity correction (Wilson 1927).
  case wilson
  /// A proportion by the binomial distribution (Clopper and Pearson 1934).
  case clopperPearson = "clopper_pearson"
  /// A coefficient ± its asymptotic standard error times a normal quantile.
  case asymptoticNormal = "asymptotic_normal"
  /// An intraclass correlation by the F distribution (Shrout and Fleiss 1979).
  case fDistribution = "f_distribution"
  /// A limit of agreement by the noncentral t distribution (Carkeet 2015).
  case noncentralT = "noncentral_t"
  /// A root mean square error of approximation by the noncentral χ² distribution.
  case noncentralChiSquared = "noncentral_chi_squared"
  /// A correlation by Fisher's z transformation.
  case fisherZ = "fisher_z"
  /// Any statistic by the standard error of resamples of the rows.
  case bootstrapNormal = "bootstrap_normal"
  /// Any statistic by the quantiles of resamples of the rows.
  case bootstrapPercentile = "bootstrap_percentile"
  /// Any statistic by resamples of the rows, corrected for bias and acceleration (Efron 1987).
  case bootstrapBCa = "bootstrap_bca"
}

extension IntervalMethod {
  /// True where it resamples the rows.
  public var isBootstrap: Bool {
    switch self {
    case .bootstrapNormal, .bootstrapPercentile, .bootstrapBCa: true
    default: false
    }
  }

  /// The method in words, as a sentence about an interval goes on.
  public var name: String {
    switch self {
    case .feldt: "Feldt’s, from the F distribution"
    case .bonett: "Bonett’s, from the logarithm of 1 − alpha"
    case .duhachek: "Duhachek and Iacobucci’s, from the asymptotic standard error"
    case .studentT: "from Student’s t distribution"
    case .clusterRobust:
      "cluster-robust (CR2), from Student’s t with Satterthwaite’s degrees of freedom"
    case .wilson: "Wilson’s, from the score test without continuity correction"
    case .clopperPearson: "Clopper and Pearson’s, from the binomial distribution"
    case .asymptoticNormal: "from the asymptotic standard error and the normal distribution"
    case .fDistribution: "Shrout and Fleiss’, from the F distribution"
    case .noncentralT: "exact, from the noncentral t distribution"
    case .fisherZ: "from Fisher’s z transformation"
    case .noncentralChiSquared: "from the noncentral χ² distribution"
    case .bootstrapNormal: "bootstrap, from the standard error of resamples"
    case .bootstrapPercentile: "bootstrap, from the percentiles of resamples"
    case .bootstrapBCa: "bootstrap, corrected for bias and acceleration"
    }
  }
}

/// A range of values that are compatible with the data, and how it was made.
public struct ConfidenceInterval: Hashable, Sendable {
  /// Lower limit, in the unit of the statistic.
  public let lower: Double
  /// Upper limit, in the unit of the statistic.
  public let upper: Double
  /// Confidence level, between 0 and 1, such as 0.95.
  public let level: Double
  /// The method that gave the limits.
  public let method: IntervalMethod

  /// Takes limits that were computed elsewhere.
  ///
  /// - Throws: `notANumber` when a limit is not finite; `probabilityOutOfRange` when `level` is not
  ///   between 0 and 1.
  public init(lower: Double, upper: Double, level: Double, method: IntervalMethod)
    throws(NumericError)
  {
    guard lower.isFinite, upper.isFinite else { throw .notANumber }
    self.lower = lower
    self.upper = upper
    self.level = try ConfidenceInterval.validated(level)
    self.method = method
  }

  /// A confidence level that lies strictly between 0 and 1.
  static func validated(_ level: Double) throws(NumericError) -> Double {
    guard level.isFinite else { throw .notANumber }
    guard level > 0, level < 1 else { throw .probabilityOutOfRange(level) }
    return level
  }
}
