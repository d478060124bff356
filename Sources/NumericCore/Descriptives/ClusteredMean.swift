/// A mean of rows that come in clusters, such as a mentor's rows, with a standard error that allows for
/// what rows of one cluster have in common.
public struct ClusteredMean: Hashable, Sendable {
  /// The mean of the rows, each counting once, in the unit of the values.
  public let mean: Double
  /// Its standard error by the bias-reduced sandwich CR2, same unit.
  public let standardError: Double
  /// Satterthwaite's degrees of freedom of the standard error; the number of clusters less 1 where
  /// all are as large.
  public let degreesOfFreedom: Double
  /// Number of rows, N.
  public let count: Int
  /// Number of clusters.
  public let clusterCount: Int

  /// With fewer clusters rows are described only (METHODS).
  public static let smallestClusterCount = 10
}

extension ClusteredMean {
  /// Computes the mean and its standard error.
  ///
  ///     SE² = Σ (Σ (y − ȳ))² / (1 − n / N) / N²
  ///     df = 1 / (Σ n² / N² + Σ n² m² / (N⁴ (1 − n / N) (1 − m / N)))
  ///
  /// The outer sums run over clusters, of n rows each, and the last over all pairs of two clusters
  /// with n and m rows. This is CR2 of a regression on a constant with an identity working matrix;
  /// where every cluster has one row it is the ordinary standard error, with N − 1.
  ///
  /// - Parameters:
  ///   - values: of at least two clusters; finite.
  ///   - clusters: for each row the number of its cluster, from 0 up.
  /// - Throws: `unequalLengths`; `notANumber`; `tooFewGroups` for fewer than 2 clusters.
  ///
  /// References: Bell & McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky & Tipton (2018),
  /// Journal of Business & Economic Statistics 36, 672–683, doi:10.1080/07350015.2016.1247004.
  /// Checked against R clubSandwich, `coef_test(vcov = "CR2")`.
  public init(of values: [Double], clusters: [Int]) throws(NumericError) {
    guard values.count == clusters.count else {
      throw .unequalLengths(first: values.count, second: clusters.count)
    }
    guard values.allSatisfy(\.isFinite) else { throw .notANumber }
    let size = (clusters.max() ?? -1) + 1
    precondition(clusters.allSatisfy { $0 >= 0 }, "clusters are numbered from 0")
    var counts = [Double](repeating: 0, count: size)
    for cluster in clusters { counts[cluster] += 1 }
    let known = counts.count { $0 > 0 }
    guard known >= 2 else { throw .tooFewGroups(count: known, required: 2) }
    let total = Double(values.count)
    let mean = values.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.rounded / total
    var sums = [Double](repeating: 0, count: size)
    for (value, cluster) in zip(values, clusters) { sums[cluster] += value - mean }
    var (variance, ownShares, leverages, squares) = (0.0, 0.0, 0.0, 0.0)
    for (sum, n) in zip(sums, counts) where n > 0 {
      let share = n / total
      variance += sum * sum / (1 - share)
      ownShares += share * share
      // The sum over pairs is the square of the sum less the pairs of a cluster with itself.
      let leverage = share * share / (1 - share)
      leverages += leverage
      squares += leverage * leverage
    }
    self.mean = mean
    standardError = variance.squareRoot() / total
    degreesOfFreedom = 1 / (ownShares + leverages * leverages - squares)
    count = values.count
    clusterCount = known
  }

  /// The mean ± its standard error times a quantile of Student's t.
  ///
  /// - Parameter level: between 0 and 1, such as 0.95.
  /// - Throws: `probabilityOutOfRange`; `tooFewGroups` for fewer than 10 clusters; `constantValues`
  ///   where the means of all clusters are the same.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard clusterCount >= Self.smallestClusterCount else {
      throw .tooFewGroups(count: clusterCount, required: Self.smallestClusterCount)
    }
    guard standardError > 0 else { throw .constantValues(item: nil) }
    let t = try StudentT(degreesOfFreedom: degreesOfFreedom).quantileOfComplement(tail)
    return try ConfidenceInterval(
      lower: mean - t * standardError, upper: mean + t * standardError, level: level,
      method: .clusterRobust)
  }
}
