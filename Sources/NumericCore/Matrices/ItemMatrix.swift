/// The unit in which a matrix tells what items have in common.
public enum ItemMetric: String, Hashable, Sendable, CaseIterable {
  /// Covariances: items weigh as they do in the sum of their scores.
  case covariance
  /// Correlations: every item is first put on the same spread.
  case correlation
}

/// What items have in common with each other: their covariances, or their correlations.
///
/// Coefficients that are defined on both take this, and say in `metric` which one it was.
public protocol ItemMatrix: Hashable, Sendable {
  /// Number of items, k.
  var count: Int { get }
  /// The k × k entries row by row, symmetric.
  var entries: [Double] { get }
  /// Number of rows in which every item has a value; 0 where it is not known.
  var completeCaseCount: Int { get }
  /// The n that intervals use: complete cases for listwise, all rows for pairwise; 0 if not known.
  var caseCount: Int { get }
  /// The smallest number of rows behind one entry, which tests take as n: with another they would
  /// claim more than the rows of some pair can say; 0 if not known.
  var smallestPairCount: Int { get }
  /// The largest number of rows behind one entry; 0 if not known.
  var largestPairCount: Int { get }
  /// The unit of the entries.
  static var metric: ItemMetric { get }
}

extension CovarianceMatrix: ItemMatrix {
  /// Covariances.
  public static var metric: ItemMetric { .covariance }
}

extension CorrelationMatrix: ItemMatrix {
  /// Correlations.
  public static var metric: ItemMetric { .correlation }
}

extension ItemMatrix {
  /// A coefficient of these items that no set of complete rows can bring above 1.
  ///
  /// - Throws: `contradictoryCovariances` when it is above 1 by more than rounding.
  func coefficient(_ value: Double) throws(NumericError) -> Double {
    guard value <= 1 + 1e-9 else { throw .contradictoryCovariances(value: value) }
    // Rounding leaves about 1e-15 above 1 where items are the same.
    return min(value, 1)
  }

  /// - Throws: `constantValues` with the position of an item without variance.
  func requireVariances() throws(NumericError) {
    for item in 0..<count where !(entry(item, item) > 0) { throw .constantValues(item: item) }
  }

  func entry(_ first: Int, _ second: Int) -> Double { entries[first * count + second] }

  /// The sum of the diagonal.
  var trace: Double {
    (0..<count).reduce(DoubleDouble(0)) { $0 + DoubleDouble(entry($1, $1)) }.rounded
  }

  /// The sum of every entry off the diagonal.
  var sumOffDiagonal: Double {
    var sum = DoubleDouble(0)
    for first in 0..<count {
      for second in 0..<count where second != first { sum += DoubleDouble(entry(first, second)) }
    }
    return sum.rounded
  }

  /// The variance of the sum of the items.
  ///
  /// - Throws: `tooFewItems` when there are fewer than `required`; `noTotalVariance`.
  func totalVariance(required: Int) throws(NumericError) -> Double {
    guard count >= required else { throw .tooFewItems(count: count, required: required) }
    let total = entries.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.rounded
    // Rounding leaves about 1e-16 of the trace where the exact total is zero.
    guard total > 1e-12 * trace else { throw .noTotalVariance }
    return total
  }
}
