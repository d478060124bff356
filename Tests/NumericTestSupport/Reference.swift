public import Testing

/// An expected number; where it comes from fixes how close a result must be.
public struct Reference: Sendable, CustomStringConvertible {
  /// The expected number.
  public let value: Double
  /// The allowed distance.
  public let tolerance: Double
  /// The number and its source, for a failure.
  public let description: String

  private init(_ value: Double, tolerance: Double, source: String) {
    self.value = value
    self.tolerance = tolerance
    description = "\(value) ± \(tolerance) (\(source))"
  }

  /// A number derived by hand: 1e-12, relative where it is above 1.
  public static func derived(_ value: Double) -> Reference {
    Reference(value, tolerance: 1e-12 * max(1, abs(value)), source: "derived")
  }

  /// A number that other software gave: 1e-9, relative where it is above 1.
  public static func software(_ value: Double) -> Reference {
    Reference(value, tolerance: 1e-9 * max(1, abs(value)), source: "software")
  }

  /// A number as printed: half a unit of its last digit.
  public static func published(_ text: String) -> Reference {
    let digits = text.split(separator: ".", omittingEmptySubsequences: false)
    var unit = 1.0
    if digits.count == 2 { for _ in digits[1] { unit /= 10 } }
    // The printed number itself has a rounding error as a double.
    return Reference(Double(text) ?? .nan, tolerance: unit / 2 * (1 + 1e-9), source: "published")
  }

  /// An estimate that other software found by a search, which it ends early.
  ///
  /// - Parameters:
  ///   - distance: the allowed distance, relative where the number is above 1.
  ///   - reason: why the tolerance is wider.
  public static func iterative(_ value: Double, within distance: Double, reason: String)
    -> Reference
  {
    Reference(value, tolerance: distance * max(1, abs(value)), source: reason)
  }

  /// The result of an approximation that is good to fewer digits than the others.
  ///
  /// - Parameter reason: why the tolerance is wider.
  public static func approximate(_ value: Double, relative: Double, reason: String) -> Reference {
    Reference(value, tolerance: relative * abs(value), source: reason)
  }
}

/// Records a failure unless the number is as close to the reference as its source asks.
public func expectClose(
  _ actual: Double?, _ reference: Reference,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let actual else {
    Issue.record("nil, not \(reference)", sourceLocation: sourceLocation)
    return
  }
  let isClose = abs(actual - reference.value) <= reference.tolerance
  #expect(isClose, "\(actual), not \(reference)", sourceLocation: sourceLocation)
}
