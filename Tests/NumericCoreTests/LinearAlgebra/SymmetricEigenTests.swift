import NumericTestSupport
import Testing

@testable import NumericCore

@Suite struct SymmetricEigenTests {
  @Test func twoEqualVariancesHaveAClosedForm() throws {  // 1 ± r
    let eigen = try SymmetricEigen(of: Matrix(rows: [[1, -0.3], [-0.3, 1]]))
    expectClose(eigen.values[0], .derived(1.3))
    expectClose(eigen.values[1], .derived(0.7))
    for entry in eigen.vectors.entries { expectClose(abs(entry), .derived(0.5.squareRoot())) }
  }

  @Test func vectorsGiveTheMatrixBack() throws {
    let matrix = try Matrix(rows: [[4, 1, -2], [1, 3, 0.5], [-2, 0.5, 5]])
    let eigen = try SymmetricEigen(of: matrix)
    let scaled = Matrix(diagonal: eigen.values) * eigen.vectors
    let product = eigen.vectors.times(scaled, transposingSelf: true)
    for (entry, expected) in zip(product.entries, matrix.entries) {
      expectClose(entry, .derived(expected))
    }
    #expect(try SymmetricEigen.values(of: matrix).count == 3)
  }

  @Test func largestEntriesArePositive() throws {
    let eigen = try SymmetricEigen(of: Matrix(rows: [[1, -0.9, 0], [-0.9, 2, 0], [0, 0, 3]]))
    for vector in eigen.vectors.rows {
      let largest = try #require(vector.max { abs($0) < abs($1) })
      #expect(largest > 0)
    }
  }

  @Test func oneEntryIsItsOwnEigenvalue() throws {
    #expect(try SymmetricEigen(of: Matrix(rows: [[7]])).values == [7])
  }
}
