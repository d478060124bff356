internal import Glibc

/// The correlations of a random sample of independent normal items.
///
/// The centred cross products of n rows follow a Wishart distribution with n − 1 degrees of freedom,
/// and are T Tᵀ with T lower triangular: normal numbers below the diagonal, roots of χ² numbers on
/// it (Bartlett's decomposition).
/// Reference: Odell & Feiveson (1966), Journal of the American Statistical Association 61, 199–203,
/// doi:10.1080/01621459.1966.10502018.
struct WishartSample {
  let correlations: Matrix

  init(itemCount k: Int, caseCount n: Int, _ stream: inout RandomStream) {
    let width = min(k, n - 1)
    var root = Matrix(rows: k, columns: width)
    for row in 0..<k {
      for column in 0..<min(row, width) { root[row, column] = stream.normal() }
      if row < width {
        root[row, row] = stream.chiSquared(degreesOfFreedom: Double(n - 1 - row)).squareRoot()
      }
    }
    // Rows of length one have cross products that are correlations.
    let scaled = root.scalingRows(by: root.rowLengths.map { 1 / $0 })
    correlations = scaled.times(scaled, transposed: true)
  }
}

extension RandomStream {
  /// A number from the χ² distribution.
  ///
  /// Reference: Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372,
  /// doi:10.1145/358407.358414.
  mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    if degreesOfFreedom < 2 {
      let z = normal()
      // One degree of freedom is a squared normal number; fractions do not occur.
      return z * z
    }
    let d = degreesOfFreedom / 2 - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = normal()
      let base = 1 + c * z
      guard base > 0 else { continue }
      let v = base * base * base
      if log(uniform()) < 0.5 * z * z + d - d * v + d * log(v) { return 2 * d * v }
    }
  }
}

extension ItemCodes {
  /// The rows in which every item has an answer.
  static func completeCases(_ items: [ItemCodes]) -> [ItemCodes] {
    let rows = (0..<(items.map(\.rowCount).min() ?? 0)).filter { row in
      items.allSatisfy { $0.indexes[row] != missing }
    }
    return items.map { $0.rows(rows) }
  }

  /// The same answers in a random order of rows.
  func shuffled(_ stream: inout RandomStream) -> ItemCodes {
    var order = Array(0..<rowCount)
    for last in stride(from: rowCount - 1, to: 0, by: -1) {
      order.swapAt(last, stream.below(last + 1))
    }
    return rows(order)
  }
}
