/// Looks within one file for two parts, pasted below each other, in which identifiers begin again.
struct PastedParts {
  let source: DecodedSource

  private struct Key: Hashable {
    let person: Int32
    let pair: Int32
    let wave: UInt8
  }

  /// The two parts and the respondents in both of them; nil where a file has no such parts.
  ///
  /// The cut is where most repeated identifiers have their first row above and their second below. Half
  /// of the identifiers of one part or more are in the other one, and they come in the same order, or
  /// nearly all are in both: who sends a form twice does so at any time.
  func shared(atLeast fewest: Int) -> RestartAudit.Shared? {
    let repeated = SharedNumbers([source.respondentKeys]).repeated
    guard repeated.count(where: { $0 }) >= fewest else { return nil }
    let keys = self.keys
    let twice = firstTwoRows(of: keys)
    let cut = Self.cut(between: twice, rowCount: keys.count)
    let rows = twice.filter { $0.earlier < cut && $0.later >= cut }
    let counts = [keys[..<cut], keys[cut...]].map { Set($0.compactMap(\.self)).count }
    guard rows.count >= fewest, rows.count * 2 >= min(counts[0], counts[1]),
      Self.areInOrder(rows) || rows.count * 10 >= max(counts[0], counts[1]) * 9,
      let start = rows.map(\.later).min()
    else { return nil }
    return RestartAudit.Shared(
      earlier: source, later: source, rows: rows, count: counts[1], partStart: start)
  }

  /// What only one response should have; nil for a row without a respondent.
  private var keys: [Key?] {
    source.tableRows.indices.map { row in
      let person = source.respondentKeys.codes[row]
      return person < 0
        ? nil : Key(person: person, pair: source.pairKeys.codes[row], wave: source.waves[row])
    }
  }

  private func firstTwoRows(of keys: [Key?]) -> [(earlier: Int, later: Int)] {
    var first: [Key: Int] = [:]
    var done: Set<Key> = []
    var rows: [(earlier: Int, later: Int)] = []
    for (row, key) in keys.enumerated() {
      guard let key else { continue }
      guard let earlier = first[key] else {
        first[key] = row
        continue
      }
      if done.insert(key).inserted { rows.append((earlier, row)) }
    }
    return rows.sorted { $0.earlier < $1.earlier }
  }

  /// The first row of the lower part.
  private static func cut(between twice: [(earlier: Int, later: Int)], rowCount: Int) -> Int {
    var changes = [Int](repeating: 0, count: rowCount + 1)
    for rows in twice {
      changes[rows.earlier + 1] += 1
      changes[rows.later + 1] -= 1
    }
    var (open, most, cut) = (0, 0, 0)
    for row in 0..<rowCount {
      open += changes[row]
      if open > most { (most, cut) = (open, row) }
    }
    return cut
  }

  /// Whether nine of ten second rows follow each other as the first rows do.
  private static func areInOrder(_ rows: [(earlier: Int, later: Int)]) -> Bool {
    let ascending = zip(rows, rows.dropFirst()).count { $0.later < $1.later }
    return ascending * 10 >= (rows.count - 1) * 9
  }
}
