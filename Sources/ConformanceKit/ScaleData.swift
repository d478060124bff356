import NumericCore

/// The keyed answers of one scale: as numbers, and as codes where the scale has limits.
struct ScaleData {
  let names: [String]
  let limits: ClosedRange<Int>?
  let columns: [[Double?]]
  let codes: [ItemCodes]?

  init(_ scale: ScaleSpecification, in table: CSVTable) throws {
    let rows = try scale.filter?.rows(of: table)
    let raw = try scale.items.map { name in
      let column = try table.numbers(name)
      return rows.map { rows in rows.map { column[$0] } } ?? column
    }
    names = scale.items
    limits = scale.limits
    guard let limits = scale.limits else {
      columns = raw
      codes = nil
      return
    }
    let items = try raw.compactMap { try itemCodes($0) }
    let isReversed = scale.items.map(scale.reversed.contains)
    let sum = Double(limits.lowerBound + limits.upperBound)
    columns = zip(raw, isReversed).map { column, isReversed in
      isReversed ? column.map { $0.map { sum - $0 } } : column
    }
    codes =
      items.count < raw.count
      ? nil : zip(items, isReversed).map { $1 ? $0.reversed(within: limits) : $0 }
  }

  private init(_ whole: ScaleData, rows: [Int]) throws {
    names = whole.names
    limits = whole.limits
    columns = whole.columns.map { column in rows.map { column[$0] } }
    codes = try whole.codes.map { codes in
      try codes.map { item in
        try ItemCodes(codes: item.codes, indexes: rows.map { item.indexes[$0] })
      }
    }
  }

  /// The rows without a missing answer.
  func completeCases() throws -> ScaleData {
    let rows = columns[0].indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    return try ScaleData(self, rows: rows)
  }

  func covariance(_ policy: MissingDataPolicy) throws -> CovarianceMatrix {
    if let codes { return try CovarianceMatrix(of: PairTally(of: codes, policy: policy)) }
    return try CovarianceMatrix(columns: columns, policy: policy)
  }

  func means(minimumAnswered: Int) throws -> [Double?] {
    if let codes { return try ScaleScoring.means(of: codes, minimumAnswered: minimumAnswered) }
    return try ScaleScoring.means(of: columns, minimumAnswered: minimumAnswered)
  }
}
