/// The rows of a scale, from which resamples are drawn.
///
/// With `listwise` the rows without a missing answer are drawn from; with `pairwise` all rows are, and
/// each resample has its own number of rows for each pair of items.
public struct ItemRows: Hashable, Sendable {
  /// Number of items, k.
  public let itemCount: Int
  /// Number of rows that are drawn from.
  public let rowCount: Int
  /// Number of rows, or of groups of rows that are drawn together.
  public let caseCount: Int
  /// The rule by which rows with missing answers are used.
  public let policy: MissingDataPolicy
  /// The answers of each item, less a number that keeps them small; covariances do not see it.
  private let columns: [[Double?]]
  /// For each row the group that it belongs to, where rows are drawn in groups.
  private let groups: [Int]?

  /// The smallest number of groups whose bootstrap intervals are worth having.
  public static let smallestGroupCount = 40

  /// Takes coded answers.
  ///
  /// - Parameters:
  ///   - items: at least one item, keyed in one direction, all of the same rows.
  ///   - policy: how rows with missing answers are used.
  ///   - groups: for each row a number that rows of one person or mentor share; rows of a group are
  ///     drawn together. `nil` where every row is independent.
  /// - Throws: `tooFewItems` when there is none; `unequalLengths`; `tooFewValues` when fewer than 2
  ///   rows are left, or fewer than 40 groups.
  public init(of items: [ItemCodes], policy: MissingDataPolicy, groups: [Int]? = nil)
    throws(NumericError)
  {
    let columns = items.map { item in
      (0..<item.rowCount).map { item[$0].map { Double($0 - (item.codes.first ?? 0)) } }
    }
    try self.init(shifted: columns, policy: policy, groups: groups)
  }

  /// Takes columns of numbers.
  ///
  /// - Parameters:
  ///   - columns: at least one, keyed in one direction, all of the same rows; `nil` is missing.
  ///   - policy: how rows with missing answers are used.
  ///   - groups: as for coded answers.
  /// - Throws: as for coded answers; `notANumber`.
  public init(columns: [[Double?]], policy: MissingDataPolicy, groups: [Int]? = nil)
    throws(NumericError)
  {
    for column in columns {
      for case let value? in column where !value.isFinite { throw .notANumber }
    }
    let shifted = columns.map { column in
      let base = column.lazy.compactMap { $0 }.min() ?? 0
      return column.map { $0.map { $0 - base } }
    }
    try self.init(shifted: shifted, policy: policy, groups: groups)
  }

  private init(shifted: [[Double?]], policy: MissingDataPolicy, groups: [Int]?)
    throws(NumericError)
  {
    guard let first = shifted.first else { throw .tooFewItems(count: 0, required: 1) }
    for length in shifted.map(\.count) + [groups?.count ?? first.count]
    where length != first.count {
      throw .unequalLengths(first: first.count, second: length)
    }
    let kept =
      policy == .pairwise
      ? Array(first.indices)
      : first.indices.filter { row in shifted.allSatisfy { $0[row] != nil } }
    guard kept.count >= 2 else { throw .tooFewValues(count: kept.count, required: 2) }
    columns = shifted.map { column in kept.map { column[$0] } }
    let keptGroups = groups.map { groups in kept.map { groups[$0] } }
    let names = Set(keptGroups ?? []).sorted()
    if groups != nil, names.count < ItemRows.smallestGroupCount {
      throw .tooFewValues(count: names.count, required: ItemRows.smallestGroupCount)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    self.groups = keptGroups.map { $0.map { places[$0] ?? 0 } }
    itemCount = shifted.count
    rowCount = kept.count
    caseCount = groups == nil ? kept.count : names.count
    self.policy = policy
  }
}

// MARK: Fields

extension ItemRows {
  /// Count, sum of each item, sum of all squares, square of the row's total: enough for alpha.
  func alphaFields() -> RowFields {
    var fields = RowFields(rowCount: rowCount, fieldCount: itemCount + 3)
    for row in 0..<rowCount {
      var total = 0.0
      fields[row, 0] = 1
      for item in 0..<itemCount {
        guard let value = columns[item][row] else { continue }
        fields[row, 1 + item] = value
        fields[row, itemCount + 1] += value * value
        total += value
      }
      fields[row, itemCount + 2] = total * total
    }
    return inGroups(fields)
  }

  /// What the covariances of complete rows need: count, sums, products of each pair, itself included.
  func completeFields() -> RowFields {
    let pairs = itemCount * (itemCount + 1) / 2
    var fields = RowFields(rowCount: rowCount, fieldCount: 1 + itemCount + pairs)
    for row in 0..<rowCount {
      fields[row, 0] = 1
      var field = 1 + itemCount
      for first in 0..<itemCount {
        let value = columns[first][row] ?? 0
        fields[row, 1 + first] = value
        for second in first..<itemCount {
          fields[row, field] = value * (columns[second][row] ?? 0)
          field += 1
        }
      }
    }
    return inGroups(fields)
  }

  /// The same for each pair over its own rows: count, both sums, product.
  func pairwiseFields() -> RowFields {
    var fields = RowFields(
      rowCount: rowCount, fieldCount: 4 * (itemCount * (itemCount + 1) / 2))
    for row in 0..<rowCount {
      var field = 0
      for first in 0..<itemCount {
        for second in first..<itemCount {
          if let one = columns[first][row], let other = columns[second][row] {
            fields[row, field] = 1
            fields[row, field + 1] = one
            fields[row, field + 2] = other
            fields[row, field + 3] = one * other
          }
          field += 4
        }
      }
    }
    return inGroups(fields)
  }

  private func inGroups(_ fields: RowFields) -> RowFields {
    groups.map { fields.grouped($0, groupCount: caseCount) } ?? fields
  }
}
