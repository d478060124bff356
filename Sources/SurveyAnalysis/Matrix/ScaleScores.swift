package import SurveyModel

/// One score a row, by the codebook's rule; nil where too few items are answered.
package struct ScaleScores: Hashable, Sendable {
  /// The scores of the rows asked for, in their order.
  package let scores: [Double?]
  /// Whether each of those rows was asked any item of the scale; an item after a break-off was.
  package let isAdministered: [Bool]

  /// How many of those rows were asked any item of the scale.
  package var administeredCount: Int { isAdministered.count { $0 } }

  /// Scores a list of items.
  ///
  /// score = sum of keyed codes ÷ number answered (for a sum: times the number administered),
  /// where at least the rule's number of the items *administered* in the row is answered.
  ///
  /// - Parameters:
  ///   - items: keyed by each item's own response scale.
  ///   - rows: positions in `responses`.
  package init(
    of items: [Item], rule: ScoringRule, in responses: FormResponses, rows: [Int32]
  ) {
    let columns = items.map { KeyedColumn($0, in: responses) }
    var isAdministered: [Bool] = []
    isAdministered.reserveCapacity(rows.count)
    scores = rows.map { row in
      var sum = 0
      var answered = 0
      var shown = 0
      for column in columns {
        let cell =
          column.cells.isEmpty ? MissingReason.notAdministered.cell : column.cells[Int(row)]
        if cell < CodedColumn.firstMissing {
          sum += column.codes[Int(cell)]
          answered += 1
          shown += 1
        } else if cell != MissingReason.notAdministered.cell {
          shown += 1
        }
      }
      isAdministered.append(shown > 0)
      guard answered > 0, answered >= rule.requiredCount(administered: shown) else { return nil }
      let mean = Double(sum) / Double(answered)
      return rule.method == .mean ? mean : answered == shown ? Double(sum) : mean * Double(shown)
    }
    self.isAdministered = isAdministered
  }

  /// Scores a scale made of subscales: the mean of their scores (for a sum: times the number
  /// administered), where as many of the subscales *administered* in the row have a score as the
  /// rule asks for.
  package init(of parts: [ScaleScores], rule: ScoringRule) {
    let count = parts.first?.scores.count ?? 0
    scores = (0..<count).map { row in
      let values = parts.compactMap { $0.scores[row] }
      let shown = parts.count { $0.isAdministered[row] }
      guard !values.isEmpty, values.count >= rule.requiredCount(administered: shown) else {
        return nil
      }
      let sum = values.reduce(0, +)
      if rule.method == .sum, values.count == shown { return sum }
      let mean = sum / Double(values.count)
      return rule.method == .mean ? mean : mean * Double(shown)
    }
    isAdministered = (0..<count).map { row in parts.contains { $0.isAdministered[row] } }
  }

  private struct KeyedColumn {
    let cells: [UInt8]
    let codes: [Int]

    init(_ item: Item, in responses: FormResponses) {
      cells = responses.items[item.id]?.cells ?? []
      let scale = item.responseScale
      if item.isReverseKeyed, let limits = scale.limits {
        codes = scale.codes.map { limits.lowerBound + limits.upperBound - $0 }
      } else {
        codes = scale.codes
      }
    }
  }
}
