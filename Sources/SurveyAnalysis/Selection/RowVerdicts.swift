/// For each row whether a condition holds: yes, no, or not known because a value is missing.
///
/// The logic is Kleene's (1952), as in SQL: a missing value is neither equal nor unequal to
/// anything, and `not` leaves it so.
enum RowVerdicts {
  /// The same in every row.
  case same(UInt8)
  /// One byte a row.
  case rows([UInt8])

  /// Not known.
  static let unknown: UInt8 = 0
  /// It holds.
  static let yes: UInt8 = 1
  /// It does not hold.
  static let no: UInt8 = 2

  /// Whether it holds, for a field that is known.
  static func of(_ holds: Bool) -> UInt8 { holds ? yes : no }

  /// It holds where this does not.
  var negated: RowVerdicts {
    func negated(_ verdict: UInt8) -> UInt8 { (verdict >> 1) | ((verdict & 1) << 1) }
    switch self {
    case .same(let verdict): return .same(negated(verdict))
    case .rows(let verdicts): return .rows(verdicts.map(negated))
    }
  }

  /// Both hold.
  func and(_ other: RowVerdicts) -> RowVerdicts {
    combined(other) { ($0 & $1 & 1) | (($0 | $1) & 2) }
  }

  /// One of them holds at least.
  func or(_ other: RowVerdicts) -> RowVerdicts {
    combined(other) { (($0 | $1) & 1) | ($0 & $1 & 2) }
  }

  @inline(__always) private func combined(
    _ other: RowVerdicts, _ rule: (UInt8, UInt8) -> UInt8
  ) -> RowVerdicts {
    switch (self, other) {
    case (.same(let one), .same(let two)): return .same(rule(one, two))
    case (.same(let one), .rows(let verdicts)), (.rows(let verdicts), .same(let one)):
      let table = (0..<3).map { rule(one, UInt8($0)) }
      if table == [0, 1, 2] { return .rows(verdicts) }
      if Set(table).count == 1 { return .same(table[0]) }
      return .rows(verdicts.map { rule(one, $0) })
    case (.rows(let one), .rows(let two)):
      let count = min(one.count, two.count)
      return .rows(
        [UInt8](unsafeUninitializedCapacity: count) { target, filled in
          one.withUnsafeBufferPointer { one in
            two.withUnsafeBufferPointer { two in
              for row in 0..<count { target[row] = rule(one[row], two[row]) }
            }
          }
          filled = count
        })
    }
  }
}

extension ValueColumn {
  /// Whether each row has one of the values that `holds` names by position.
  func verdicts(where holds: [Bool]) -> RowVerdicts {
    switch cells {
    case .same(let place): .same(RowVerdicts.of(holds[place]))
    case .bytes(let cells): .rows(Self.verdicts(cells, holds))
    case .integers(let cells): .rows(Self.verdicts(cells, holds))
    }
  }

  private static func verdicts(_ cells: [UInt8], _ holds: [Bool]) -> [UInt8] {
    var table = [UInt8](repeating: RowVerdicts.unknown, count: 256)
    for (place, holds) in holds.enumerated().prefix(256) { table[place] = RowVerdicts.of(holds) }
    return [UInt8](unsafeUninitializedCapacity: cells.count) { target, filled in
      cells.withUnsafeBufferPointer { cells in
        table.withUnsafeBufferPointer { table in
          for row in 0..<cells.count { target[row] = table[Int(cells[row])] }
        }
      }
      filled = cells.count
    }
  }

  /// Runs of neighbouring values that hold are compared without a table, which the processor does
  /// for many rows at once.
  private static func verdicts(_ cells: [Int32], _ holds: [Bool]) -> [UInt8] {
    let runs = runs(of: holds)
    return [UInt8](unsafeUninitializedCapacity: cells.count) { target, filled in
      cells.withUnsafeBufferPointer { cells in
        let first = runs.first ?? 0..<0
        let (low, width) = (Int32(first.lowerBound), UInt32(first.count))
        for row in 0..<cells.count {
          let isInside = UInt32(bitPattern: cells[row] &- low) < width
          let isMissing = cells[row] < 0
          target[row] = isInside ? RowVerdicts.yes : isMissing ? 0 : RowVerdicts.no
        }
        for run in runs.dropFirst() {
          let (low, width) = (Int32(run.lowerBound), UInt32(run.count))
          for row in 0..<cells.count {
            let isInside = UInt32(bitPattern: cells[row] &- low) < width
            target[row] = isInside ? RowVerdicts.yes : target[row]
          }
        }
      }
      filled = cells.count
    }
  }

  private static func runs(of holds: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, holds) in holds.enumerated() where holds {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<(place + 1)
      } else {
        runs.append(place..<(place + 1))
      }
    }
    return runs
  }

  /// Whether each row has no value, for a reason or for any.
  func missingVerdicts(cell: UInt8?) -> RowVerdicts {
    let count = values.count
    switch cells {
    case .same: return .same(RowVerdicts.no)
    case .bytes(let cells):
      return .rows(
        cells.map { value in
          RowVerdicts.of(cell.map { value == $0 } ?? (Int(value) >= count))
        })
    case .integers(let cells): return .rows(cells.map { RowVerdicts.of($0 < 0) })
    }
  }
}
