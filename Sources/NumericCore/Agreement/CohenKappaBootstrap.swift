extension BootstrapDistribution {
  /// Resamples the units that two raters rated and computes kappa in each resample.
  ///
  /// A unit is one of the table's cells, so that a resample is a table of counts.
  ///
  /// - Parameters:
  ///   - table: the first rater's categories in rows, the second's in columns.
  ///   - weights: how much different categories still agree.
  ///   - options: number of resamples, seed and threads.
  /// - Throws: as `CohenKappa`; `tooFewValues` when kappa is undefined in more than a tenth of the
  ///   resamples.
  ///
  /// Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6.
  /// Checked against the asymptotic standard error, within the error of simulation.
  public init(
    ofKappaOf table: ContingencyTable, weights: AgreementWeights, options: BootstrapOptions
  ) throws(NumericError) {
    let kappa = try CohenKappa(of: table, weights: weights)
    let codes = Set(table.rowCodes + table.columnCodes).sorted().filter { code in
      table.rowTally.count(of: code) + table.columnTally.count(of: code) > 0
    }
    let q = codes.count
    var fields = RowFields(rowCount: kappa.count, fieldCount: q * q)
    var unit = 0
    for (cell, pair) in codes.flatMap({ row in codes.map { (row, $0) } }).enumerated() {
      for _ in 0..<table.count(of: pair.0, and: pair.1) {
        fields[unit, cell] = 1
        unit += 1
      }
    }
    let matrix = weights.matrix(codes.map(Double.init))
    let statistic: @Sendable ([Double]) -> Double = { counts in
      let n = counts.reduce(0, +)
      let shares = (0..<q).map { row in counts[row * q..<(row + 1) * q].map { $0 / n } }
      let parts = WeightedAgreement(shares, matrix)
      return parts.chance < 1 - 1e-12 ? parts.kappa : .nan
    }
    try self.init(
      estimate: kappa.kappa, replicates: Resampler(fields).replicates(options, statistic),
      leaveOneOut: Resampler.leaveOneOut(fields, statistic), caseCount: kappa.count,
      options: options)
  }
}
