import NumericTestSupport
import Testing

@testable import NumericCore

@Suite struct CholeskyFactorTests {
  let matrix = Matrix(entries: [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3], rows: 3, columns: 3)

  @Test func determinantOfTwoByTwo() throws {  // 4 · 5 − 2 · 2 = 16
    let factor = try CholeskyFactor(of: [4, 2, 2, 5], count: 2)
    expectClose(factor.logDeterminant, .derived(2.772588722239781))
  }

  @Test func inverseTimesMatrixIsOne() throws {
    let factor = try CholeskyFactor(of: matrix)
    let product = factor.inverse * matrix
    for row in 0..<3 {
      for column in 0..<3 { expectClose(product[row, column], .derived(row == column ? 1 : 0)) }
      expectClose(factor.inverseDiagonal(row), .derived(factor.inverse[row, row]))
    }
  }

  @Test func solutionFitsTheEquations() throws {
    let right = try Matrix(rows: [[1, 0], [2, -1], [3, 4]])
    let solution = try CholeskyFactor(of: matrix).solving(right)
    for (entry, expected) in zip((matrix * solution).entries, right.entries) {
      expectClose(entry, .derived(expected))
    }
    let vector = try CholeskyFactor(of: matrix).solving([1, 2, 3])
    for row in 0..<3 { expectClose(vector[row], .derived(solution[row, 0])) }
  }

  @Test func lowerTriangleTimesItselfIsTheMatrix() throws {
    let factor = try CholeskyFactor(of: matrix)
    let columns = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]].map(factor.timesVector)
    for row in 0..<3 {
      for column in 0..<3 {
        let sum = columns.reduce(0) { $0 + $1[row] * $1[column] }
        expectClose(sum, .derived(matrix[row, column]))
      }
    }
  }

  @Test(arguments: [[1.0, 1, 1, 1], [1, 2, 2, 1], [0, 0, 0, 1]])
  func refusesWithoutFullRank(entries: [Double]) {
    #expect(throws: NumericError.dependentItems) {
      _ = try CholeskyFactor(of: entries, count: 2)
    }
  }
}
