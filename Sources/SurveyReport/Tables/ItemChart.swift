import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// The drawing of one group of items that share a response scale: shares of each option, one wave.
struct ItemChart {
  let input: ReportInput
  let formID: String
  /// What is drawn, such as "Mentors: Roles and support".
  let title: String
  /// All results of the items, every wave.
  let results: [ItemResult]

  /// The chart of the last wave with its table of every wave; nil where nothing can be drawn.
  var chart: Chart? {
    guard let wave = input.lastWave(of: results), let scale = results.first?.item.responseScale
    else { return nil }
    let rows = results.filter { $0.wave == wave }
    let apart = Self.apart(scale, rows)
    let options = Self.options(scale, apart: apart)
    let table = ItemTable(input: input, formID: formID, title: title, results: results).frequencies
    return .divergingBars(
      DivergingBarChart(
        words: ChartWords(
          title: input.chartTitle("Share of each answer", wave: wave), description: message(rows),
          order: "Items in questionnaire order.", table: table),
        options: options,
        rows: rows.map { row($0, scale: scale, apart: apart, options: options) }))
  }

  /// Non-substantive answers that somebody gave.
  private static func apart(_ scale: ResponseScale, _ rows: [ItemResult]) -> [MissingReason] {
    let offered = Set(scale.nonSubstantive.map(\.reason))
    return offered.sorted().filter { reason in
      rows.contains { $0.content.detail != nil && ($0.missing[reason] ?? 0) > 0 }
    }
  }

  private static func options(
    _ scale: ResponseScale, apart: [MissingReason]
  ) -> DivergingBarChart.Options {
    let labels = scale.options.map(\.label)
    let half = labels.count / 2
    let isOdd = labels.count % 2 == 1
    let words = AnswerWords(scale)
    return DivergingBarChart.Options(
      negative: Array(labels[..<half]), neutral: isOdd ? labels[half] : nil,
      positive: Array(labels[(isOdd ? half + 1 : half)...]),
      apart: apart.map { "\(Words.missing($0)), % of those asked" },
      negativeTogether: words.lowTogether, positiveTogether: words.highTogether)
  }

  private func row(
    _ result: ItemResult, scale: ResponseScale, apart: [MissingReason],
    options: DivergingBarChart.Options
  ) -> DivergingBarChart.Row {
    DivergingBarChart.Row(
      result.item.stem, marker: result.item.isReverseKeyed ? "(R)" : nil,
      content(result, apart: apart, options: options))
  }

  private func content(
    _ result: ItemResult, apart: [MissingReason], options: DivergingBarChart.Options
  ) -> DivergingBarChart.Content {
    switch result.content {
    case .full(let detail):
      let total = Double(detail.tally.validCount)
      let unanswered = result.missing.filter { $0.key != .notAdministered }.values.reduce(0, +)
      let asked = total + Double(unanswered)
      return .shares(
        DivergingBarChart.Shares(
          ordered: detail.tally.counts.map { Double($0) / total },
          apart: apart.map { Double(result.missing[$0] ?? 0) / asked }, of: options))
    case .coarse(let bands): return bandContent(bands, of: result.item)
    case .hidden(let reason): return .hidden(reason: input.words(reason, formID: formID))
    case .undefined(let reason): return .hidden(reason: Words.undefined(reason))
    }
  }

  /// Bands are drawn by agreement, as full rows are.
  private func bandContent(_ bands: ItemBands, of item: Item) -> DivergingBarChart.Content {
    guard let favourable = bands.favourable, let unfavourable = bands.unfavourable else {
      return .hidden(reason: ItemTable.words(bands))
    }
    let isAgreementGood = Favourable.isAgreement(item, in: input.codebook)
    let good = Self.band(favourable)
    let bad = Self.band(unfavourable)
    return .banded(
      negative: isAgreementGood ? bad : good, neutral: bands.neutral.map(Self.band),
      positive: isAgreementGood ? good : bad)
  }

  private static func band(_ share: BandShare) -> DivergingBarChart.Band {
    switch share {
    case .about(let rate): .init(rate)
    case .atMostTenth: .init(0.1, bound: .atMost)
    case .atLeastNineTenths: .init(0.9, bound: .atLeast)
    }
  }

  /// The message: how far the shares of the highest options reach. Which item has the largest is no
  /// message: among several items one always has.
  private func message(_ rows: [ItemResult]) -> String {
    let shares = rows.compactMap { $0.content.detail?.agree?.proportion.rate }
    guard let scale = rows.first?.item.responseScale, let most = shares.max(),
      let least = shares.min(), shares.count > 1
    else { return "Share of each answer, one row an item. The same numbers are in the table." }
    let labels = scale.options.suffix(scale.topBoxCount).map { "“\($0.label)”" }
    let range = NumberStyle.percent().text(lower: least, upper: most)
    return
      "\(range) answer \(labels.joined(separator: " or ")), one row an item. The same numbers are in the table."
  }
}

/// Whether agreement with an item is good news.
enum Favourable {
  /// True where a high code is the favourable answer.
  static func isAgreement(_ item: Item, in codebook: Codebook) -> Bool {
    let reading = item.domainID.flatMap(codebook.domain)?.reading ?? .favourable
    return (reading == .favourable) != item.isReverseKeyed
  }
}
