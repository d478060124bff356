import SurveyAnalysis
import SurveyModel

/// The difference between the two sides of a pair where both rate the same thing.
struct PairGap {
  let id: String
  let label: String
  private let first: Side
  private let second: Side
  private let dataset: SurveyDataset

  /// One form's part.
  private struct Side {
    let form: Int
    let items: [Item]
    /// How a score is made; nil where the one item's code is meant.
    let scoring: ScoringRule?
  }

  /// Those that the codebook declares.
  static func all(in dataset: SurveyDataset) -> [PairGap] {
    let items = dataset.codebook.pairItems.compactMap { pair -> PairGap? in
      guard pair.kind == .sameTarget, let first = owner(of: pair.firstID, in: dataset),
        let second = owner(of: pair.secondID, in: dataset),
        first.item.responseScale.kind != .nominal
      else { return nil }
      return PairGap(
        id: pair.id, label: pair.label,
        first: Side(form: first.form, items: [first.item], scoring: nil),
        second: Side(form: second.form, items: [second.item], scoring: nil), dataset: dataset)
    }
    let scales = dataset.codebook.pairScales.compactMap { pair -> PairGap? in
      guard pair.kind == .sameTarget,
        let first = pair.first.first.flatMap({ owner(of: $0.id, in: dataset) }),
        let second = pair.second.first.flatMap({ owner(of: $0.id, in: dataset) })
      else { return nil }
      return PairGap(
        id: pair.id, label: pair.name,
        first: Side(form: first.form, items: pair.first, scoring: pair.scoring),
        second: Side(form: second.form, items: pair.second, scoring: pair.scoring),
        dataset: dataset)
    }
    return items + scales
  }

  private static func owner(
    of id: String, in dataset: SurveyDataset
  ) -> (form: Int, item: Item)? {
    for (index, responses) in dataset.forms.enumerated() {
      if let item = responses.form.item(id) { return (index, item) }
    }
    return nil
  }

  /// The difference for each row of the table; nil where a side has no value.
  func values(for rows: PairRows) -> [Double?] {
    let left = values(of: first)
    let right = values(of: second)
    let waveCount = dataset.waves.count
    return zip(rows.pairs, rows.waves).map { pair, wave in
      let place = Int(pair) * waveCount + Int(wave)
      guard let one = left[place], let other = right[place] else { return nil }
      return one - other
    }
  }

  /// Each pair's first value on one side, by pair and wave, as in the report.
  private func values(of side: Side) -> [Double?] {
    let responses = dataset.forms[side.form]
    let scores = scores(of: side, in: responses)
    let waveCount = dataset.waves.count
    var values = [Double?](repeating: nil, count: dataset.pairCount * waveCount)
    for (row, pair) in (responses.pairs ?? []).enumerated() where pair >= 0 {
      let place = Int(pair) * waveCount + Int(responses.waves[row])
      if values[place] == nil { values[place] = scores[row] }
    }
    return values
  }

  private func scores(of side: Side, in responses: FormResponses) -> [Double?] {
    if let rule = side.scoring {
      let rows = (0..<Int32(responses.rowCount)).map { $0 }
      return ScaleScores(of: side.items, rule: rule, in: responses, rows: rows).scores
    }
    let codes = side.items[0].responseScale.codes.map(Double.init)
    guard let column = responses.items[side.items[0].id] else {
      return [Double?](repeating: nil, count: responses.rowCount)
    }
    return column.cells.map { $0 < CodedColumn.firstMissing ? codes[Int($0)] : nil }
  }
}
