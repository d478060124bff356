import NumericCore
import NumericTestSupport
import Testing

/// Seven items of 30 persons, with the coefficients that R gives (Tests/Reference/reliability.R).
struct AttitudeScale {
  let columns: [[Double?]]
  let covariance: CovarianceMatrix
  let correlation: CorrelationMatrix
  let file: ReferenceFile

  init() throws {
    columns = try ReferenceFile("attitude").columns
    covariance = try CovarianceMatrix(columns: columns, policy: .listwise)
    correlation = try covariance.correlations()
    file = try ReferenceFile("reliability")
  }

  func expect(
    _ value: Double?, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    expectClose(value, try file.software(name), sourceLocation: sourceLocation)
  }
}

/// A random symmetric positive definite matrix of items, the same for the same seed.
func randomCovariance(_ count: Int, seed: UInt64) throws -> CovarianceMatrix {
  var random = RandomStream(seed: seed)
  let loadings = (0..<count).map { _ in 2 * random.uniform() - 0.5 }
  let second = (0..<count).map { _ in 2 * random.uniform() - 1 }
  var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
  for one in 0..<count {
    for other in 0..<count {
      rows[one][other] = loadings[one] * loadings[other] + second[one] * second[other]
    }
    rows[one][one] += 1
  }
  return try CovarianceMatrix(rows: rows, caseCount: 100)
}
