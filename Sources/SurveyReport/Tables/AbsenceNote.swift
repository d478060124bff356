import NumericCore
import ReportDocument
import SurveyAnalysis

/// Why rows of a table have no interval, said once below it: each reason with the rows that have it.
struct AbsenceNote {
  /// A row of the table.
  struct Row {
    /// What the row is about, and its wave in brackets where there are several.
    let label: String
    let wave: String
    let interval: IntervalOutcome?

    init(_ label: String, wave: String, _ interval: IntervalOutcome?) {
      self.label = label
      self.wave = wave
      self.interval = interval
    }
  }

  /// Reasons of one kind, and the rows that have them.
  private struct Found {
    let kind: String
    var reasons: [IntervalAbsence]
    var names: [String]
  }

  private let found: [Found]

  init(_ rows: [Row]) {
    var found: [Found] = []
    for row in rows {
      guard case .absent(let reason)? = row.interval else { continue }
      let kind = Self.kind(reason)
      let name = "“\(row.label)”\(row.wave)"
      if let place = found.firstIndex(where: { $0.kind == kind }) {
        found[place].reasons.append(reason)
        found[place].names.append(name)
      } else {
        found.append(Found(kind: kind, reasons: [reason], names: [name]))
      }
    }
    self.found = found
  }

  /// The sentences; empty where every row has an interval. One reason needs no names: the cells say
  /// which rows lack an interval.
  var text: String {
    let isSingle = found.count == 1
    return found.map { found in
      let rows = isSingle ? "" : " for \(Words.list(found.names))"
      return "No interval\(rows): \(Self.words(found.reasons))."
    }.joined(separator: " ")
  }

  /// Reasons of a kind differ in their counts alone.
  private static func kind(_ reason: IntervalAbsence) -> String {
    switch reason {
    case .personsRepeat: "persons"
    case .partnersRepeat: "partners"
    case .tooFewGroups(_, let required): "groups \(required)"
    case .unknownPersons, .pairwiseCases, .numeric: words([reason])
    }
  }

  /// Reasons of one kind in words, their counts as a range where rows differ.
  ///
  /// - Precondition: at least one reason, all of one kind.
  static func words(_ reasons: [IntervalAbsence]) -> String {
    switch reasons[0] {
    case .personsRepeat:
      let counts = reasons.compactMap { reason in
        if case .personsRepeat(let rows, let persons) = reason { (rows, persons) } else { nil }
      }
      return
        "\(range(counts.map(\.0), "row comes", "rows come")) from \(range(counts.map(\.1), "person", "persons")), and the usual interval would be too narrow"
    case .partnersRepeat:
      let counts = reasons.compactMap { reason in
        if case .partnersRepeat(let rows, let partners) = reason { (rows, partners) } else { nil }
      }
      return
        "\(range(counts.map(\.0), "row shares", "rows share")) \(range(counts.map(\.1), "partner", "partners")), and the usual interval would be too narrow"
    case .unknownPersons:
      return
        "of some rows the person or partner is not known, who may stand behind others, too"
    case .pairwiseCases:
      return "each pair of items has its own cases, so no single n is right"
    case .tooFewGroups(_, let required):
      let counts = reasons.compactMap { reason in
        if case .tooFewGroups(let count, _) = reason { count } else { nil }
      }
      return
        "rows share persons or partners, and \(range(counts, "group of such rows is", "groups of such rows are")) fewer than the \(required) that the interval needs"
    case .numeric(let error): return "\(error)"
    }
  }

  /// "30 groups", or "28 to 30 groups".
  private static func range(_ counts: [Int], _ singular: String, _ plural: String) -> String {
    guard let least = counts.min(), let most = counts.max(), least < most else {
      return Words.count(counts.first ?? 0, singular, plural)
    }
    return "\(NumberStyle.count.text(Double(least))) to \(Words.count(most, singular, plural))"
  }
}
