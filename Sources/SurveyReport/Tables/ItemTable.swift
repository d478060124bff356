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
    let labels = results.first?.item.responseScale.options.map(\.label) ?? []
    let isNominal = results.first?.item.responseScale.kind == .nominal
    let columns =
      [
        Table.Column("Item", .text, minWidth: labelsByID ? nil : 24), .init("rows"),
        .init(role.plural),
      ]
      + labels.map { .init($0) } + (isNominal ? [] : [.init("mean")])
    return Table(
      caption: "\(title), percent of those who answered", columns: columns,
      groups: groups { frequencyCells($0, optionCount: labels.count, isNominal: isNominal) },
      note: reverseNote)
  }

  /// Missing answers by kind, mean with interval, SD, median, quartiles, floor and ceiling.
  var details: Table {
    let reasons = MissingReason.allCases.filter { reason in
      results.contains { ($0.missing[reason] ?? 0) > 0 }
    }
    let columns =
      [
        Table.Column("Item", .text, minWidth: labelsByID ? nil : 24), .init("rows"),
        .init(role.plural),
      ]
      + reasons.map { .init(Words.missing($0)) }
      + [
        "mean", "\(input.level) interval", "SD", "median", "quartiles", "agree", "interval",
        "favourable", "interval", "floor", "ceiling",
      ].map { .init($0) }
    let table = Table(
      caption: "\(title), missing answers, spread and nets", columns: columns,
      groups: groups { detailCells($0, reasons: reasons) },
      note:
        "Agree: the highest options as answered. Favourable: the good answers, with reverse-keyed items and domains that read the other way turned round. Floor and ceiling: share of the lowest and of the highest option. \(absenceNote)"
    )
    return table.withoutEmptyColumns()
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

  private func frequencyCells(_ result: ItemResult, optionCount: Int, isNominal: Bool) -> [Cell] {
    let width = optionCount + (isNominal ? 0 : 1)
    switch result.content {
    case .full(let detail):
      let total = Double(detail.tally.validCount)
      // A nominal scale keeps its options' order; the tally is ascending by code.
      let shares = result.item.responseScale.codes.map {
        Cell.percent(Double(detail.tally.count(of: $0)) / total)
      }
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
        .spanning(InlineText(Self.words(bands)), columns: reasons.count + 11),
      ]
    case .hidden(let reason):
      return [
        .spanning(InlineText(input.words(reason, formID: formID)), columns: reasons.count + 13)
      ]
    case .undefined(let reason):
      return [.spanning(InlineText(Words.undefined(reason)), columns: reasons.count + 13)]
    }
  }

  private func spread(_ detail: ItemDetail) -> [Cell] {
    let ends: [Cell] = [.percent(detail.floorRate), .percent(detail.ceilingRate)]
    guard let description = detail.description else {
      return [Cell](repeating: .empty(reason: "–"), count: 9) + ends
    }
    let two = NumberStyle.mean(decimals: 2)
    return [
      .number(description.mean, two), Cells.interval(detail.meanInterval, two),
      Cells.optional(description.standardDeviation, two), .number(description.median, .mean()),
      .interval(
        lower: description.quartiles.lower, upper: description.quartiles.upper, .mean()),
      detail.agree.map { .percent($0.proportion.rate) } ?? .empty(reason: "–"),
      Cells.interval(detail.agree?.interval, .percent()),
      detail.favourable.map { .percent($0.proportion.rate) } ?? .empty(reason: "–"),
      Cells.interval(detail.favourable?.interval, .percent()),
    ] + ends
  }

  /// The bands of a small group.
  static func words(_ bands: ItemBands) -> String {
    let mean = bands.roundedMean.map { "mean \(NumberStyle.mean().text($0))" } ?? Words.endOfScale
    let neutral = bands.neutral.map { ", between \(Words.share($0))" } ?? ""
    return
      "favourable \(Words.share(bands.favourable))\(neutral), unfavourable \(Words.share(bands.unfavourable)); \(mean)"
  }

  private var reverseNote: InlineText? {
    input.reverseNote(results.map(\.item)).map { InlineText($0) }
  }

  /// Said once below the table instead of in every cell.
  private var absenceNote: String {
    for result in results {
      if case .absent(let reason)? = result.content.detail?.meanInterval {
        return Words.capitalized(Words.absence(reason)) + "."
      }
    }
    return ""
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
