import NumericCore
import NumericTestSupport
import Testing

@Suite struct CorrelationMatrixTests {
  @Test func dividesByBothDeviations() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 3], [3, 9]], caseCount: 20).correlations()
    expectClose(matrix[0, 1], .derived(0.5))
    #expect(matrix[1, 1] == 1 && matrix.caseCount == 20)
    #expect(matrix.pairs == [matrix[0, 1]])
  }

  @Test func pairsComeInOrder() throws {
    let rows = [[1, 0.1, 0.2], [0.1, 1, 0.3], [0.2, 0.3, 1]]
    let matrix = try CovarianceMatrix(rows: rows).correlations()
    #expect(matrix.pairs == [0.1, 0.2, 0.3])
    #expect(matrix.dropping(0).rows == [[1, 0.3], [0.3, 1]])
  }

  @Test func aConstantItemIsNamed() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 0], [0, 0]])
    #expect(throws: NumericError.constantValues(item: 1)) { try matrix.correlations() }
  }

  /// Variances of all rows are smaller than those of the rows that both items have.
  @Test func pairsThatContradictEachOtherHaveNoCorrelation() throws {
    let columns: [[Double?]] = [
      [1, 9, 5, 5, 5, 5, nil, nil, nil, nil], [1, 9, nil, nil, nil, nil, 5, 5, 5, 5],
    ]
    let matrix = try CovarianceMatrix(columns: columns, policy: .pairwise)
    // Covariance 32 over variances 32 / 5.
    do throws(NumericError) {
      _ = try matrix.correlations()
      Issue.record("a correlation of 5")
    } catch {
      guard case .contradictoryPair(0, 1, let value) = error else { throw error }
      expectClose(value, .derived(5))
    }
    // 2 · (1 − 12.8 / 76.8)
    do throws(NumericError) {
      _ = try CronbachAlpha(of: matrix)
      Issue.record("alpha above 1")
    } catch {
      guard case .contradictoryCovariances(let value) = error else { throw error }
      expectClose(value, .derived(2 * (1 - 12.8 / 76.8)))
    }
  }
}
