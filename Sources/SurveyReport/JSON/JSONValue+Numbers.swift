import ReportDocument

/// Parts of a file of numbers: of one type or null, and damaged otherwise.
extension JSONValue {
  /// The text that this is; nil for null.
  func textOrNull() throws(NumbersError) -> String? {
    switch self {
    case .string(let text): text
    case .null: nil
    default: throw .damaged
    }
  }

  /// The whole number that this is; nil for null.
  func wholeOrNull() throws(NumbersError) -> Int? {
    switch self {
    case .integer(let number): number
    case .null: nil
    default: throw .damaged
    }
  }

  /// The number that this is; nil for null.
  func numberOrNull() throws(NumbersError) -> Double? {
    if let number = doubleValue { return number }
    guard self == .null else { throw .damaged }
    return nil
  }

  /// The text of a key; nil where it is absent.
  func text(_ key: String) throws(NumbersError) -> String? { try self[key]?.textOrNull() }

  /// The whole number of a key; nil where it is absent.
  func whole(_ key: String) throws(NumbersError) -> Int? { try self[key]?.wholeOrNull() }

  /// The number of a key; nil where it is absent.
  func number(_ key: String) throws(NumbersError) -> Double? { try self[key]?.numberOrNull() }

  /// The truth of a key; nil where it is absent.
  func truth(_ key: String) throws(NumbersError) -> Bool? {
    switch self[key] {
    case .bool(let truth)?: truth
    case nil, .null?: nil
    default: throw .damaged
    }
  }

  /// The list of a key, each of its values read.
  func list<Element>(
    _ key: String, _ read: (JSONValue) throws(NumbersError) -> Element
  ) throws(NumbersError) -> [Element] {
    guard let values = self[key]?.arrayValue else { throw .damaged }
    return try values.map(read)
  }
}
