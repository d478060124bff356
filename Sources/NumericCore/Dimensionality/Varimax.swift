internal import Glibc

/// The orthogonal turn of loadings with the largest variance of squared loadings.
struct Varimax {
  let loadings: Matrix
  let criterion: Double

  /// Repeats the turn that brings loadings closest to the slope of the criterion.
  init(_ original: Matrix, kaiser: Bool) throws(NumericError) {
    let (k, m) = (original.rowCount, original.columnCount)
    let lengths = kaiser ? original.rowLengths : [Double](repeating: 1, count: k)
    let scaled = original.scalingRows(by: lengths.map { 1 / $0 })
    var turn = Matrix(diagonal: [Double](repeating: 1, count: m))
    var (turned, before) = (scaled, 0.0)
    for iteration in 0... {
      let means = (0..<m).map { factor in
        turned.column(factor).reduce(0) { $0 + $1 * $1 } / Double(k)
      }
      var slope = turned
      for row in 0..<k {
        for column in 0..<m {
          let value = turned[row, column]
          slope[row, column] = value * (value * value - means[column])
        }
      }
      let parts = try SingularValues(of: scaled.times(slope, transposingSelf: true))
      turn = parts.left * parts.right
      turned = scaled * turn
      let sum = parts.values.reduce(0, +)
      if m == 1 || abs(sum - before) <= 1e-15 * sum { break }
      before = sum
      guard iteration < 5000 else { throw .notConverged(iterations: iteration) }
    }
    loadings = turned.scalingRows(by: lengths)
    criterion = (0..<m).reduce(0) { sum, factor in
      let squares = turned.column(factor).map { $0 * $0 }
      let total = squares.reduce(0, +)
      return sum + squares.reduce(0) { $0 + $1 * $1 } - total * total / Double(k)
    }
  }
}

/// The oblique turn of orthogonal loadings towards their own powers.
struct Promax {
  let pattern: Matrix
  let factorCorrelations: Matrix

  init(_ loadings: Matrix, power: Double) throws(NumericError) {
    let target = loadings.map { $0 == 0 ? 0 : $0 * pow(abs($0), power - 1) }
    let products = loadings.times(loadings, transposingSelf: true)
    let fit = try CholeskyFactor(of: products)
      .solving(loadings.times(target, transposingSelf: true))
    guard let spread = fit.times(fit, transposingSelf: true).inverse else {
      throw .dependentItems
    }
    let scales = spread.diagonal.map { $0.squareRoot() }
    let turn = fit.scalingColumns(by: scales)
    guard let inverse = turn.inverse else { throw .dependentItems }
    pattern = loadings * turn
    factorCorrelations = inverse.times(inverse, transposed: true)
  }
}

extension Matrix {
  /// The length of each row; 1 for a row of zeros, which no scaling changes.
  var rowLengths: [Double] {
    rows.map { row in
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? length : 1
    }
  }

  func scalingRows(by factors: [Double]) -> Matrix {
    var result = self
    for row in 0..<rowCount {
      for column in 0..<columnCount { result[row, column] *= factors[row] }
    }
    return result
  }

  func scalingColumns(by factors: [Double]) -> Matrix {
    var result = self
    for row in 0..<rowCount {
      for column in 0..<columnCount { result[row, column] *= factors[column] }
    }
    return result
  }
}
