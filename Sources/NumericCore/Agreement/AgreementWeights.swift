/// How much two different ratings of a unit still agree: 1 for the same, less for others.
public enum AgreementWeights: String, Hashable, Sendable, CaseIterable {
  /// Different ratings do not agree at all; for categories without order.
  case identity
  /// 1 − |a − b| / widest distance, from the values of the categories.
  case linear
  /// 1 − ((a − b) / widest distance)², from the values of the categories.
  case quadratic
  /// 1 − m(m − 1) / (q(q − 1)), m the number of categories from a to b and q of all: from the
  /// order of the categories alone (Gwet).
  case ordinal

  /// The weight of each pair of categories, row by row.
  func matrix(_ categories: [Double]) -> [[Double]] {
    let q = categories.count
    guard q > 1 else { return categories.map { _ in [1] } }
    let widest = categories[q - 1] - categories[0]
    return (0..<q).map { i in
      (0..<q).map { j in
        guard i != j else { return 1 }
        let distance = (categories[i] - categories[j]) / widest
        let steps = Double(abs(i - j))
        return switch self {
        case .identity: 0
        case .linear: 1 - abs(distance)
        case .quadratic: 1 - distance * distance
        case .ordinal: 1 - (steps + 1) * steps / Double(q * (q - 1))
        }
      }
    }
  }
}
