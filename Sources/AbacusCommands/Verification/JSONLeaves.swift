import FoundationEssentials

/// A JSON tree as it was read.
enum JSONTree: Hashable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let values = try? value.decode([JSONTree].self) {
      self = .array(values)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  /// Reads a text.
  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
  }
}

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
  init(_ old: JSONTree, _ new: JSONTree) { compare(old, new, at: "") }

  private mutating func compare(_ old: JSONTree, _ new: JSONTree, at path: String) {
    switch (old, new) {
    case (.number(let left), .number(let right)):
      numberCount += 1
      if !Self.isSame(left, right) { differ(old, new, path) }
    case (.array(let left), .array(let right)):
      for place in 0..<max(left.count, right.count) {
        compare(
          place < left.count ? left[place] : nil, place < right.count ? right[place] : nil,
          at: "\(path)[\(place)]")
      }
    case (.object(let left), .object(let right)):
      for key in Set(left.keys).union(right.keys).sorted() {
        compare(left[key], right[key], at: path.isEmpty ? key : "\(path).\(key)")
      }
    default:
      if old != new { differ(old, new, path) }
    }
  }

  private mutating func compare(_ old: JSONTree?, _ new: JSONTree?, at path: String) {
    if let old, let new { return compare(old, new, at: path) }
    differ(old, new, path)
  }

  private mutating func differ(_ old: JSONTree?, _ new: JSONTree?, _ path: String) {
    differences.append(Difference(path: path, old: Self.words(old), new: Self.words(new)))
  }

  /// True for numbers that count as the same.
  static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) <= tolerance * max(abs(left), abs(right))
  }

  /// A value in words; text is only said to be there, because a report may hold open answers.
  private static func words(_ value: JSONTree?) -> String {
    switch value {
    case nil: "absent"
    case .null?: "null"
    case .bool(let flag)?: "\(flag)"
    case .number(let number)?: "\(number)"
    case .string?: "another text"
    case .array?: "a list"
    case .object?: "an object"
    }
  }
}
