import NumericCore
import SurveyAnalysis
import SurveyModel

/// A statistic of an item or a scale over some responses, by the way of the report.
struct ResponseStatistic {
  let call: StatisticCall
  let target: ResponseTarget
  /// Rows of the target's form, ascending, each once.
  let rows: [Int32]
  let study: StudyRows

  private var responses: FormResponses { study.dataset.forms[target.formIndex] }

  /// The statistic, or an end of its interval.
  func outcome() throws(QueryError) -> Outcome {
    switch (call.statistic, target.content) {
    case (.registered(let definition, let output), _) where definition.input == .share:
      return share(definition, output) { $0.agree }
    case (.topBoxes, _): return share(Proportion.definition, "proportion") { $0.agree }
    case (.favourable, _): return share(Proportion.definition, "proportion") { $0.good }
    case (.registered(let definition, let output), .scale(let scale))
    where ArgumentForm(of: definition.input) == .items:
      return ofItems(of: scale, definition, output)
    case (.registered(let definition, let output), .scale(let scale))
    where definition.input == .subscales:
      return ofSubscales(of: scale, definition, output)
    case (.registered(let definition, let output), _):
      return ofColumn(definition, output)
    case (.quantile, _):
      guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
      return Outcome { () throws(NumericError) in
        .number(try column().numbers.quantile(call.parameter ?? .nan))
      }
    case (.pearson, _), (.spearman, _), (.weightedMean, _):
      throw QueryError(
        "`\(call.name)` takes two columns; write \(call.statistic.form.usage(of: call.name))")
    }
  }

  // MARK: One column

  /// The numbers of the target, and the rows that they are of.
  private struct Column {
    let numbers: ColumnNumbers
    /// The numbers again, in the order of the rows.
    let values: [Double]
    let rows: [Int32]
  }

  private func column() throws(NumericError) -> Column {
    switch target.content {
    case .item(let item):
      let rows = answered(item)
      let codes = try ResponseMatrix(responses, items: [item], rows: rows).codes(of: item)
      return Column(
        numbers: .tally(ItemTally(of: codes)),
        values: (0..<codes.rowCount).compactMap { codes[$0].map(Double.init) }, rows: rows)
    case .scale(let scale):
      let scores = scores(of: scale).scores
      let counted =
        scale.isAboutPerson(in: responses.form)
        ? PersonRows.places(of: rows, in: responses) { scores[$0] != nil } : Array(rows.indices)
      let scored = counted.map { (rows[$0], scores[$0]) }.filter { $0.1 != nil }
      let values = scored.compactMap(\.1)
      return Column(numbers: .values(values), values: values, rows: scored.map(\.0))
    }
  }

  private func scores(of scale: Scale) -> ScaleScores {
    switch scale.content {
    case .items(let items):
      ScaleScores(of: items, rule: scale.scoring, in: responses, rows: rows)
    case .subscales(let ids):
      ScaleScores(
        of: ids.compactMap(responses.form.scale).map { scores(of: $0) }, rule: scale.scoring)
    }
  }

  private func ofColumn(_ definition: StatisticDefinition, _ output: String) -> Outcome {
    Outcome { () throws(NumericError) in
      let column = try column()
      guard call.purpose != .value else {
        return RegisteredValue(definition, output, call) { column.numbers.input }.outcome
      }
      let value = try definition.compute(column.numbers.input, level: call.level)
        .first { $0.name == output }
      let base = study.base(of: column.rows, ofForm: target.formIndex)
      if base.isIndependent {
        return IntervalEnds { () throws(NumericError) in value?.interval }.outcome(call.purpose)
      }
      guard definition.id == "mean" else {
        let reason = value?.interval == nil ? nil : base.intervalAbsence?.words
        return (reason.map { .absent($0) } ?? IntervalEnds.none).outcome(call.purpose)
      }
      return clustered(column).outcome(call.purpose)
    }
  }

