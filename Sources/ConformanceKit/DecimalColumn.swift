/// Decimal texts as whole numbers of their last place, which doubles hold without rounding.
struct DecimalColumn {
  let wholes: [Double]
  /// What one whole stands for: 1, 10, 100, … of them are 1.
  let unitsPerOne: Double

  /// `nil` where a text is not a plain decimal or has more digits than a double holds.
  init?(_ texts: [String]) {
    let places = texts.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
    guard places.allSatisfy({ $0.count <= 2 }) else { return nil }
    let digits = places.map { $0.count == 2 ? $0[1].count : 0 }.max() ?? 0
    var wholes: [Double] = []
    for place in places {
      let rest = place.count == 2 ? String(place[1]) : ""
      let zeros = String(repeating: "0", count: digits - rest.count)
      guard let whole = Int(place[0] + rest + zeros), whole.magnitude <= 1 << 53 else {
        return nil
      }
      wholes.append(Double(whole))
    }
    self.wholes = wholes
    unitsPerOne = (0..<digits).reduce(1) { product, _ in product * 10 }
  }
}
