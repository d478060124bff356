/// The rule by which the items of a scale are divided into two halves.
public enum SplitRule: Hashable, Sendable {
  /// Items 1, 3, 5, … and items 2, 4, 6, …
  case oddEven
  /// The first half of the items, which has the middle one, and the rest.
  case firstSecond
  /// The items at these positions, counted from 0, and the rest.
  case items([Int])
}

/// How well two halves of a scale agree, and what follows for the whole scale.
public struct SplitHalf: Hashable, Sendable {
  /// Correlation of the sums of both halves, from −1 to 1.
  public let correlation: Double
  /// Spearman–Brown coefficient of the whole, for halves of equal length. No unit; at most 1.
  public let spearmanBrown: Double
  /// Horst's coefficient of the whole, for halves of unequal length; at equal length the same.
  public let horst: Double
  /// Guttman's, Flanagan's and Rulon's coefficient of the whole, for halves of unequal variance.
  public let guttmanFlanagan: Double
  /// Positions of the items of the first half, ascending.
  public let firstHalf: [Int]
  /// Whether it is that of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension SplitHalf {
  /// Computes the coefficients of one split.
  ///
  ///     spearmanBrown   = 2 r / (1 + r)
  ///     horst           = 2 r / (r + √(r² + 4 p q (1 − r²)))
  ///     guttmanFlanagan = 4 c / total
  ///
  /// `r` and `c` are the correlation and the covariance of the sums of both halves, p and q the
  /// shares of the items that they have, `total` the variance of the sum of all items.
  ///
  /// - Parameters:
  ///   - matrix: k × k, k ≥ 2, of items keyed in one direction.
  ///   - rule: which items form the first half; positions from 0 to k − 1, each once.
  /// - Throws: `tooFewItems` when k < 2 or a half is empty; `parameterOutOfRange` for a position
  ///   that is not there or comes twice; `noTotalVariance` when a half or the whole does not vary.
  ///
  /// References: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892; Horst (1951),
  /// Educational and Psychological Measurement 11, 368–371.
  /// Checked against the formulas in R 4.2.2 on `cov` and `cor`.
  public init(of matrix: some ItemMatrix, by rule: SplitRule) throws(NumericError) {
    let k = matrix.count
    let isFirst = try rule.isInFirstHalf(of: k)
    let sizeOfFirst = isFirst.reduce(0) { $0 + ($1 ? 1 : 0) }
    guard k >= 2, sizeOfFirst > 0, sizeOfFirst < k else {
      throw .tooFewItems(count: min(k, sizeOfFirst, k - sizeOfFirst), required: k < 2 ? 2 : 1)
    }
    let total = try matrix.totalVariance(required: 2)
    let halves = matrix.halves(isFirst)
    guard halves.first > 1e-12 * matrix.trace, halves.second > 1e-12 * matrix.trace else {
      throw .noTotalVariance
    }
    let r = max(-1, min(1, halves.between / halves.first.squareRoot() / halves.second.squareRoot()))
    guard 1 + r > 1e-12 else { throw .noTotalVariance }
    let p = Double(sizeOfFirst) / Double(k)
    correlation = r
    spearmanBrown = 2 * r / (1 + r)
    horst = 2 * r / (r + (r * r + 4 * p * (1 - p) * (1 - r * r)).squareRoot())
    guttmanFlanagan = 4 * halves.between / total
    firstHalf = isFirst.indices.filter { isFirst[$0] }
    metric = type(of: matrix).metric
    itemCount = k
    completeCaseCount = matrix.completeCaseCount
  }
}

extension SplitRule {
  /// For each item whether it belongs to the first half.
  fileprivate func isInFirstHalf(of count: Int) throws(NumericError) -> [Bool] {
    switch self {
    case .oddEven: return (0..<count).map { $0.isMultiple(of: 2) }
    case .firstSecond: return (0..<count).map { $0 < (count + 1) / 2 }
    case .items(let positions):
      var isFirst = [Bool](repeating: false, count: count)
      for position in positions {
        guard isFirst.indices.contains(position), !isFirst[position] else {
          throw .parameterOutOfRange(name: "item position", value: Double(position))
        }
        isFirst[position] = true
      }
      return isFirst
    }
  }
}

/// The variances of the sums of both halves, and their covariance.
struct HalfSums {
  var first = 0.0
  var second = 0.0
  var between = 0.0
}

extension ItemMatrix {
  func halves(_ isFirst: [Bool]) -> HalfSums {
    var (first, second, between) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    for one in 0..<count {
      for other in 0..<count {
        let value = DoubleDouble(entry(one, other))
        switch (isFirst[one], isFirst[other]) {
        case (true, true): first += value
        case (false, false): second += value
        case (true, false): between += value
        case (false, true): break
        }
      }
    }
    return HalfSums(first: first.rounded, second: second.rounded, between: between.rounded)
  }
}
