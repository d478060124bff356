internal import CNumerics
internal import Glibc

/// The lower triangle L of a positive definite matrix L Lᵀ.
struct CholeskyFactor {
  private let count: Int
  /// Row by row; what stands above the diagonal has no meaning.
  private var lower: [Double]

  /// Factors a symmetric matrix.
  ///
  /// - Parameter smallestPivot: the share of its variance that an item must have left beside the
  ///   items before it; less is rounding error of a matrix without full rank.
  /// - Throws: `dependentItems` when it is not positive definite.
  init(of entries: [Double], count: Int, smallestPivot: Double = 1e-12) throws(NumericError) {
    self.count = count
    lower = entries
    guard count == 0 || cnum_cholesky(Int32(count), &lower) == 0 else { throw .dependentItems }
    for index in 0..<count {
      let pivot = lower[index * count + index]
      guard pivot * pivot > smallestPivot * entries[index * count + index] else {
        throw .dependentItems
      }
    }
  }

  /// Factors a symmetric matrix.
  ///
  /// - Throws: `dependentItems` when it is not positive definite.
  init(of matrix: Matrix) throws(NumericError) {
    try self.init(of: matrix.entries, count: matrix.rowCount)
  }

  /// The natural logarithm of the determinant of the matrix.
  var logDeterminant: Double {
    (0..<count).reduce(0) { $0 + 2 * log(lower[$1 * count + $1]) }
  }

  /// The solution of (L Lᵀ) X = B, B having one right-hand side a column.
  func solving(_ right: Matrix) -> Matrix {
    var solution = right.transposed
    _ = cnum_cholesky_solve(Int32(count), lower, Int32(right.columnCount), &solution.entries)
    return solution.transposed
  }

  /// The solution of (L Lᵀ) x = b.
  func solving(_ right: [Double]) -> [Double] {
    var solution = right
    _ = cnum_cholesky_solve(Int32(count), lower, 1, &solution)
    return solution
  }

  /// The inverse of the matrix.
  var inverse: Matrix {
    var inverse = Matrix(entries: lower, rows: count, columns: count)
    _ = cnum_cholesky_inverse(Int32(count), &inverse.entries)
    for row in 0..<count {
      for column in 0..<row { inverse[column, row] = inverse[row, column] }
    }
    return inverse
  }

  /// The product L x, which gives independent numbers of variance 1 the covariance L Lᵀ.
  func timesVector(_ vector: [Double]) -> [Double] {
    (0..<count).map { row in
      (0...row).reduce(0) { $0 + lower[row * count + $1] * vector[$1] }
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
