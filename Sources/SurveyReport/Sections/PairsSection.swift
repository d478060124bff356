import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Both sides of the pair, for the questions and scales that the codebook links.
package enum PairsSection: ReportSection {
  package static let name = "pairs"

  package static func blocks(of input: ReportInput) -> [Block] {
    let results = input.results.pairs
    let options = input.results.pairOptions
    guard !(results.isEmpty && options.isEmpty), input.codebook.forms.count >= 2 else { return [] }
    let roles = input.codebook.forms.prefix(2).map(\.role)
    var blocks: [Block] = [
      .paragraph(
        "What \(roles[0].plural) and their \(roles[1].plural) answer to the questions that the questionnaire asks of both. Only linked pairs count, each pair once."
      )
    ]
    for kind in PairKind.allCases {
      let own = results.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      blocks += PairBlocks(input: input, kind: kind, results: own).blocks
    }
    var seen: Set<String> = []
    for id in options.map(\.id) where seen.insert(id).inserted {
      blocks += PairOptionsBlocks(input: input, results: options.filter { $0.id == id }).blocks
    }
    return [.section(Section(id: "pairs", title: "Both sides of the pair", blocks))]
  }
}

/// Charts and tables of the links of one kind.
private struct PairBlocks {
  let input: ReportInput
  let kind: PairKind
  let results: [PairResult]

  private var roles: [Role] { input.codebook.forms.prefix(2).map(\.role) }

  private var title: String {
    switch kind {
    case .sameTarget: "Both rate one thing"
    case .mirrorExperience: "Each rates their own experience"
    }
  }

  private var explanation: String {
    switch kind {
    case .sameTarget:
      "A gap means that the two see the same thing differently; it does not say who is right."
    case .mirrorExperience:
      "The two answer about themselves, so a difference is no disagreement and no gap is given."
    }
  }

  var blocks: [Block] {
    [.heading(level: 3, InlineText(title), id: nil), .note(InlineText(explanation))] + charts
  }

  /// One chart for each range of codes, in the last wave; the table holds every wave.
  private var charts: [Block] {
    var ranges: [ClosedRange<Int>] = []
    for result in results {
      if let limits = result.first.first?.responseScale.limits, !ranges.contains(limits) {
        ranges.append(limits)
      }
    }
    return ranges.flatMap { limits -> [Block] in
      let own = results.filter { $0.first.first?.responseScale.limits == limits }
      guard let chart = chart(own, limits: limits) else { return [.table(table(own))] }
      return [.chart(chart)]
    }
  }

  private func chart(_ results: [PairResult], limits: ClosedRange<Int>) -> Chart? {
    let drawn = results.filter { if case .undefined = $0.content { false } else { true } }
    guard let wave = drawn.map(\.wave).max() else { return nil }
    let span = limits.upperBound - limits.lowerBound
    let step = span <= 10 ? 1 : max(1, span / 5)
    return .means(
      MeansChart(
        words: ChartWords(
          title: input.chartTitle(
            "Means of linked pairs, \(limits.lowerBound) to \(limits.upperBound)", wave: wave),
          description: message(results.filter { $0.wave == wave }),
          order: "Questions in codebook order.", table: table(results)),
        series: roles.map(\.plural),
        axis: MeansChart.Axis(
          lower: Double(limits.lowerBound), upper: Double(limits.upperBound),
          ticks: stride(from: limits.lowerBound, through: limits.upperBound, by: step).map(
            Double.init)),
        rows: drawn.filter { $0.wave == wave }.map(row)))
  }

  private func message(_ results: [PairResult]) -> String {
    let means = "Means of both sides, a row a question."
    let ids = Set(results.filter { $0.content.detail?.gap != nil }.map(\.id))
    guard let selection = input.gapSelection, !ids.isEmpty else { return means }
    let found = selection.standingOut.filter { ids.contains($0.result.id) }.map {
      "“\($0.result.label)” (\(NumberStyle.signed().text($0.value)))"
    }
    let looked = Words.count(selection.count, "gap", "gaps")
    guard !found.isEmpty else {
      let none = ids.count == 1 ? "This gap does not stand out" : "None of these gaps stands out"
      return "\(means) \(none) among the \(looked) looked at."
    }
    return
      "\(means) Of the \(looked) looked at, \(Words.list(found)) \(found.count == 1 ? "stands" : "stand") out: \(roles[0].plural) minus \(roles[1].plural)."
  }

