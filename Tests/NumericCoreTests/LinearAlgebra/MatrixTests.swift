import NumericTestSupport
import Testing

@testable import NumericCore

@Suite struct MatrixTests {
  let wide = Matrix(entries: [1, 2, 3, 4, 5, 6], rows: 2, columns: 3)

  @Test func productsMayTransposeEitherFactor() throws {
    let tall = wide.transposed
    #expect((wide * tall).rows == [[14, 32], [32, 77]])
    #expect(wide.times(wide, transposed: true) == wide * tall)
    #expect(tall.times(tall, transposingSelf: true) == wide * tall)
    #expect(tall.times(wide, transposed: true, transposingSelf: true).rowCount == 2)
  }

  @Test func solvesAGeneralSystem() throws {
    let matrix = try Matrix(rows: [[0, 2], [3, 1]])
    let solution = try #require(try matrix.solving(Matrix(rows: [[4], [5]])))
    expectClose(solution[0, 0], .derived(1))
    expectClose(solution[1, 0], .derived(2))
    let inverse = try #require(matrix.inverse)
    expectClose(inverse[0, 0], .derived(-1.0 / 6))
    expectClose(inverse[0, 1], .derived(1.0 / 3))
  }

  @Test func aSingularSystemHasNoSolution() throws {
    #expect(try Matrix(rows: [[1, 2], [2, 4]]).inverse == nil)
  }

  @Test func singularValuesGiveTheMatrixBack() throws {
    for matrix in [wide, wide.transposed] {
      let parts = try SingularValues(of: matrix)
      let product = parts.left * Matrix(diagonal: parts.values) * parts.right
      for (entry, expected) in zip(product.entries, matrix.entries) {
        expectClose(entry, .derived(expected))
      }
      #expect(parts.values[0] >= parts.values[1])
    }
  }

  @Test func rowsAndColumnsAreReadWhereTheyAre() {
    #expect(wide.column(1) == [2, 5])
    #expect(wide.columns([2, 0]).rows == [[3, 1], [6, 4]])
    #expect(wide.diagonal == [1, 5])
    #expect(wide.map { -$0 }[0, 2] == -3)
  }

  @Test func refusesUnequalRowsAndWhatIsNoNumber() {
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      _ = try Matrix(rows: [[1, 2], [3]])
    }
    #expect(throws: NumericError.notANumber) { _ = try Matrix(rows: [[.infinity]]) }
    #expect(throws: NumericError.notANumber) {
      _ = try SymmetricEigen(of: Matrix(entries: [.nan], rows: 1, columns: 1))
    }
    #expect(throws: NumericError.notANumber) {
      _ = try SingularValues(of: Matrix(entries: [.nan], rows: 1, columns: 1))
    }
  }
}
