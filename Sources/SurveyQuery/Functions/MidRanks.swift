/// Ranks in which equal values share the middle of theirs.
enum MidRanks {
  /// The ranks of two columns over the rows that have both values.
  static func ofPairs(
    _ first: [Double?], _ second: [Double?]
  ) -> (first: [Double?], second: [Double?]) {
    var pairs: [(Double, Double)] = []
    for case (let one?, let other?) in zip(first, second) { pairs.append((one, other)) }
    return (of(pairs.map(\.0)), of(pairs.map(\.1)))
  }

  private static func of(_ values: [Double]) -> [Double?] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double?](repeating: nil, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      let rank = Double(start + end) / 2 + 1
      for place in start...end { ranks[order[place]] = rank }
      start = end + 1
    }
    return ranks
  }
}
