import NumericCore
import SurveyModel

/// What is shown of one group: who is behind it, and the outcome of each statistic.
struct GroupCells {
  let base: Base
  private(set) var outcomes: [(call: BoundCall, outcome: CallOutcome)] = []

  init(base: Base) { self.base = base }

  mutating func add(_ outcome: CallOutcome, of call: BoundCall) { outcomes.append((call, outcome)) }

  /// True where nothing of the group is shown.
  var isHidden: Bool {
    outcomes.allSatisfy { if case .hidden = $0.outcome { true } else { false } }
  }
}

/// Gathers the answers of all groups into one table.
struct AnswerSheet {
  private let fieldNames: [String]
  private let hasRole: Bool
  private let waves: [Wave]
  private var lines: [(head: [QueryTable.Value], cells: GroupCells)] = []

  init(fieldNames: [String], hasRole: Bool, waves: [Wave]) {
    self.fieldNames = fieldNames
    self.hasRole = hasRole
    self.waves = waves
  }

  mutating func add(_ group: GroupedRows.Group, role: Role, _ cells: GroupCells) {
    var head: [QueryTable.Value] = hasRole ? [.text(role.id)] : []
    head += group.values.map { $0.map(QueryTable.Value.text) ?? .null }
    if waves.count > 1 { head.append(.text(waves[group.wave].label)) }
    lines.append((head, cells))
  }

  /// The table; statistics with several values have a column for each.
  var table: QueryTable {
    let layouts = layouts
    let names =
      (hasRole ? ["role"] : []) + fieldNames + (waves.count > 1 ? ["wave"] : [])
    let columns =
      names.map { QueryTable.Column($0) }
      + ["rows", "persons"].map { QueryTable.Column($0, isBase: true) }
      + layouts.flatMap { layout in layout.columns.map { QueryTable.Column($0.title) } }
    let rows = lines.map { line in
      line.head + counts(line.cells)
        + zip(layouts, line.cells.outcomes).flatMap { layout, entry in
          layout.columns.map { Self.value($0, entry.outcome, of: entry.call) }
        }
    }
    return QueryTable(columns: columns, rows: rows, notes: notes)
  }

  /// How many persons a hidden group has is hidden, too.
  private func counts(_ cells: GroupCells) -> [QueryTable.Value] {
    guard !cells.isHidden else { return [.hidden, .hidden] }
    return [.integer(Int64(cells.base.rowCount)), .integer(Int64(cells.base.personCount))]
  }

  // MARK: Columns

  private struct Column: Hashable {
    let title: String
    /// Which of the values it shows.
    let place: Int
  }

  private struct Layout {
    let columns: [Column]
  }

  private var layouts: [Layout] {
    let calls = lines.first?.cells.outcomes.map(\.call) ?? []
    return calls.indices.map { index in
      let call = calls[index]
      let values = lines.lazy.compactMap { line -> [AnswerValue]? in
        if case .shown(let values, _) = line.cells.outcomes[index].outcome { values } else { nil }
      }.max { $0.count < $1.count }
      guard let values, values.count > 1 else {
        return Layout(columns: [Column(title: call.shown, place: 0)])
      }
      let items = call.items
      let hasOutputs = Set(values.map(\.output)).count > 1
      let isNumbered = !hasOutputs && values.allSatisfy { $0.item == nil }
      return Layout(
        columns: values.enumerated().map { place, value in
          let parts = [
            call.shown, hasOutputs ? value.output : nil, value.item.map { items[$0].id },
            isNumbered ? String(place + 1) : nil,
          ]
          return Column(title: parts.compactMap(\.self).joined(separator: " "), place: place)
        })
    }
  }

  private static func value(
    _ column: Column, _ outcome: CallOutcome, of call: BoundCall
  ) -> QueryTable.Value {
    switch outcome {
    case .hidden: return .hidden
    case .undefined: return .null
    case .shown(let values, _):
      let value = values.indices.contains(column.place) ? values[column.place] : nil
      switch value?.content {
      case nil, .exact(nil)?: return .null
      case .exact(let number?)?:
        return call.definition.id.rawValue == "n" ? .integer(Int64(number)) : .number(number)
      case .share(.about(let rate))?: return .number(rate)
      case .share(.atMostTenth)?: return .text("≤ 0.1")
      case .share(.atLeastNineTenths)?: return .text("≥ 0.9")
      }
    }
  }

  // MARK: Notes

  private var notes: [String] {
    var notes: [String] = []
    func note(_ text: String) { if !notes.contains(text) { notes.append(text) } }
    for line in lines {
      for (call, outcome) in line.cells.outcomes {
        switch outcome {
        case .hidden(let reason): note(reason.note)
        case .undefined(let error): note("\(call.shown) is empty where it is undefined: \(error).")
        case .shown(_, let warnings):
          for warning in warnings { note("\(call.shown): \(warning).") }
        }
      }
    }
    return notes
  }
}

extension HiddenReason {
  /// What a table of groups says of it, in a sentence.
  var note: String {
    switch self {
    case .tooFewPersons(let minimum):
      "Hidden where fewer than \(minimum) persons stand behind a value."
    case .tooFewPartners(let minimum):
      "Hidden where the persons behind a value are paired with fewer than \(minimum) others."
    case .onePersonDominates: "Hidden where one person gave most of the answers."
    case .tooFewPairs(let minimum): "Hidden where fewer than \(minimum) pairs are behind a value."
    case .tooFewForCoefficients(let fullFrom):
      "Hidden where fewer than \(fullFrom) persons stand behind what needs so many."
    case .singlesOut(let minimum):
      "Hidden where a value would, with what was shown before, single out fewer than \(minimum) persons."
    }
  }
}
