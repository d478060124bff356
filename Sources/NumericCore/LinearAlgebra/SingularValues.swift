internal import CNumerics

/// The singular value decomposition A = U S Vᵀ of a matrix.
struct SingularValues {
  /// The singular values, descending.
  let values: [Double]
  /// U, one column for each value.
  let left: Matrix
  /// Vᵀ, one row for each value.
  let right: Matrix

  /// Decomposes a matrix.
  ///
  /// - Throws: `notANumber`; `notConverged` when the library gives up.
  init(of matrix: Matrix) throws(NumericError) {
    for entry in matrix.entries where !entry.isFinite { throw .notANumber }
    let (rows, columns) = (matrix.rowCount, matrix.columnCount)
    let small = min(rows, columns)
    var values = [Double](repeating: 0, count: small)
    var left = Matrix(rows: rows, columns: small)
    var right = Matrix(rows: small, columns: columns)
    var overwritten = matrix.entries
    let state = cnum_singular_values(
      Int32(rows), Int32(columns), &overwritten, &values, &left.entries, &right.entries)
    guard state == 0 else { throw .notConverged(iterations: 0) }
    (self.values, self.left, self.right) = (values, left, right)
  }
}
