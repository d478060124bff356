import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Scale scores: one chart of means, one histogram a scale.
struct ScaleCharts {
  let input: ReportInput
  let title: String
  /// Results of every wave, of any form; the waves of a scale stand together.
  let results: [ScaleResult]

  init(input: ReportInput, title: String, results: [ScaleResult]) {
    self.input = input
    self.title = title
    var seen: Set<String> = []
    let ids = results.map { $0.scale.formID + "/" + $0.scale.id }
    let order = ids.filter { seen.insert($0).inserted }
    self.results = order.flatMap { id in zip(ids, results).filter { $0.0 == id }.map(\.1) }
  }

  private var formIDs: [String] {
    input.codebook.forms.map(\.id).filter { id in results.contains { $0.scale.formID == id } }
  }

  /// Means with intervals, a row a scale and wave; nil where there is nothing to draw.
  var means: Chart? {
    guard let range = results.lazy.compactMap(range).first else { return nil }
    let forms = Array(formIDs.prefix(2))
    let allForms = input.codebook.forms.map(\.id)
    // Each role keeps its mark, whichever forms a chart shows.
    let series = allForms.count == 2 ? allForms : forms
    let rows = results.map { result in row(result, series: series) }
    guard rows.contains(where: { $0.marks.contains { $0 != nil } }) else { return nil }
    return .means(
      MeansChart(
        words: ChartWords(
          title: title, description: message,
          order: (["Scales in questionnaire order."] + markNotes).joined(separator: " "),
          table: table(marksExplained: false)),
        series: series.map { input.role(of: $0).plural },
        axis: MeansChart.Axis(
          lower: range.lowerBound, upper: range.upperBound, ticks: Self.ticks(range)),
        rows: rows))
  }

  func range(_ result: ScaleResult) -> ClosedRange<Double>? {
    input.codebook.form(result.scale.formID).flatMap { ScoreRange.of(result.scale, in: $0) }
  }

