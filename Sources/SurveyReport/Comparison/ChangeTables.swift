import ReportDocument
import SurveyAnalysis

/// The tables of a comparison.
struct ChangeTables {
  let comparison: NumbersComparison
  let oldName: String
  let newName: String

  // MARK: Numbers

  /// A table of changes, in groups of form and wave.
  func table(_ caption: InlineText, _ changes: [NumberChange], note: InlineText?) -> Table {
    let level = NumberStyle.level(comparison.level)
    let columns: [Table.Column] = [
      .init("What", .text, minWidth: 24), .init(oldName),
      .init(newName),
      .init("difference"), .init("\(level) interval"), .init("n"),
    ]
    return Table(caption: caption, columns: columns, groups: groups(changes), note: note)
  }

  private func groups(_ changes: [NumberChange]) -> [Table.RowGroup] {
    var places: [String] = []
    var rows: [String: [Table.Row]] = [:]
    for change in changes {
      let place = comparison.place(form: change.key.formID, wave: change.key.waveID)
      if rows[place] == nil { places.append(place) }
      rows[place, default: []].append(row(change))
    }
    return places.map { Table.RowGroup(heading: InlineText($0), rows: rows[$0] ?? []) }
  }

  private func row(_ change: NumberChange) -> Table.Row {
    Table.Row(InlineText(label(change)), cells(change))
  }

  /// "I ask for advice. (mean)", "Which roles? (Coach)", "Roles (share of both: Coach)".
  private func label(_ change: NumberChange) -> String {
    let kind = change.key.kind == .optionShare ? nil : NumberWords.name(change.key.kind)
    let part = change.new.partLabel ?? change.key.partID
    return "\(change.new.label) (\([kind, part].compactMap(\.self).joined(separator: ": ")))"
  }

  private func cells(_ change: NumberChange) -> [Cell] {
    let kind = change.key.kind
    let style = NumberWords.style(kind)
    let differenceStyle = NumberWords.differenceStyle(kind)
    let values = [change.old, change.new].map { number in
      number.value.map { Cell.number($0, style) } ?? .empty(reason: "–")
    }
    switch change.verdict {
    case .withinNoise(let difference), .beyondNoise(let difference):
      return values + [
        .number(difference.value, differenceStyle),
        .interval(lower: difference.lower, upper: difference.upper, differenceStyle), n(change),
      ]
    case .unjudged(let difference, let reason):
      return values + [
        .number(difference, differenceStyle), .empty(reason: NumberWords.unjudged(reason)),
        n(change),
      ]
    case .unchanged: return values + [.empty(reason: "same"), .empty(reason: ""), n(change)]
    case .hidden(let minimum):
      return [
        .spanning(InlineText("hidden: fewer than \(minimum) persons differ, or may"), columns: 5)
      ]
    case .notComparable(let reason):
      return values + [.spanning(InlineText(NumberWords.notComparable(reason)), columns: 3)]
    }
  }

  /// "57", or "57, 61" where it changed.
  private func n(_ change: NumberChange) -> Cell {
    let counts = [change.old.n, change.new.n].compactMap { $0 }
      .map { NumberStyle.count.text(Double($0)) }
    let words = Set(counts).count == 1 ? [counts[0]] : counts
    return words.isEmpty
      ? .empty(reason: "") : .text(InlineText(words.joined(separator: "\u{A0}→\u{A0}")))
  }

  /// True for the numbers that say most of their subject.
  func isMain(_ key: NumberKey) -> Bool {
    switch key.kind {
    case .mean, .gap, .responseRate: return true
    case .optionShare:
      // Of an item with a mean, the mean says it.
      return !subjectsWithMean.contains([key.formID, key.waveID, key.subjectID])
    default:
      return key.kind.measure == .coefficient
        && ["cronbach_alpha", "spearman_brown"].contains(
          key.kind.rawValue)
    }
  }

  private var subjectsWithMean: Set<[String?]> {
    Set(
      comparison.changes.lazy.map(\.key).filter { $0.kind == .mean }.map {
        [$0.formID, $0.waveID, $0.subjectID]
      })
  }

  // MARK: Who answered

  /// Responses and persons before and now, and the responses in both where that is known.
  var turnout: Table {
    let isCounted = if case .counted = comparison.overlap { true } else { false }
    let columns: [Table.Column] =
      [
        .init("Who", .text), .init("responses \(oldName)"), .init("responses \(newName)"),
        .init("persons \(oldName)"), .init("persons \(newName)"),
      ] + (isCounted ? [.init("responses in both")] : [])
    return Table(
      caption: "Who answered", columns: columns,
      rows: comparison.turnouts.map { turnout in
        let shared = comparison.overlap.overlap(form: turnout.formID, wave: turnout.waveID)
        return Table.Row(
          InlineText(comparison.place(form: turnout.formID, wave: turnout.waveID)),
          [
            count(turnout.old?.responseCount), count(turnout.new?.responseCount),
            count(turnout.old?.personCount), count(turnout.new?.personCount),
          ]
            + (isCounted
              ? [shared.map { .integer($0.sharedCount) } ?? .empty(reason: "not known")] : []))
      })
  }

  private func count(_ count: Int?) -> Cell {
    count.map(Cell.integer) ?? .empty(reason: "none")
  }
}
