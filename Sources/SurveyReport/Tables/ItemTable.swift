import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// The tables of one group of items that share a response scale: a row an item, a group a wave.
struct ItemTable {
  let input: ReportInput
  let formID: String
  let title: String
  let results: [ItemResult]
  /// Rows are named by the items' ids instead of their wording.
  var labelsByID = false

  private var role: Role { input.role(of: formID) }

  /// Rows, persons, percent of each option, mean.
  var frequencies: Table {
    let bins = results.first.map { AnswerBins($0.item.responseScale).bins } ?? []
    let labels = bins.map(\.label)
    let isNominal = kind == .nominal
    let columns =
      [
        Table.Column("Item", .text, minWidth: labelsByID ? nil : 24), .init("rows"),
        .init(role.plural),
      ]
      + labels.map { .init($0) } + (isNominal ? [] : [.init("mean")])
    return Table(
      caption: "\(title), percent of those who answered", columns: columns,
      groups: groups { frequencyCells($0, bins: bins, isNominal: isNominal) },
      note: reverseNote)
  }

  /// Missing answers by kind, and what the kind of response scale allows: mean with interval, SD,
  /// median, quartiles, nets, ends of the scale.
  var details: Table {
    let reasons = reasons
    let columns =
      [
        Table.Column("Item", .text, minWidth: labelsByID ? nil : 24), .init("rows"),
        .init(role.plural),
      ]
      + (reasons.map(Words.missing) + measures).map { .init($0) }
    let isShown = results.contains { $0.content.detail?.description != nil }
    let notes = [
      countNote, kind == .ordinal && isShown ? netNote : "",
      kind != .nominal && isShown ? endNote : "", absenceNote,
    ].filter { !$0.isEmpty }
    let table = Table(
      caption: "\(title), more statistics", columns: columns,
      groups: groups { detailCells($0, reasons: reasons) },
      note: notes.isEmpty ? nil : InlineText(notes.joined(separator: " ")))
    return table.withoutEmptyColumns()
  }

  /// True where `details` says more than how many answered.
  var hasDetails: Bool { !reasons.isEmpty || !measures.isEmpty }

  private var kind: ResponseScale.Kind? { results.first?.item.responseScale.kind }

  private var reasons: [MissingReason] {
    MissingReason.allCases.filter { reason in
      results.contains { ($0.missing[reason] ?? 0) > 0 }
    }
  }

  /// Headings of the numbers behind the missing answers.
  private var measures: [String] {
    let spread = ["mean", "\(input.level) interval", "SD", "median", "quartiles"]
    let ends = ["lowest answer", "highest answer"]
    switch kind {
    case .ordinal?:
      let top = results.first.map { AnswerWords($0.item.responseScale).top } ?? "agree"
      return spread + [top, "interval", "favourable", "interval"] + ends
    case .numeric?: return spread + ends
    case .nominal?, nil: return []
    }
  }

  /// A chart gives some of them in percent of those asked.
  private var countNote: String {
    reasons.isEmpty
      ? "" : "Counts, not percent: \(reasons.map(Words.missing).joined(separator: ", "))."
  }

  private var netNote: String {
    let words = results.first.map { AnswerWords($0.item.responseScale).topNote } ?? ""
    let items = results.map(\.item)
    let isDifficulty = items.contains { item in
      item.domainID.flatMap(input.codebook.domain)?.reading == .unfavourable
    }
    let turned = [
      items.contains(where: \.isReverseKeyed) ? "(R) items" : nil,
      isDifficulty ? "difficulties" : nil,
    ].compactMap(\.self)
    let other = turned.isEmpty ? "" : "; \(Words.list(turned)) read the other way round"
    return "\(words) Favourable: the good answers\(other)."
  }

  private var endNote: String {
    "Lowest and highest answer: share of the first and of the last option."
  }

  private func groups(_ cells: (ItemResult) -> [Cell]) -> [Table.RowGroup] {
    let waves = Array(Set(results.map(\.wave))).sorted()
    return waves.map { wave in
      Table.RowGroup(
        heading: input.waves.count > 1 ? InlineText(input.waveLabel(wave)) : nil,
        rows: results.filter { $0.wave == wave }.map { result in
          Table.Row(label(result.item), cells(result))
        })
    }
  }

  private func label(_ item: Item) -> InlineText {
    InlineText((labelsByID ? item.id : item.stem) + (item.isReverseKeyed ? " (R)" : ""))
  }