  private static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let span = range.upperBound - range.lowerBound
    let step = [1.0, 2, 5, 10, 20, 50, 100].first { span / $0 <= 10 } ?? span / 5
    return Array(stride(from: range.lowerBound, through: range.upperBound + 1e-9, by: step))
  }

  private func row(_ result: ScaleResult, series: [String]) -> MeansChart.Row {
    let label = label(result)
    let place = series.firstIndex(of: result.scale.formID) ?? 0
    func marks(_ mark: MeansChart.Mark?) -> [MeansChart.Mark?] {
      series.indices.map { $0 == place ? mark : nil }
    }
    switch result.content {
    case .full(let detail):
      let interval = detail.meanInterval.interval
      return MeansChart.Row(
        label, marks(.init(detail.description.mean, interval.map { $0.lower...$0.upper })))
    case .coarse(let coarse):
      let mark = coarse.roundedMean.map { MeansChart.Mark($0) }
      return MeansChart.Row(label, marks(mark), reason: mark == nil ? Words.endOfScale : nil)
    case .hidden(let reason):
      return MeansChart.Row(
        label, marks(nil), reason: input.words(reason, formID: result.scale.formID))
    case .undefined(let reason):
      return MeansChart.Row(label, marks(nil), reason: Words.undefined(reason))
    }
  }

  /// The scale's name; a domain's own score says that it is one.
  func label(_ result: ScaleResult) -> String {
    let whole = result.scale.items.isEmpty ? ", whole domain" : ""
    let mark =
      isShown(result) ? input.interpretation(of: result)?.mark.map { " \($0)" } ?? "" : ""
    return result.scale.name + whole + input.waveSuffix(result.wave) + mark
  }

  /// What the marks behind names mean; of those that are there.
  private var markNotes: [String] {
    let marks = Set(results.filter(isShown).compactMap { input.interpretation(of: $0)?.mark })
    return marks.sorted().map(Interpretation.note)
  }

  /// A domain whose score is that of its only subscale stands once, under the subscale's name.
  private var onlyParts: [String] {
    formIDs.compactMap(input.codebook.form).flatMap { form in
      form.scales.filter(\.repeatsItsOnlySubscale).compactMap { whole -> String? in
        guard let part = whole.subscaleIDs.first.flatMap(form.scale),
          results.contains(where: { $0.scale.id == part.id && $0.scale.formID == form.id })
        else { return nil }
        return
          "“\(part.name)” is all of “\(whole.name)” of \(form.role.plural), whose score is the same."
      }
    }
  }

  /// True where the row has a mean.
  private func isShown(_ result: ScaleResult) -> Bool {
    result.content.detail != nil || result.content.coarse != nil
  }

  private var message: String {
    "Mean score of each scale; a high score is more of what the scale's name says. The same numbers are in the table."
  }

  /// Rows, persons, mean, interval, SD, median, quartiles of the scores.
  var table: Table { table(marksExplained: true) }

  private func table(marksExplained: Bool) -> Table {
    let headers = [
      "rows", "persons", "no score", "mean", "\(input.level) interval", "SD", "median", "quartiles",
    ]
    let table = Table(
      caption: "\(title): scores", columns: [.init("Scale", .text)] + headers.map { .init($0) },
      groups: formIDs.map { id in
        Table.RowGroup(
          heading: formIDs.count > 1
            ? InlineText(Words.capitalized(input.role(of: id).plural)) : nil,
          rows: results.filter { $0.scale.formID == id }.map(tableRow))
      },
      note: notes(marksExplained: marksExplained))
    return table.withoutEmptyColumns()
  }

  private func tableRow(_ result: ScaleResult) -> Table.Row {
    let label = InlineText(label(result))
    let two = NumberStyle.mean(decimals: 2)
    let base: [Cell] = [
      .integer(result.base.rowCount), .integer(result.base.personCount),
    ]
    switch result.content {
    case .full(let detail):
      let scores = detail.description
      return Table.Row(
        label,
        base + [
          .integer(result.unscoredCount), .number(scores.mean, two),
          Cells.interval(detail.meanInterval, two), Cells.optional(scores.standardDeviation, two),
          .number(scores.median, two),
          .interval(lower: scores.quartiles.lower, upper: scores.quartiles.upper, two),
        ])
    case .coarse(let coarse):
      return Table.Row(
        label,
        base + [
          .empty(reason: "–"), Cells.optional(coarse.roundedMean, .mean()),
          .spanning("small group: mean to one decimal only", columns: 4),
        ])
    case .hidden(let reason):
      return Table.Row(
        label,
        [.spanning(InlineText(input.words(reason, formID: result.scale.formID)), columns: 8)])
    case .undefined(let reason):
      return Table.Row(label, [.spanning(InlineText(Words.undefined(reason)), columns: 8)])
    }
  }

  private func notes(marksExplained: Bool) -> InlineText? {
    let parts =
      [absenceNote?.plain].compactMap(\.self) + onlyParts + partialDomains
      + (marksExplained ? markNotes : [])
    return parts.isEmpty ? nil : InlineText(parts.joined(separator: " "))
  }

  /// A domain's score in a wave that lacks a subscale is not the score of the other waves.
  private var partialDomains: [String] {
    results.filter { !$0.scale.subscaleIDs.isEmpty }.compactMap { whole in
      let absent = input.results.scales.filter { part in
        part.wave == whole.wave && part.scale.formID == whole.scale.formID
          && whole.scale.subscaleIDs.contains(part.scale.id)
          && part.content == .undefined(.notAdministered)
      }
      guard !absent.isEmpty, absent.count < whole.scale.subscaleIDs.count else { return nil }
      let names = Words.list(absent.map { "“\($0.scale.name)”" })
      return "\(label(whole)) is made without \(names), so do not compare it with other waves."
    }
  }

  private var absenceNote: InlineText? {
    let text = AbsenceNote(
      results.map { result in
        AbsenceNote.Row(
          result.scale.name, wave: input.waveSuffix(result.wave),
          result.content.detail?.meanInterval)
      }
    ).text
    return text.isEmpty ? nil : InlineText(text)
  }
}
