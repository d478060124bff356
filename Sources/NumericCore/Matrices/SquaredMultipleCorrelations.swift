/// How much of each item's variance the other items explain.
public struct SquaredMultipleCorrelations: Hashable, Sendable {
  /// One share for each item, from 0 to 1.
  public let values: [Double]
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension SquaredMultipleCorrelations {
  /// Computes the shares from the inverse of the correlation matrix.
  ///
  ///     share = 1 − 1 / (diagonal of the inverse)
  ///
  /// - Parameter correlation: k × k, k ≥ 1.
  /// - Throws: `dependentItems` when the matrix is not positive definite, so that an item is
  ///   determined by the others or pairwise counts contradict each other.
  ///
  /// Reference: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892.
  /// Checked against R psych 2.2.9, `smc`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    let factor = try CholeskyFactor(of: correlation.entries, count: k)
    values = (0..<k).map { 1 - 1 / factor.inverseDiagonal($0) }
    completeCaseCount = correlation.completeCaseCount
  }
}

/// The lower triangle L of a positive definite matrix L Lᵀ.
struct CholeskyFactor {
  private let count: Int
  private var lower: [Double]

  init(of entries: [Double], count: Int) throws(NumericError) {
    self.count = count
    lower = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        var rest = entries[row * count + column]
        for inner in 0..<column {
          rest -= lower[row * count + inner] * lower[column * count + inner]
        }
        if row == column {
          // A pivot this small is rounding error of a matrix without full rank.
          guard rest > 1e-12 * entries[row * count + row] else { throw .dependentItems }
          lower[row * count + row] = rest.squareRoot()
        } else {
          lower[row * count + column] = rest / lower[column * count + column]
        }
      }
    }
  }

  /// An entry on the diagonal of the inverse: the squared length of L⁻¹ e.
  func inverseDiagonal(_ index: Int) -> Double {
    var solution = [Double](repeating: 0, count: count)
    for row in index..<count {
      var rest = row == index ? 1.0 : 0
      for inner in index..<row { rest -= lower[row * count + inner] * solution[inner] }
      solution[row] = rest / lower[row * count + row]
    }
    return solution.reduce(0) { $0 + $1 * $1 }
  }
}
