internal import CNumerics

/// A rectangular table of numbers.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The numbers, row by row.
  public internal(set) var entries: [Double]

  /// A matrix of one number.
  init(repeating value: Double = 0, rows: Int, columns: Int) {
    rowCount = rows
    columnCount = columns
    entries = [Double](repeating: value, count: rows * columns)
  }

  /// Takes entries row by row.
  init(entries: [Double], rows: Int, columns: Int) {
    precondition(entries.count == rows * columns, "one entry for each cell")
    rowCount = rows
    columnCount = columns
    self.entries = entries
  }

  /// Takes rows of equal length.
  ///
  /// - Throws: `unequalLengths`; `notANumber` when an entry is not finite.
  public init(rows: [[Double]]) throws(NumericError) {
    let width = rows.first?.count ?? 0
    for row in rows {
      guard row.count == width else { throw .unequalLengths(first: width, second: row.count) }
      for entry in row where !entry.isFinite { throw .notANumber }
    }
    self.init(entries: Array(rows.joined()), rows: rows.count, columns: width)
  }

  /// The matrix with these numbers on its diagonal and 0 elsewhere.
  init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (index, value) in diagonal.enumerated() { self[index, index] = value }
  }

  /// The number in a row and column.
  public internal(set) subscript(row: Int, column: Int) -> Double {
    get { entries[row * columnCount + column] }
    set { entries[row * columnCount + column] = newValue }
  }
}

extension Matrix {
  /// The rows, one array each.
  public var rows: [[Double]] {
    (0..<rowCount).map { Array(entries[$0 * columnCount..<($0 + 1) * columnCount]) }
  }

  /// The numbers of one column.
  public func column(_ index: Int) -> [Double] { (0..<rowCount).map { self[$0, index] } }

  /// The numbers whose row and column are the same.
  public var diagonal: [Double] { (0..<min(rowCount, columnCount)).map { self[$0, $0] } }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columnCount, columns: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The product of both matrices.
  static func * (a: Matrix, b: Matrix) -> Matrix { a.times(b) }

  /// The product, each factor as it stands or transposed.
  func times(_ other: Matrix, transposed: Bool = false, transposingSelf: Bool = false) -> Matrix {
    let (rows, inner) = transposingSelf ? (columnCount, rowCount) : (rowCount, columnCount)
    let columns = transposed ? other.rowCount : other.columnCount
    precondition(inner == (transposed ? other.columnCount : other.rowCount), "shapes fit")
    var product = Matrix(rows: rows, columns: columns)
    guard rows > 0, columns > 0, inner > 0 else { return product }
    cnum_multiply(
      Int32(rows), Int32(inner), Int32(columns), entries, transposingSelf ? 1 : 0, other.entries,
      transposed ? 1 : 0, &product.entries)
    return product
  }

  /// The matrix with every entry changed.
  func map(_ change: (Double) -> Double) -> Matrix {
    Matrix(entries: entries.map(change), rows: rowCount, columns: columnCount)
  }

  /// The columns in another order, or some of them.
  func columns(_ order: [Int]) -> Matrix {
    var result = Matrix(rows: rowCount, columns: order.count)
    for row in 0..<rowCount {
      for (place, column) in order.enumerated() { result[row, place] = self[row, column] }
    }
    return result
  }

  /// The solution X of `self` X = B, or `nil` where the matrix is singular.
  func solving(_ right: Matrix) -> Matrix? {
    precondition(rowCount == columnCount && right.rowCount == rowCount, "shapes fit")
    var (factor, solution) = (entries, right.transposed)
    let state = cnum_solve(
      Int32(rowCount), &factor, Int32(right.columnCount), &solution.entries)
    guard state == 0, solution.entries.allSatisfy(\.isFinite) else { return nil }
    return solution.transposed
  }

  /// The inverse, or `nil` where the matrix is singular.
  var inverse: Matrix? { solving(Matrix(diagonal: [Double](repeating: 1, count: rowCount))) }
}

extension CorrelationMatrix {
  /// The correlations as a matrix.
  var matrix: Matrix { Matrix(entries: entries, rows: count, columns: count) }
}

extension CovarianceMatrix {
  /// The covariances as a matrix.
  var matrix: Matrix { Matrix(entries: entries, rows: count, columns: count) }
}
