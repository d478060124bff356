import ReportDocument

/// What two JSON trees have in common.
struct JSONComparison: Hashable {
  /// A value that is not the same.
  struct Difference: Hashable {
    /// Where: keys and positions, as `items[3].mean`.
    let path: String
    /// What stands in the first tree, in words.
    let old: String
    /// What stands in the second tree, in words.
    let new: String
  }

  /// How far apart two numbers may be that count as the same, as a share of the larger one: the last
  /// digits differ between processors and libraries.
  static let tolerance = 1e-9

  /// How many numbers stand in both trees.
  private(set) var numberCount = 0
  /// What differs, in the order of the first tree.
  private(set) var differences: [Difference] = []

  /// Compares two trees.
  init(_ old: JSONValue, _ new: JSONValue) { compare(old, new, at: "") }

  private mutating func compare(_ old: JSONValue, _ new: JSONValue, at path: String) {
    if let left = old.doubleValue, let right = new.doubleValue {
      numberCount += 1
      if !Self.isSame(left, right) { differ(old, new, path) }
      return
    }
    switch (old, new) {
    case (.array(let left), .array(let right)):
      for place in 0..<max(left.count, right.count) {
        comparePart(
          place < left.count ? left[place] : Optional.none,
          place < right.count ? right[place] : Optional.none, at: "\(path)[\(place)]")
      }
    case (.object(let left), .object(let right)):
      for key in Set(left.members.map(\.key)).union(right.members.map(\.key)).sorted() {
        comparePart(old[key], new[key], at: path.isEmpty ? key : "\(path).\(key)")
      }
    default:
      if old != new { differ(old, new, path) }
    }
  }

  /// Compares what stands at one place of both trees; where it is absent in one, that differs.
  private mutating func comparePart(_ old: JSONValue?, _ new: JSONValue?, at path: String) {
    if let old, let new { return compare(old, new, at: path) }
    differ(old, new, path)
  }

  private mutating func differ(_ old: JSONValue?, _ new: JSONValue?, _ path: String) {
    differences.append(Difference(path: path, old: Self.words(old), new: Self.words(new)))
  }

  /// True for numbers that count as the same.
  static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) <= tolerance * max(abs(left), abs(right))
  }

  /// A value in words; text is only said to be there, because a report may hold open answers.
  private static func words(_ value: JSONValue?) -> String {
    switch value {
    case .none: "absent"
    case .null?: "null"
    case .bool(let flag)?: "\(flag)"
    case .integer(let number)?: "\(number)"
    case .number(let number)?: "\(number.value)"
    case .string?: "another text"
    case .array?: "a list"
    case .object?: "an object"
    }
  }
}
