import NumericCore
import SurveyModel

/// Puts the two sides of every declared multi-select pair next to each other.
struct PairOptionsComparison {
  let context: AnalysisContext

  func run() -> [PairOptionsResult] {
    context.dataset.codebook.pairItems.flatMap { pair -> [PairOptionsResult] in
      guard let first = side(pair.firstID), let second = side(pair.secondID) else { return [] }
      return context.dataset.waves.indices.compactMap { wave in
        compare(pair, first, second, wave: wave)
      }
    }
  }

  private struct Side {
    let responses: FormResponses
    let question: MultiSelectQuestion
    let column: MultiSelectColumn
  }

  private func side(_ id: String) -> Side? {
    for responses in context.dataset.forms {
      if let question = responses.form.multiSelect(id), let column = responses.multiSelects[id] {
        return Side(responses: responses, question: question, column: column)
      }
    }
    return nil
  }

  private struct Ticks {
    let person: Int32
    /// Nil where nothing is ticked.
    let ticked: UInt64?
  }

  /// Each pair's ticks on one side; rows that were not shown the question are left out.
  private func ticks(_ side: Side, wave: Int) -> [Int32: Ticks] {
    var result: [Int32: Ticks] = [:]
    for row in side.responses.rows(inWave: wave) {
      let state = side.column.states[Int(row)]
      guard let pair = side.responses.pairs?[Int(row)], pair >= 0, result[pair] == nil,
        state == .answered || state == .nothingTicked || state == .brokenOff
      else { continue }
      result[pair] = Ticks(
        person: side.responses.persons[Int(row)],
        ticked: state == .answered ? side.column.ticks[Int(row)] : nil)
    }
    return result
  }

  private func isShown(_ side: Side, wave: Int) -> Bool {
    side.responses.rows(inWave: wave).contains { side.column.states[Int($0)] != .notShown }
  }

  private func compare(
    _ pair: PairItem, _ first: Side, _ second: Side, wave: Int
  ) -> PairOptionsResult? {
    let left = ticks(first, wave: wave)
    let right = ticks(second, wave: wave)
    guard isShown(first, wave: wave), isShown(second, wave: wave) else { return nil }
    let linked = left.keys.filter { right[$0] != nil }.sorted()
    let answered = linked.filter { left[$0]?.ticked != nil && right[$0]?.ticked != nil }
    let firsts = answered.compactMap { left[$0] }
    let seconds = answered.compactMap { right[$0] }
    let content: Disclosed<PairOptionsDetail>
    if answered.isEmpty {
      content = .undefined(.noAnswers)
    } else {
      do throws(NumericError) {
        content = .full(
          try detail(
            firsts.compactMap(\.ticked), seconds.compactMap(\.ticked),
            optionCount: first.question.options.count))
      } catch {
        content = .undefined(.numeric(error))
      }
    }
    return PairOptionsResult(
      id: pair.id, label: pair.label, kind: pair.kind, options: first.question.options, wave: wave,
      base: PairBase(firsts: firsts.map(\.person), seconds: seconds.map(\.person)),
      excludedCount: linked.count - answered.count, content: content)
  }

  private func detail(
    _ first: [UInt64], _ second: [UInt64], optionCount: Int
  ) throws(NumericError) -> PairOptionsDetail {
    var options: [PairOption] = []
    let total = first.count
    for index in 0..<optionCount {
      let bit = UInt64(1) << UInt64(index)
      func proportion(_ ticks: [UInt64]) throws(NumericError) -> Proportion {
        try Proportion(successCount: ticks.count { $0 & bit != 0 }, totalCount: total)
      }
      options.append(
        PairOption(
          first: try proportion(first), second: try proportion(second),
          both: try proportion(zip(first, second).map { $0 & $1 })))
    }
    return PairOptionsDetail(options: options)
  }
}
