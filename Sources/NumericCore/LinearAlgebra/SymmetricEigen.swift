internal import CNumerics

/// The eigenvalues of a symmetric matrix, largest first, with their vectors.
struct SymmetricEigen {
  /// The eigenvalues, descending.
  let values: [Double]
  /// One unit eigenvector a row, in the order of the values. The largest entry in size of each is
  /// positive, so that the sign does not depend on the library.
  let vectors: Matrix

  /// Decomposes a symmetric matrix, of which the lower triangle is read.
  ///
  /// - Throws: `notConverged` when the library gives up, which no finite matrix is known to cause.
  init(of matrix: Matrix) throws(NumericError) {
    let n = matrix.rowCount
    var vectors = Matrix(rows: n, columns: n)
    let ascending = try Self.ascendingValues(of: matrix, vectors: &vectors.entries)
    values = ascending.reversed()
    var ordered: [Double] = []
    ordered.reserveCapacity(n * n)
    for row in (0..<n).reversed() {
      let vector = vectors.entries[row * n..<(row + 1) * n]
      let largest = vector.max { abs($0) < abs($1) } ?? 1
      ordered += largest < 0 ? vector.map { -$0 } : Array(vector)
    }
    self.vectors = Matrix(entries: ordered, rows: n, columns: n)
  }

  /// The eigenvalues alone, descending.
  static func values(of matrix: Matrix) throws(NumericError) -> [Double] {
    try ascendingValues(of: matrix, vectors: nil).reversed()
  }

  private static func ascendingValues(
    of matrix: Matrix, vectors: UnsafeMutablePointer<Double>?
  ) throws(NumericError) -> [Double] {
    let n = matrix.rowCount
    precondition(n == matrix.columnCount, "the matrix is square")
    for entry in matrix.entries where !entry.isFinite { throw .notANumber }
    var (overwritten, values) = (matrix.entries, [Double](repeating: 0, count: n))
    guard n == 0 || cnum_symmetric_eigen(Int32(n), &overwritten, &values, vectors) == 0 else {
      throw .notConverged(iterations: 0)
    }
    return values
  }
}
