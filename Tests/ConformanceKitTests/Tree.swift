import Foundation

/// A value in JSON, for comparing.
indirect enum Tree {
  case nothing
  case number(Double)
  case text(String)
  case list([Tree])
  case fields([String: Tree])

  init(json: String) throws {
    self.init(
      try JSONSerialization.jsonObject(with: Data(json.utf8), options: [.fragmentsAllowed]))
  }

  private init(_ value: Any) {
    switch value {
    case let list as [Any]: self = .list(list.map(Tree.init))
    case let fields as [String: Any]: self = .fields(fields.mapValues(Tree.init))
    case let number as NSNumber: self = .number(number.doubleValue)
    case let text as String: self = .text(text)
    default: self = .nothing
    }
  }

  /// Whether this value is as close to the expected one as its tolerance asks.
  func agrees(with expected: ExpectedNumber) -> Bool {
    if expected.isFreeInColumns, case .fields(let mine) = self,
      case .fields(let theirs) = expected.value, let mine = mine["data"]?.columns,
      let theirs = theirs["data"]?.columns
    {
      return Self.agree(mine, theirs, expected.tolerance)
    }
    return agrees(with: expected.value, expected.tolerance)
  }

  private func agrees(with expected: Tree, _ tolerance: Tolerance) -> Bool {
    switch (self, expected) {
    case (.nothing, .nothing): true
    case (.number(let actual), .number(let expected)): tolerance.allows(actual, expected)
    case (.text(let actual), .text(let expected)): actual == expected
    case (.list(let actual), .list(let expected)):
      actual.count == expected.count
        && zip(actual, expected).allSatisfy { $0.agrees(with: $1, tolerance) }
    case (.fields(let actual), .fields(let expected)) where expected["data"] != nil:
      actual["data"]?.agrees(with: expected["data"] ?? .nothing, tolerance) ?? false
    case (.fields(let actual), .fields(let expected)):
      expected.allSatisfy { name, value in
        actual[name]?.agrees(with: value, tolerance) ?? false
      }
    default: false
    }
  }

  private var columns: [[Double]]? {
    guard case .list(let rows) = self else { return nil }
    let numbers = rows.map(\.numbers)
    guard let first = numbers.first else { return [] }
    return first.indices.map { column in numbers.map { $0[column] } }
  }

  private var numbers: [Double] {
    guard case .list(let values) = self else { return [] }
    return values.compactMap { if case .number(let value) = $0 { value } else { nil } }
  }

  /// Whether each expected column has one of these, up to sign, for itself.
  private static func agree(_ mine: [[Double]], _ theirs: [[Double]], _ tolerance: Tolerance)
    -> Bool
  {
    var left = mine
    for column in theirs {
      let place = left.firstIndex { candidate in
        [1.0, -1].contains { sign in
          zip(candidate, column).allSatisfy { tolerance.allows(sign * $0, $1) }
        }
      }
      guard let place else { return false }
      left.remove(at: place)
    }
    return left.isEmpty
  }
}
