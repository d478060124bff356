/// Whole-column passes over the codes, for decoders.
extension RawColumn {
  /// Calls `body` with the codes of a dictionary column; `nil` for a text column.
  package func withCodes<Result>(_ body: (Codes) throws -> Result) rethrows -> Result? {
    switch storage {
    case .narrow(let codes, _): try body(.narrow(codes.buffer.elements))
    case .wide(let codes, _): try body(.wide(codes.buffer.elements))
    case .text: nil
    }
  }

  /// `table[code]` for each row; `nil` for a text column.
  ///
  /// - Parameter table: one value for each code: `CellCode.firstText` values for the special codes,
  ///   then one for each of `texts`.
  package func translated<Value>(by table: [Value]) -> [Value]? {
    precondition(texts == nil || table.count >= codeCount, "a code without a value")
    return table.withUnsafeBufferPointer { table in
      withCodes { codes in
        switch codes {
        case .narrow(let codes): codes.map { table[Int($0)] }
        case .wide(let codes): codes.map { table[Int($0)] }
        }
      }
    }
  }

  /// How many codes a dictionary column has, the special ones included; 0 for a text column.
  package var codeCount: Int { texts.map { $0.count + Int(CellCode.firstText) } ?? 0 }

  /// How many rows have each code; empty for a text column.
  package var codeCounts: [Int] {
    var counts = [Int](repeating: 0, count: codeCount)
    withCodes { codes in
      switch codes {
      case .narrow(let codes): for code in codes { counts[Int(code)] += 1 }
      case .wide(let codes): for code in codes { counts[Int(code)] += 1 }
      }
    }
    return counts
  }

  /// The first rows that have a code, at most `limit` of them.
  package func firstRows(withCode code: UInt16, limit: Int) -> [Int] {
    var rows: [Int] = []
    for row in 0..<rowCount where self.code(row) == code {
      if rows.count == limit { break }
      rows.append(row)
    }
    return rows
  }
}

extension RawColumn {
  /// The same column for the given rows only, without the texts that no longer occur.
  func keeping(rows: [Int]) -> RawColumn {
    if case .text(let arena) = storage {
      return RawColumn(name: name, index: index, storage: .text(arena.keeping(rows: rows)))
    }
    let first = Int(CellCode.firstText)
    let oldTexts = texts ?? []
    var newCodes = [UInt16](repeating: 0, count: codeCount)
    for special in 0..<first { newCodes[special] = UInt16(special) }
    var newTexts: [String] = []
    for row in rows {
      let old = Int(code(row) ?? 0)
      guard old >= first, newCodes[old] == 0 else { continue }
      newCodes[old] = UInt16(newTexts.count + first)
      newTexts.append(oldTexts[old - first])
    }
    let codes = WideCodes(
      buffer: FrozenBuffer(count: rows.count) { target in
        for (place, row) in rows.enumerated() { target[place] = newCodes[Int(code(row) ?? 0)] }
      })
    return RawColumn(name: name, index: index, storage: codes.narrowed(texts: newTexts))
  }
}

extension WideCodes {
  /// The narrowest storage that holds these codes.
  fileprivate func narrowed(texts: [String]) -> RawColumn.Storage {
    guard texts.count + Int(CellCode.firstText) <= Int(UInt8.max) + 1 else {
      return .wide(self, texts: texts)
    }
    let narrow = FrozenBuffer<UInt8>(count: buffer.count) { target in
      for row in 0..<buffer.count { target[row] = UInt8(buffer[row]) }
    }
    return .narrow(NarrowCodes(buffer: narrow), texts: texts)
  }
}
