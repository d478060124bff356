/// The first principal component of a correlation matrix.
public struct FirstPrincipalComponent: Hashable, Sendable {
  /// Its eigenvalue: the variance it takes up, of `count` in all.
  public let eigenvalue: Double
  /// Correlation of each item with the component; the sign makes their sum positive.
  public let loadings: [Double]
  /// Number of items.
  public var count: Int { loadings.count }
}

extension FirstPrincipalComponent {
  /// Finds the component by power iteration.
  ///
  ///     R v = λ v,  loading = √λ v
  ///
  /// `R` is the correlation matrix, `λ` its largest eigenvalue, `v` the unit eigenvector.
  ///
  /// - Parameter correlation: k × k, k ≥ 2.
  /// - Throws: `tooFewItems` when k < 2.
  ///
  /// Reference: Golub & Van Loan (2013), Matrix Computations, section 8.2.
  /// Checked against numpy 2.4.6, `linalg.eigh`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    // Unequal start values, so that no eigenvector is orthogonal to the start by symmetry.
    var vector = (0..<k).map { 1 + Double($0) / Double(10 * k) }
    var eigenvalue = 0.0
    for _ in 0..<10_000 {
      let (next, length) = Self.step(correlation, vector)
      let change = zip(next, vector).reduce(0) { $0 + abs($1.0 - $1.1) }
      vector = next
      eigenvalue = length
      if change < 1e-14 * Double(k) { break }
    }
    let sign = vector.reduce(0, +) < 0 ? -1.0 : 1.0
    self.eigenvalue = eigenvalue
    loadings = vector.map { sign * eigenvalue.squareRoot() * $0 }
  }

  /// One multiplication by R, scaled to length one. R has no negative eigenvalue to swing with
  /// unless its pairs have different cases; the largest one in size still is positive then.
  private static func step(
    _ correlation: CorrelationMatrix, _ vector: [Double]
  ) -> (next: [Double], length: Double) {
    let k = vector.count
    var product = [Double](repeating: 0, count: k)
    for row in 0..<k {
      var sum = 0.0
      for column in 0..<k { sum += correlation.entries[row * k + column] * vector[column] }
      product[row] = sum
    }
    let length = product.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return (vector, 0) }
    return (product.map { $0 / length }, length)
  }
}
