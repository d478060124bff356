/// How many components leave the least correlation between items (Velicer's MAP test).
public struct MinimumAveragePartial: Hashable, Sendable {
  /// The average squared partial correlation after 0, 1, 2, … components.
  public let averageSquares: [Double]
  /// The average fourth power of the partial correlations after 0, 1, 2, … components.
  public let averageFourthPowers: [Double]
  /// The number of components with the smallest average square (1976).
  public let componentCount: Int
  /// The number of components with the smallest average fourth power (2000).
  public let componentCountByFourthPowers: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension MinimumAveragePartial {
  /// Removes one component after the other and averages what is left.
  ///
  ///     C = R − A Aᵀ,  partial = C(i, j) / √(C(i, i) C(j, j)),  average over i ≠ j
  ///
  /// `A` holds the loadings of the first m components, m from 0 to k − 1; it ends earlier where an
  /// item has no variance left.
  ///
  /// - Parameter correlation: k × k, k ≥ 2.
  /// - Throws: `tooFewItems`.
  ///
  /// References: Velicer (1976), Psychometrika 41, 321–327, doi:10.1007/BF02293557; Velicer, Eaton
  /// & Fava (2000), in Problems and Solutions in Human Assessment, 41–71.
  /// Checked against R psych 2.2.9, `vss`, and the program of O'Connor (2000).
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let eigen = try SymmetricEigen(of: correlation.matrix)
    var (squares, fourths): ([Double], [Double]) = ([], [])
    for rest in MinimumAveragePartial.residuals(of: correlation.matrix, eigen) {
      guard rest.diagonal.allSatisfy({ $0 > 1e-12 }) else { break }
      var (square, fourth) = (0.0, 0.0)
      for row in 0..<k {
        for column in 0..<k where column != row {
          let partial =
            rest[row, column] * rest[row, column] / (rest[row, row] * rest[column, column])
          square += partial
          fourth += partial * partial
        }
      }
      squares.append(square / Double(k * (k - 1)))
      fourths.append(fourth / Double(k * (k - 1)))
    }
    (averageSquares, averageFourthPowers) = (squares, fourths)
    componentCount = MinimumAveragePartial.smallest(squares)
    componentCountByFourthPowers = MinimumAveragePartial.smallest(fourths)
    completeCaseCount = correlation.completeCaseCount
  }

  /// What is left of the matrix after 0, 1, 2, … components.
  ///
  /// It is summed from the components that are left, the smallest first, because what remains of a
  /// subtraction would be rounding error at the end.
  private static func residuals(of matrix: Matrix, _ eigen: SymmetricEigen) -> [Matrix] {
    let k = matrix.rowCount
    var (rest, residuals) = (Matrix(rows: k, columns: k), [Matrix]())
    for component in stride(from: k - 1, to: 0, by: -1) {
      for row in 0..<k {
        for column in 0..<k {
          rest[row, column] +=
            eigen.values[component] * eigen.vectors[component, row]
            * eigen.vectors[component, column]
        }
      }
      residuals.append(rest)
    }
    return [matrix] + residuals.reversed()
  }

  /// The position of the first of the smallest numbers.
  private static func smallest(_ values: [Double]) -> Int {
    values.indices.min { values[$0] < values[$1] } ?? 0
  }
}