  /// The interval of a mean of rows that share persons or partners.
  private func clustered(_ column: Column) -> IntervalEnds {
    guard let clusters = study.clusters(of: column.rows, ofForm: target.formIndex) else {
      return .absent(IntervalAbsence.unknownPersons.words)
    }
    return IntervalEnds { () throws(NumericError) in
      try ClusteredMean(of: column.values, clusters: clusters)
        .interval(level: call.level)
    }
  }

  /// The rows in which an item is answered; of an item about the person one row a person and wave,
  /// the first that is answered.
  private func answered(_ item: Item) -> [Int32] {
    let cells = responses.items[item.id]?.cells ?? []
    guard !cells.isEmpty else { return [] }
    let answered = rows.filter { cells[Int($0)] < CodedColumn.firstMissing }
    guard item.level == .person else { return answered }
    return PersonRows.rows(of: answered, in: responses) { _ in true }
  }

  // MARK: A share

  private func share(
    _ definition: StatisticDefinition, _ output: String, _ places: (AnswerSides) -> Range<Int>
  ) -> Outcome {
    guard case .item(let item) = target.content else {
      return .undefined("a share is of one question; name an item")
    }
    let rows = answered(item)
    let base = study.base(of: rows, ofForm: target.formIndex)
    if call.purpose != .value, let absence = base.intervalAbsence {
      return .undefined(absence.words)
    }
    return RegisteredValue(definition, output, call) { () throws(NumericError) in
      let codes = try ResponseMatrix(responses, items: [item], rows: rows).codes(of: item)
      let tally = ItemTally(of: codes)
      let count = tally.counts[places(AnswerSides(item, in: study.dataset.codebook))].reduce(0, +)
      return .share(try Proportion(successCount: count, totalCount: tally.validCount))
    }.outcome
  }

  // MARK: A scale

  private func ofItems(
    of scale: Scale, _ definition: StatisticDefinition, _ output: String
  ) -> Outcome {
    Outcome { () throws(NumericError) in
      let shown = shownRows(scale.items, of: scale)
      let used = call.policy == .listwise ? shown.completeRows : shown.rows
      let base = study.base(of: used, ofForm: target.formIndex)
      let codes = try shown.keyedCodes()
      return ScaleStatistic(
        definition: definition, output: output, purpose: call.purpose, answers: .codes(codes),
        policy: call.policy, level: call.level, isIndependent: base.isIndependent,
        itemNames: scale.items.map(\.id)
      ) { () throws(NumericError) in
        try ScaleConsistency(
          items: scale.items, codes: codes, policy: call.policy,
          level: call.level, base: base,
          dependence: base.isIndependent ? .independent : dependence(shown), kind: scale.kind,
          score: scale.scoring.method, asked: [definition]
        ).detail
      }.outcome
    }
  }

  private func dependence(_ shown: ResponseMatrix) -> ScaleRows.Dependence {
    study.clusters(of: shown.rows, ofForm: target.formIndex).map { .groups($0) } ?? .unknown
  }

  private func shownRows(_ items: [Item], of scale: Scale) -> ResponseMatrix {
    ResponseMatrix(responses, items: items, rows: rows)
      .ofPersons(where: scale.isAboutPerson(in: responses.form)).administered
  }

  private func ofSubscales(
    of scale: Scale, _ definition: StatisticDefinition, _ output: String
  ) -> Outcome {
    let parts = scale.subscaleIDs.compactMap(responses.form.scale).map { items(of: $0) }
    var positions: [[Int]] = []
    for part in parts {
      let start = positions.joined().count
      positions.append(Array(start..<start + part.count))
    }
    guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
    return RegisteredValue(definition, output, call) { () throws(NumericError) in
      let codes = try shownRows(parts.flatMap(\.self), of: scale).keyedCodes()
      return .subscales(
        try CovarianceMatrix(of: PairTally(of: codes, policy: call.policy)), positions)
    }.outcome
  }

  private func items(of scale: Scale) -> [Item] {
    scale.items + scale.subscaleIDs.compactMap(responses.form.scale).flatMap { items(of: $0) }
  }
}
