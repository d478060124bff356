/// A column-by-column factorization of a tall matrix into an orthogonal and a triangular part,
/// in doubled precision.
///
/// Reference: Golub (1965), Numerische Mathematik 7, 206–216, doi:10.1007/BF01436075.
struct HouseholderQR {
  /// The upper triangle; `upper[j][i]` is the entry of row i ≤ j in column j.
  let upper: [[DoubleDouble]]
  /// The right side turned by the orthogonal part, as long as the columns.
  let turned: [DoubleDouble]

  /// Factorizes columns and turns the right side along.
  ///
  /// - Parameters:
  ///   - columns: at least one; each with more rows than there are columns.
  ///   - right: as long as the columns.
  /// - Throws: `dependentItems` when a column is, to rounding of its doubles, a combination of
  ///   those before it.
  init(columns: [[DoubleDouble]], right: [DoubleDouble]) throws(NumericError) {
    var columns = columns
    var right = right
    var upper: [[DoubleDouble]] = []
    for j in columns.indices {
      let whole = HouseholderQR.norm(columns[j], from: 0)
      let rest = HouseholderQR.norm(columns[j], from: j)
      guard rest.high > HouseholderQR.smallestRest * whole.high else { throw .dependentItems }
      // The sign that adds magnitudes keeps every digit of the reflection.
      let diagonal = columns[j][j].high > 0 ? -rest : rest
      var reflection = columns[j]
      reflection[j] = reflection[j] - diagonal
      let half = -(diagonal * reflection[j])
      for k in columns.indices where k > j {
        HouseholderQR.reflect(&columns[k], by: reflection, half: half, from: j)
      }
      HouseholderQR.reflect(&right, by: reflection, half: half, from: j)
      upper.append(Array(columns[j].prefix(j)) + [diagonal])
    }
    self.upper = upper
    turned = right
  }

  /// The part of a column's length, of which less counts as rounding of the column.
  private static let smallestRest = 1e-15

  /// The coefficients with the smallest sum of squared residuals.
  var solution: [DoubleDouble] { solve(Array(turned.prefix(upper.count))) }

  /// Σ of squares of the turned right side that no column explains.
  var residualSumOfSquares: DoubleDouble {
    turned.dropFirst(upper.count).reduce(DoubleDouble(0)) { $0 + $1 * $1 }
  }

  /// The diagonal of the inverse of columnsᵀ · columns.
  var inverseDiagonal: [DoubleDouble] {
    var diagonal = [DoubleDouble](repeating: DoubleDouble(0), count: upper.count)
    for k in upper.indices {
      var unit = [DoubleDouble](repeating: DoubleDouble(0), count: upper.count)
      unit[k] = DoubleDouble(1)
      for (i, entry) in solve(unit).enumerated() { diagonal[i] += entry * entry }
    }
    return diagonal
  }

  private func solve(_ right: [DoubleDouble]) -> [DoubleDouble] {
    var solution = right
    for j in upper.indices.reversed() {
      solution[j] = solution[j] / upper[j][j]
      for i in 0..<j { solution[i] = solution[i] - upper[j][i] * solution[j] }
    }
    return solution
  }

  private static func norm(_ column: [DoubleDouble], from start: Int) -> DoubleDouble {
    column[start...].reduce(DoubleDouble(0)) { $0 + $1 * $1 }.squareRoot()
  }

  private static func reflect(
    _ column: inout [DoubleDouble], by reflection: [DoubleDouble], half: DoubleDouble,
    from start: Int
  ) {
    var product = DoubleDouble(0)
    for i in start..<column.count { product += reflection[i] * column[i] }
    let factor = product / half
    for i in start..<column.count { column[i] = column[i] - factor * reflection[i] }
  }
}
