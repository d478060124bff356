import NumericCore
import SurveyModel

/// Counts the ticks of every multi-select question, by form and wave.
struct MultiSelectCounts {
  let context: AnalysisContext

  func run() -> [MultiSelectResult] {
    context.forEachWave { responses, wave, rows in
      responses.form.multiSelects.compactMap { question in
        responses.multiSelects[question.id].map {
          count(question, $0, in: responses, wave: wave, rows: rows)
        }
      }
    }
  }

  private func count(
    _ question: MultiSelectQuestion, _ column: MultiSelectColumn, in responses: FormResponses,
    wave: Int, rows: [Int32]
  ) -> MultiSelectResult {
    let answered = rows.filter { column.states[Int($0)] == .answered }
    let base = context.links.base(of: answered, in: responses)
    func rowCount(_ state: MultiSelectColumn.State) -> Int {
      rows.count { column.states[Int($0)] == state }
    }
    let notShown = rowCount(.notShown)
    let content: Disclosed<MultiSelectDetail>
    if answered.isEmpty {
      content = .undefined(notShown == rows.count ? .notAdministered : .noAnswers)
    } else {
      do throws(NumericError) {
        content = .full(try detail(question, column, rows: answered, base: base))
      } catch {
        content = .undefined(.numeric(error))
      }
    }
    return MultiSelectResult(
      question: question, formID: responses.form.id, wave: wave, base: base,
      nothingTickedCount: rowCount(.nothingTicked), notShownCount: notShown,
      brokenOffCount: rowCount(.brokenOff), unreadableCount: rowCount(.unreadable),
      content: content)
  }

  private func detail(
    _ question: MultiSelectQuestion, _ column: MultiSelectColumn, rows: [Int32], base: Base
  ) throws(NumericError) -> MultiSelectDetail {
    var shares: [ShareResult] = []
    let level = context.confidenceLevel
    for index in question.options.indices {
      let bit = UInt64(1) << UInt64(index)
      let count = rows.count { column.ticks[Int($0)] & bit != 0 }
      let proportion = try Proportion(successCount: count, totalCount: rows.count)
      let interval = IntervalOutcome(for: base) { () throws(NumericError) in
        try proportion.wilson(level: level)
      }
      shares.append(ShareResult(proportion: proportion, interval: interval))
    }
    return MultiSelectDetail(options: shares)
  }
}

/// Counts who wrote something, by open question, form and wave.
struct OpenQuestionCounts {
  let context: AnalysisContext

  func run() -> [OpenQuestionResult] {
    context.forEachWave { responses, wave, rows in
      responses.form.openQuestions.map { question in
        let cells = responses.texts[question.id]?.cells ?? []
        let answered = cells.isEmpty ? [] : rows.filter { cells[Int($0)] != nil }
        return OpenQuestionResult(
          question: question, formID: responses.form.id, wave: wave,
          base: context.links.base(of: answered, in: responses), answeredCount: answered.count,
          rowCount: rows.count)
      }
    }
  }
}
