extension JSONValue {
  /// The value of a key; nil where there is none, or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object.members.first { $0.key == key }?.value
  }

  /// The text; nil for anything else.
  package var textValue: String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number; nil for anything else.
  package var integerValue: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The number, whole or not; nil for anything else.
  package var doubleValue: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number.value
    default: nil
    }
  }

  /// The values of a list; nil for anything else.
  package var arrayValue: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object; nil for anything else.
  package var objectValue: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}
