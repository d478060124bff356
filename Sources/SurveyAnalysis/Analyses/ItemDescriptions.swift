import NumericCore
import SurveyModel

/// Describes the answers to every item, by form and wave.
struct ItemDescriptions {
  let context: AnalysisContext

  func run() -> [ItemResult] {
    context.forEachWave { responses, wave, rows in
      responses.form.items.map { describe($0, in: responses, wave: wave, rows: rows) }
    }
  }

  private func describe(
    _ item: Item, in responses: FormResponses, wave: Int, rows: [Int32]
  ) -> ItemResult {
    let column = responses.items[item.id] ?? CodedColumn(cells: [])
    let rows =
      item.level == .person
      ? PersonRows.rows(of: rows, in: responses) { column.cells[$0] < CodedColumn.firstMissing }
      : rows
    let answered = rows.filter { column.cells[Int($0)] < CodedColumn.firstMissing }
    let base = context.links.base(of: answered, in: responses)
    let missing = column.missingCounts(rows: rows)
    let content: Disclosed<ItemDetail>
    var unanswering: Base?
    if answered.isEmpty {
      let shown = rows.filter { column.cells[Int($0)] != MissingReason.notAdministered.cell }
      content = .undefined(shown.isEmpty ? .notAdministered : .noAnswers)
      if !shown.isEmpty { unanswering = context.links.base(of: shown, in: responses) }
    } else {
      do throws(NumericError) {
        content = .full(try detail(of: item, in: responses, wave: wave, rows: answered, base: base))
      } catch {
        content = .undefined(.numeric(error))
      }
    }
    return ItemResult(
      item: item, formID: responses.form.id, wave: wave, base: base, unanswering: unanswering,
      missing: missing, content: content)
  }

  private func detail(
    of item: Item, in responses: FormResponses, wave: Int, rows: [Int32], base: Base
  ) throws(NumericError) -> ItemDetail {
    let codes = try ResponseMatrix(responses, items: [item], rows: rows).codes(of: item)
    let tally = ItemTally(of: codes)
    let total = tally.validCount
    guard item.responseScale.kind != .nominal else {
      return ItemDetail(
        tally: tally, description: nil, meanInterval: nil, agree: nil, favourable: nil, bands: nil,
        floorRate: nil, ceilingRate: nil)
    }
    let floor = Double(tally.counts.first ?? 0) / Double(total)
    let ceiling = Double(tally.counts.last ?? 0) / Double(total)
    let description = try Description(of: tally)
    let values =
      base.isIndependent ? [] : (0..<codes.rowCount).compactMap { codes[$0].map(Double.init) }
    let interval = context.meanInterval(
      description, of: values, rows: rows, base: base, in: responses, wave: wave)
    let sides = AnswerSides(item, in: context.dataset.codebook)
    let hasSides = item.responseScale.hasAnswerSides
    return ItemDetail(
      tally: tally, description: description, meanInterval: interval,
      agree: try hasSides ? share(of: tally, sides.agree, base) : nil,
      favourable: try hasSides ? share(of: tally, sides.good, base) : nil,
      bands: sides.bands(of: tally, mean: description.mean), floorRate: floor, ceilingRate: ceiling)
  }

  private func share(
    of tally: ItemTally, _ places: Range<Int>, _ base: Base
  ) throws(NumericError) -> ShareResult {
    let count = tally.counts[places].reduce(0, +)
    let proportion = try Proportion(successCount: count, totalCount: tally.validCount)
    let level = context.confidenceLevel
    let interval = IntervalOutcome(for: base) { () throws(NumericError) in
      try proportion.wilson(level: level)
    }
    return ShareResult(proportion: proportion, interval: interval)
  }
}

/// Notices items that nobody was shown, and items that everyone answers alike.
struct ItemAudit {
  let items: [ItemResult]
  let dataset: SurveyDataset

  var findings: [Finding] {
    items.compactMap { result in
      let wave = dataset.waves[result.wave].label
      let place = wave.isEmpty ? "" : " in wave `\(wave)`"
      switch result.content {
      case .undefined(.notAdministered) where isExpected(result, wave: dataset.waves[result.wave]):
        return Finding(
          .itemNotShown, subject: result.item.id,
          "nobody was shown item `\(result.item.id)`\(place); check `ask_if` or remove it from the form"
        )
      case .undefined(.noAnswers):
        return Finding(
          .itemNotShown, subject: result.item.id,
          "nobody answered item `\(result.item.id)`\(place); check its column, and that it was shown"
        )
      case .full(let detail)
      where result.base.personCount >= 5 && detail.tally.counts.contains(detail.tally.validCount):
        return Finding(
          .constantItem, subject: result.item.id,
          "everyone gives item `\(result.item.id)` the same answer\(place); it can't tell respondents apart"
        )
      default: return nil
      }
    }
  }

  private func isExpected(_ result: ItemResult, wave: Wave) -> Bool {
    result.item.askedIn?.contains(wave.id) ?? true
  }
}
