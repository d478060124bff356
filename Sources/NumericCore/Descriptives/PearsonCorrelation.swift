internal import Glibc

/// How closely two columns follow a straight line.
public struct PearsonCorrelation: Hashable, Sendable {
  /// The correlation r, from −1 to 1.
  public let coefficient: Double
  /// Number of rows in which both columns have a value.
  public let pairCount: Int
}

extension PearsonCorrelation {
  /// Computes the correlation over the rows in which both columns have a value.
  ///
  ///     r = Sxy / √(Sxx · Syy)
  ///
  /// The S are sums of products of the deviations from the means of the rows used.
  ///
  /// - Parameters:
  ///   - first: numbers; `nil` is missing.
  ///   - second: numbers of the same rows.
  /// - Throws: `unequalLengths`; `notANumber`; `noCommonValues` when fewer than 2 rows are used;
  ///   `constantValues` with 0 or 1 for the column that does not vary; `outOfRange`.
  ///
  /// Reference: Pearson (1896), Philosophical Transactions A 187, 253–318,
  /// doi:10.1098/rsta.1896.0007. Checked against R 4.2.2, `cor(use = "pairwise")`.
  public init(_ first: [Double?], _ second: [Double?]) throws(NumericError) {
    guard first.count == second.count else {
      throw .unequalLengths(first: first.count, second: second.count)
    }
    for column in [first, second] {
      for case let value? in column where !value.isFinite { throw .notANumber }
    }
    let products = CentredProducts(first, second)
    guard products.count >= 2 else { throw .noCommonValues(first: 0, second: 1) }
    guard !products.first.isZero else { throw .constantValues(item: 0) }
    guard !products.second.isZero else { throw .constantValues(item: 1) }
    let size = products.first.squareRoot() * products.second.squareRoot()
    coefficient = try max(-1, min(1, (products.cross / size).rounded.orOutOfRange()))
    pairCount = products.count
  }

  /// The interval by Fisher's z transformation, which assumes normal values.
  ///
  ///     tanh(artanh(r) ± z / √(n − 3))
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 4; `parameterOutOfRange` when r is
  ///   −1 or 1.
  ///
  /// Reference: Fisher (1921), Metron 1, 3–32. Checked against R 4.2.2, `cor.test`.
  public func fisherInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(level)) / 2)
    guard pairCount >= 4 else { throw .tooFewValues(count: pairCount, required: 4) }
    guard abs(coefficient) < 1 else {
      throw .parameterOutOfRange(name: "correlation", value: coefficient)
    }
    let step = z / Double(pairCount - 3).squareRoot()
    return try ConfidenceInterval(
      lower: tanh(atanh(coefficient) - step), upper: tanh(atanh(coefficient) + step),
      level: level, method: .fisherZ)
  }
}
