package import NumericCore
package import SurveyModel

/// Analyses of columns that have no codebook: every row is taken as a person of its own.
package struct BareAnalysis {
  /// The columns, in order.
  package let columns: [Column]
  /// Confidence level of every interval, 0–1.
  package let confidenceLevel: Double

  /// One column of numbers.
  package struct Column: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// The number of each row, nil where it is missing.
    package let values: [Double?]
    /// Whether it is to be turned round.
    package let keying: Keying

    /// A column.
    package init(name: String, values: [Double?], keying: Keying = .forward) {
      self.name = name
      self.values = values
      self.keying = keying
    }
  }

  /// An analysis of some columns.
  package init(columns: [Column], confidenceLevel: Double) {
    self.columns = columns
    self.confidenceLevel = confidenceLevel
  }

  /// One column described.
  package struct ColumnDescription: Hashable, Sendable {
    /// The column's name.
    package let name: String
    /// Rows without a number.
    package let missingCount: Int
    /// Its description, or why there is none.
    package let description: Result<Description, NumericError>
    /// Interval of the mean.
    package let meanInterval: IntervalOutcome?
  }

  /// Describes every column as it stands.
  package func describe() -> [ColumnDescription] {
    columns.map { column in
      let values = column.values.compactMap(\.self)
      let missing = column.values.count - values.count
      do throws(NumericError) {
        let description = try Description(of: values)
        let level = confidenceLevel
        return ColumnDescription(
          name: column.name, missingCount: missing, description: .success(description),
          meanInterval: IntervalOutcome(for: base(values.count)) { () throws(NumericError) in
            try description.meanInterval(level: level)
          })
      } catch {
        return ColumnDescription(
          name: column.name, missingCount: missing, description: .failure(error),
          meanInterval: nil)
      }
    }
  }

  /// Looks at the internal consistency of the columns as one scale.
  ///
  /// - Parameters:
  ///   - limits: lowest and highest answer; needed where a column is reversed.
  ///   - asked: further statistics of items.
  ///   - group: the number of the group that the rows are, for results of several.
  /// - Returns: the coefficients, and columns that look un-reversed as findings.
  package func reliability(
    policy: MissingDataPolicy, limits: ClosedRange<Double>?, asked: [StatisticDefinition],
    group: Int = 0
  ) -> (result: ReliabilityResult, findings: [Finding]) {
    let location = SourceLocation(file: "")
    let items = columns.map { column in
      Item(
        id: column.name, stem: column.name,
        responseScale: ResponseScale(id: "", kind: .numeric, options: []), keying: column.keying,
        location: location)
    }
    let keyed = columns.map { column -> [Double?] in
      guard column.keying == .reverse, let limits else { return column.values }
      return column.values.map { $0.map { limits.lowerBound + limits.upperBound - $0 } }
    }
    let scale = Scale(
      id: "items", name: "These items", formID: "", content: .items(items), location: location)
    let used = usedCount(keyed, policy: policy)
    func result(_ content: Disclosed<ReliabilityDetail>) -> ReliabilityResult {
      ReliabilityResult(
        scale: scale, wave: group, base: base(used), weakestBase: base(used), content: content)
    }
    do throws(NumericError) {
      let shown = rowsWithAnAnswer(keyed)
      let consistency = try consistency(
        of: shown, items, policy: policy, base: base(used), asked: asked)
      return (result(.full(consistency.detail)), unreversed(consistency.unreversedItems))
    } catch {
      return (result(.undefined(.numeric(error))), [])
    }
  }

  private func unreversed(_ items: [Item]) -> [Finding] {
    guard !items.isEmpty else { return [] }
    let message = WrongKeys.message(
      items, others: "the other items", forward: "--reverse",
      turned: " although --reverse turns it round, and may be worded like them")
    return [
      Finding(
        .unreversedItem, subject: items[0].id, count: items.count,
        "\(message); nothing else was changed, so compare the wording"
      )
    ]
  }

  /// Whole numbers are counted exactly; anything else goes through floating point.
  private func consistency(
    of columns: [[Double?]], _ items: [Item], policy: MissingDataPolicy, base: Base,
    asked: [StatisticDefinition]
  ) throws(NumericError) -> ScaleConsistency {
    if let codes = codes(columns) {
      return try ScaleConsistency(
        items: items, codes: codes, policy: policy, level: confidenceLevel, base: base,
        dependence: .independent, kind: .reflective, score: .mean, asked: asked)
    }
    let covariance = try CovarianceMatrix(columns: columns, policy: policy)
    let skewed = zip(items, columns).filter { _, values in
      let known = values.compactMap(\.self)
      return abs((try? Description(of: known))?.skewness.type2 ?? 0) > 1
    }.map(\.0.id)
    return try ScaleConsistency(
      items: items, covariance: covariance, tally: nil, skewedItemIDs: skewed,
      rowCount: columns.first?.count ?? 0,
      rows: ScaleRows(.numbers(columns), policy: policy, dependence: .independent), policy: policy,
      level: confidenceLevel, base: base,
      kind: .reflective, score: .mean, asked: asked)
  }

  private func codes(_ columns: [[Double?]]) -> [ItemCodes]? {
    var result: [ItemCodes] = []
    for values in columns {
      var answers: [Int?] = []
      answers.reserveCapacity(values.count)
      for value in values {
        guard let value else {
          answers.append(nil)
          continue
        }
        guard value == value.rounded(), abs(value) <= Double(ItemCodes.largestCode) else {
          return nil
        }
        answers.append(Int(value))
      }
      guard let codes = try? ItemCodes(answers: answers) else { return nil }
      result.append(codes)
    }
    return result
  }

  /// Rows without any answer belong to nobody who was shown the items.
  private func rowsWithAnAnswer(_ columns: [[Double?]]) -> [[Double?]] {
    guard let count = columns.first?.count else { return columns }
    let rows = (0..<count).filter { row in columns.contains { $0[row] != nil } }
    return rows.count == count ? columns : columns.map { values in rows.map { values[$0] } }
  }

  private func usedCount(_ columns: [[Double?]], policy: MissingDataPolicy) -> Int {
    guard let count = columns.first?.count else { return 0 }
    return (0..<count).count { row in
      switch policy {
      case .listwise: columns.allSatisfy { $0[row] != nil }
      case .pairwise: columns.contains { $0[row] != nil }
      }
    }
  }

  private func base(_ count: Int) -> Base {
    Base(
      rowCount: count, personCount: count, partnerCount: nil, largestShare: 0,
      repeatsPersons: false, repeatsPartners: false)
  }
}