  private func frequencyCells(
    _ result: ItemResult, bins: [AnswerBins.Bin], isNominal: Bool
  ) -> [Cell] {
    let width = bins.count + (isNominal ? 0 : 1)
    switch result.content {
    case .full(let detail):
      let total = Double(detail.tally.validCount)
      // A nominal scale keeps its options' order; the tally is ascending by code.
      let shares = bins.map { Cell.percent(Double($0.count(in: detail.tally)) / total) }
      return [.integer(result.base.rowCount), .integer(result.base.personCount)] + shares
        + (detail.description.map { [.number($0.mean, .mean(decimals: 2))] } ?? [])
    case .coarse(let bands):
      return [.integer(result.base.rowCount), .integer(result.base.personCount)]
        + [.spanning(InlineText(Self.words(bands)), columns: width)]
    case .hidden(let reason):
      return [.spanning(InlineText(input.words(reason, formID: formID)), columns: width + 2)]
    case .undefined(let reason):
      return [.spanning(InlineText(Words.undefined(reason)), columns: width + 2)]
    }
  }

  private func detailCells(_ result: ItemResult, reasons: [MissingReason]) -> [Cell] {
    switch result.content {
    case .full(let detail):
      let counts = reasons.map { Cell.integer(result.missing[$0] ?? 0) }
      return [.integer(result.base.rowCount), .integer(result.base.personCount)] + counts
        + spread(detail)
    case .coarse(let bands):
      return [
        .integer(result.base.rowCount),
        .integer(result.base.personCount),
        .spanning(InlineText(Self.words(bands)), columns: reasons.count + measures.count),
      ]
    case .hidden(let reason):
      return [
        .spanning(
          InlineText(input.words(reason, formID: formID)),
          columns: reasons.count + measures.count + 2)
      ]
    case .undefined(let reason):
      return [
        .spanning(InlineText(Words.undefined(reason)), columns: reasons.count + measures.count + 2)
      ]
    }
  }

  private func spread(_ detail: ItemDetail) -> [Cell] {
    guard let description = detail.description else { return [] }
    let two = NumberStyle.mean(decimals: 2)
    let spread: [Cell] = [
      .number(description.mean, two), Cells.interval(detail.meanInterval, two),
      Cells.optional(description.standardDeviation, two), .number(description.median, .mean()),
      .interval(
        lower: description.quartiles.lower, upper: description.quartiles.upper, .mean()),
    ]
    let nets = [detail.agree, detail.favourable].flatMap { share -> [Cell] in
      [
        share.map { .percent($0.proportion.rate) } ?? .empty(reason: "–"),
        Cells.interval(share?.interval, .percent()),
      ]
    }
    let ends = [detail.floorRate, detail.ceilingRate].map { Cells.optional($0, .percent()) }
    return spread + (kind == .ordinal ? nets : []) + ends
  }

  /// The bands of a small group.
  static func words(_ bands: ItemBands) -> String {
    let mean = bands.roundedMean.map { "mean \(NumberStyle.mean().text($0))" } ?? Words.endOfScale
    guard let good = bands.favourable, let bad = bands.unfavourable else {
      return bands.roundedMean == nil ? mean : "\(mean), to one decimal only"
    }
    let neutral = bands.neutral.map { ", between \(Words.share($0))" } ?? ""
    return
      "favourable \(Words.share(good))\(neutral), unfavourable \(Words.share(bad)); \(mean)"
  }

  private var reverseNote: InlineText? {
    input.reverseNote(results.map(\.item)).map { InlineText($0) }
  }

  /// Said once below the table instead of in every cell.
  private var absenceNote: String {
    AbsenceNote(
      results.map { result in
        AbsenceNote.Row(
          label(result.item).plain, wave: input.waveSuffix(result.wave),
          result.content.detail?.meanInterval)
      }
    ).text
  }
}

/// Cells that may be empty for a reason.
enum Cells {
  /// An interval, or in a few words why there is none.
  static func interval(_ outcome: IntervalOutcome?, _ style: NumberStyle) -> Cell {
    switch outcome {
    case .interval(let interval)?:
      .interval(lower: interval.lower, upper: interval.upper, style)
    case .absent(let reason)?: .empty(reason: Words.shortAbsence(reason))
    case nil: .empty(reason: "–")
    }
  }

  /// A number, or a dash.
  static func optional(_ value: Double?, _ style: NumberStyle) -> Cell {
    value.map { .number($0, style) } ?? .empty(reason: "–")
  }
}
