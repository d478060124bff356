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
  /// Finds the component by an eigenvalue decomposition.
  ///
  ///     R v = λ v,  loading = √λ v
  ///
  /// `R` is the correlation matrix, `λ` its largest eigenvalue, `v` the unit eigenvector.
  ///
  /// - Parameter correlation: k × k, k ≥ 2.
  /// - Throws: `tooFewItems` when k < 2.
  ///
  /// Reference: Golub & Van Loan (2013), Matrix Computations, chapter 8.
  /// Checked against numpy 2.4.6, `linalg.eigh`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let eigen = try SymmetricEigen(of: correlation.matrix)
    eigenvalue = eigen.values[0]
    let vector = eigen.vectors.rows[0]
    let length = (vector.reduce(0, +) < 0 ? -1 : 1) * eigenvalue.squareRoot()
    loadings = vector.map { length * $0 }
  }
}
