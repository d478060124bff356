import NumericCore
import SurveyModel

/// Items that look keyed the wrong way round: turning them would make the scale more consistent.
///
/// The first principal component parts the items in two directions, and those of the smaller part are
/// candidates. It parts items without any correlation as well, so a candidate stays only where its
/// correlation with the sum of the others, all candidates turned, is clear.
struct WrongKeys {
  /// The smallest correlation that says anything about the wording of an item.
  private static let smallestCorrelation = 0.1
  /// A correlation of `n` cases strays by about 1 / √n from nothing.
  private static let standardErrors = 2.0

  /// The places of the items, ascending.
  let places: [Int]

  /// Looks for them.
  ///
  /// - Parameters:
  ///   - covariance: of the items as they are keyed.
  ///   - caseCount: how many cases are behind it.
  init(in covariance: CovarianceMatrix, _ correlation: CorrelationMatrix, caseCount: Int) {
    let clear = max(
      Self.smallestCorrelation, Self.standardErrors / Double(max(1, caseCount)).squareRoot())
    guard covariance.count > 2 else {
      places = (correlation.pairs.first ?? 0) < -clear ? [0, 1] : []
      return
    }
    guard let component = try? FirstPrincipalComponent(of: correlation) else {
      places = []
      return
    }
    // Rounding leaves about 1e-16 where an item has nothing in common with the rest.
    var turned = Set(component.loadings.indices.filter { component.loadings[$0] < -1e-9 })
    while let (place, value) = Self.weakest(of: turned, in: covariance), value < clear {
      turned.remove(place)
    }
    let gains =
      Self.total(of: covariance, turned: turned) > Self.total(of: covariance, turned: [])
    places = gains ? turned.sorted() : []
  }

  /// The turned item that correlates least with the sum of the others.
  private static func weakest(
    of turned: Set<Int>, in covariance: CovarianceMatrix
  ) -> (place: Int, correlation: Double)? {
    let whole = total(of: covariance, turned: turned)
    let all = turned.sorted().map { place -> (place: Int, correlation: Double) in
      let variance = covariance[place, place]
      let withRest = (0..<covariance.count).reduce(0.0) { sum, other in
        guard other != place else { return sum }
        return sum + covariance[place, other] * (turned.contains(other) ? 1 : -1)
      }
      let rest = whole - variance - 2 * withRest
      // Rounding leaves about 1e-16 where the exact variance is zero.
      guard variance > 0, rest > 1e-12 * variance else { return (place, 0) }
      return (place, withRest / (variance * rest).squareRoot())
    }
    return all.min { $0.correlation < $1.correlation }
  }

  /// The variance of the sum of the items, some of them turned: alpha grows with it.
  private static func total(of covariance: CovarianceMatrix, turned: Set<Int>) -> Double {
    var total = 0.0
    for row in 0..<covariance.count {
      for column in 0..<covariance.count {
        let isOpposite = turned.contains(row) != turned.contains(column)
        total += isOpposite ? -covariance[row, column] : covariance[row, column]
      }
    }
    return total
  }
}

extension WrongKeys {
  /// What is to be said of items that run against the others.
  ///
  /// - Parameters:
  ///   - others: what they run against.
  ///   - forward: what an item may need that is not turned yet.
  ///   - turned: the words for an item that is turned already.
  static func message(_ items: [Item], others: String, forward: String, turned: String) -> String {
    func part(_ items: [Item], _ end: String) -> String? {
      guard !items.isEmpty else { return nil }
      let names = items.map { "`\($0.id)`" }.joined(separator: ", ")
      return "\(names) \(items.count == 1 ? "runs" : "run") against \(others)\(end)"
    }
    let parts = [
      part(items.filter { !$0.isReverseKeyed }, " and may need \(forward)"),
      part(items.filter(\.isReverseKeyed), turned),
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}
