import NumericTestSupport
import Testing

@testable import NumericCore

/// Nine items of three factors (Tests/Reference/factor-models.R) and what R made of them.
struct FactorData {
  let file: ReferenceFile
  let columns: [[Double?]]

  init() throws {
    file = try ReferenceFile("factor-models")
    columns = try ReferenceFile("factor-models-data").columns
  }

  static let threeFactors = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
  /// R ends its searches at changes of about 1e-8 in what they minimise.
  static let reason = "a search of R ended before ours"

  func covariances(_ items: Range<Int> = 0..<9) throws -> CovarianceMatrix {
    try CovarianceMatrix(columns: Array(columns[items]), policy: .listwise)
  }

  func correlations(_ items: Range<Int> = 0..<9) throws -> CorrelationMatrix {
    try covariances(items).correlations()
  }

  func codes(_ items: Range<Int> = 0..<9) throws -> [ItemCodes] {
    try columns[items].map { column in try ItemCodes(answers: column.map { $0.map { Int($0) } }) }
  }

  func tally(_ items: Range<Int> = 0..<9) throws -> PairTally {
    try PairTally(of: codes(items), policy: .listwise)
  }

  func found(_ name: String, within distance: Double) throws -> Reference {
    try file.iterative(name, within: distance, reason: FactorData.reason)
  }

  /// Each entry of a matrix against the numbers `name.row.column`.
  func expectMatrix(_ matrix: Matrix, _ name: String, within distance: Double) throws {
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount {
        let reference = try found("\(name).\(row + 1).\(column + 1)", within: distance)
        expectClose(matrix[row, column], reference)
      }
    }
  }
}

/// Correlations that one factor with these loadings implies.
func oneFactorCorrelations(_ loadings: [Double], caseCount: Int = 0) throws -> CorrelationMatrix {
  let rows = loadings.indices.map { row in
    loadings.indices.map { row == $0 ? 1 : loadings[row] * loadings[$0] }
  }
  return try CovarianceMatrix(rows: rows, caseCount: caseCount).correlations()
}
