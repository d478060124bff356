/// The rule by which an eigenvalue counts as larger than chance.
public enum ParallelRule: String, Hashable, Sendable, CaseIterable {
  /// Above the mean of the random eigenvalues (Horn 1965).
  case mean
  /// Above the 95th percentile of the random eigenvalues (Glorfeld 1995).
  case percentile95 = "percentile_95"
}

/// How many principal components exceed those of items without any correlation (Horn).
public struct ParallelAnalysis: Hashable, Sendable {
  /// The eigenvalues of the items, descending.
  public let eigenvalues: [Double]
  /// The mean of each eigenvalue over the random samples.
  public let randomMeans: [Double]
  /// The 95th percentile of each eigenvalue over the random samples, of type 7.
  public let randomPercentiles: [Double]
  /// Number of random samples behind them.
  public let drawCount: Int
  /// Random samples that were left out because they gave no polychoric matrix.
  public let failedDrawCount: Int
  /// The seed of the random samples.
  public let seed: UInt64
  /// Number of persons in the sample and in each random one.
  public let caseCount: Int

  /// How many components, counted from the first, exceed chance by a rule.
  public func componentCount(_ rule: ParallelRule) -> Int {
    let limits = rule == .mean ? randomMeans : randomPercentiles
    return zip(eigenvalues, limits).prefix { $0 > $1 }.count
  }

  /// The smallest distance of an eigenvalue from its random mean; where it is small, another seed
  /// may give another number of components.
  public var smallestMargin: Double {
    zip(eigenvalues, randomMeans).map { abs($0 - $1) }.min() ?? 0
  }

  private init(
    eigenvalues: [Double], draws: [[Double]?], seed: UInt64, caseCount: Int
  ) throws(NumericError) {
    let kept = draws.compactMap { $0 }
    guard kept.count > 1 else { throw .tooFewValues(count: kept.count, required: 2) }
    var (means, percentiles): ([Double], [Double]) = ([], [])
    for index in eigenvalues.indices {
      let values = kept.map { $0[index] }
      means.append(values.reduce(0, +) / Double(values.count))
      percentiles.append(try Quantile(of: values, share: 0.95, type: .seven).value)
    }
    self.eigenvalues = eigenvalues
    (randomMeans, randomPercentiles) = (means, percentiles)
    (drawCount, failedDrawCount) = (kept.count, draws.count - kept.count)
    (self.seed, self.caseCount) = (seed, caseCount)
  }
}

extension ParallelAnalysis {
  /// Compares with samples of independent normal items.
  ///
  /// The cross products of such a sample follow a Wishart distribution, which is drawn directly. For
  /// pairwise counts the samples have the n of the pair with the fewest rows, so that rather too few
  /// components are found.
  ///
  /// - Parameters:
  ///   - correlation: k × k, k ≥ 2, of a known number of persons.
  ///   - draws: the number of random samples, at least 2.
  ///   - seed: the same seed gives the same numbers.
  /// - Throws: `tooFewItems`; `tooFewValues` below 3 persons or 2 draws.
  ///
  /// References: Horn (1965), Psychometrika 30, 179–185, doi:10.1007/BF02289447; Glorfeld (1995),
  /// Educational and Psychological Measurement 55, 377–393, doi:10.1177/0013164495055003002.
  public init(of correlation: CorrelationMatrix, draws: Int, seed: UInt64) throws(NumericError) {
    let (k, n) = (correlation.count, correlation.smallestPairCount)
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    guard n >= 3 else { throw .tooFewValues(count: n, required: 3) }
    var samples: [[Double]?] = []
    for draw in 0..<max(draws, 0) {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      let products = WishartSample(itemCount: k, caseCount: n, &stream).correlations
      samples.append(try SymmetricEigen.values(of: products))
    }
    try self.init(
      eigenvalues: SymmetricEigen.values(of: correlation.matrix), draws: samples, seed: seed,
      caseCount: n)
  }

  /// Compares polychoric correlations with those of the same answers, shuffled within each item.
  ///
  /// - Parameters:
  ///   - items: at least two items over the same rows; rows with a missing answer are left out.
  ///   - emptyCells: what is done about combinations that nobody chose.
  ///   - draws: the number of shuffles, at least 2.
  ///   - seed: the same seed gives the same numbers.
  /// - Throws: what `PolychoricMatrix` throws for the answers as they are; `tooFewValues` where
  ///   fewer than 2 shuffles give a matrix.
  public init(
    polychoricOf items: [ItemCodes], emptyCells: EmptyCellRule, draws: Int, seed: UInt64
  ) throws(NumericError) {
    let complete = ItemCodes.completeCases(items)
    let tally = try PairTally(of: complete, policy: .listwise)
    let observed = try PolychoricMatrix(of: tally, emptyCells: emptyCells)
    var samples: [[Double]?] = []
    for draw in 0..<max(draws, 0) {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      let shuffled = complete.map { $0.shuffled(&stream) }
      let counts = try PairTally(of: shuffled, policy: .listwise)
      let matrix = try? PolychoricMatrix(of: counts, emptyCells: emptyCells)
      if let matrix {
        samples.append(try SymmetricEigen.values(of: matrix.correlations.matrix))
      } else {
        samples.append(nil)
      }
    }
    try self.init(
      eigenvalues: SymmetricEigen.values(of: observed.correlations.matrix), draws: samples,
      seed: seed, caseCount: tally.completeCaseCount)
  }
}