  private func row(_ result: PairResult) -> MeansChart.Row {
    switch result.content {
    case .full(let detail):
      return MeansChart.Row(
        label(result),
        [mark(detail.first, detail.firstInterval), mark(detail.second, detail.secondInterval)])
    case .coarse(let coarse):
      let marks = [coarse.first, coarse.second].map { $0.map { MeansChart.Mark($0) } }
      let isWhole = !marks.contains(nil)
      return MeansChart.Row(label(result), marks, reason: isWhole ? nil : Words.endOfScale)
    case .hidden(let reason):
      return MeansChart.Row(
        label(result), [nil, nil], reason: Words.hidden(reason, role: roles[0], partner: roles[1]))
    case .undefined(let reason):
      return MeansChart.Row(label(result), [nil, nil], reason: Words.undefined(reason))
    }
  }

  private func mark(_ description: Description, _ interval: IntervalOutcome) -> MeansChart.Mark {
    MeansChart.Mark(description.mean, interval.interval.map { $0.lower...$0.upper })
  }

  private func label(_ result: PairResult) -> String {
    let isReversed = result.first.count == 1 && result.first[0].isReverseKeyed
    return result.label + (isReversed ? " (R)" : "") + (result.isScale ? " (scale)" : "")
  }

  private func table(_ results: [PairResult]) -> Table {
    let isGap = kind == .sameTarget
    let headers =
      [
        "pairs", roles[0].plural, roles[1].plural, "mean \(roles[0].plural)",
        "mean \(roles[1].plural)",
      ]
      + (isGap ? ["gap", "\(input.level) interval", "same answer", "within 1 point"] : [])
    let waves = Array(Set(results.map(\.wave))).sorted()
    let table = Table(
      caption: "\(title): linked pairs",
      columns: [.init("Question", .text)] + headers.map { .init($0) },
      groups: waves.map { wave in
        Table.RowGroup(
          heading: input.waves.count > 1 ? InlineText(input.waveLabel(wave)) : nil,
          rows: results.filter { $0.wave == wave }.map { result in
            Table.Row(InlineText(label(result)), cells(result, columnCount: headers.count))
          })
      },
      note: isGap ? InlineText(gapNote(results)) : nil)
    return table.withoutEmptyColumns()
  }

  private func gapNote(_ results: [PairResult]) -> String {
    let gap =
      results.contains { $0.content.detail?.gap != nil }
      ? "Gap: \(roles[0].plural) minus \(roles[1].plural), mean over pairs of the answers as given. "
      : ""
    return
      "\(gap)Pair tables need \(DisclosureControl.pairMinimum) pairs of \(DisclosureControl.pairMinimum) persons on each side.\(absenceNote(results))"
  }

  private func absenceNote(_ results: [PairResult]) -> String {
    let text = AbsenceNote(
      results.map { result in
        AbsenceNote.Row(
          label(result), wave: input.waveSuffix(result.wave), result.content.detail?.gapInterval)
      }
    ).text
    return text.isEmpty ? "" : " \(text)"
  }

  private func cells(_ result: PairResult, columnCount: Int) -> [Cell] {
    let two = NumberStyle.mean(decimals: 2)
    let base: [Cell] = [
      .integer(result.base.pairCount), .integer(result.base.firstPersonCount),
      .integer(result.base.secondPersonCount),
    ]
    switch result.content {
    case .full(let detail):
      let means: [Cell] = [.number(detail.first.mean, two), .number(detail.second.mean, two)]
      guard let gap = detail.gap else { return base + means }
      return base + means + [
        .number(gap, .signed(decimals: 2)),
        Cells.interval(detail.gapInterval, .signed(decimals: 2)),
        Cells.optional(detail.exactAgreementRate, .percent()),
        Cells.optional(detail.withinOneRate, .percent()),
      ]
    case .coarse(let coarse):
      return base + [
        Cells.optional(coarse.first, .mean()), Cells.optional(coarse.second, .mean()),
      ]
    case .hidden(let reason):
      return [
        .spanning(
          InlineText(Words.hidden(reason, role: roles[0], partner: roles[1])),
          columns: columnCount)
      ]
    case .undefined(let reason):
      return [.spanning(InlineText(Words.undefined(reason)), columns: columnCount)]
    }
  }
}
