/// A JSON tree whose numbers are finite by construction.
package enum JSONValue: Sendable, Hashable {
  /// Nothing; stands beside a reason where a value is undefined.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number that is neither infinite nor NaN.
  case number(FiniteNumber)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Values by key.
  case object(JSONObject)
}

/// A number that is neither infinite nor NaN.
package struct FiniteNumber: Sendable, Hashable {
  /// The number; negative zero is stored as zero.
  package let value: Double

  /// Fails when the number is infinite or NaN.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.value = value == 0 ? 0 : value
  }
}

/// A number that JSON can't hold.
package struct NotFinite: Error, Sendable, Hashable, CustomStringConvertible {
  /// The number as text: `nan`, `inf` or `-inf`.
  package let number: String

  /// Says what is wrong.
  package var description: String {
    "the number \(number) can't be written as JSON; write null and a reason"
  }
}

extension JSONValue {
  /// Makes a number.
  ///
  /// - Throws: `NotFinite` when it is infinite or NaN.
  package init(_ value: Double) throws(NotFinite) {
    guard let number = FiniteNumber(value) else { throw NotFinite(number: "\(value)") }
    self = .number(number)
  }

  /// Makes a string, or null.
  package init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// Makes a whole number, or null.
  package init(_ count: Int?) {
    self = count.map(JSONValue.integer) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Makes text of a literal.
  package init(stringLiteral value: String) { self = .string(value) }
  /// Makes a whole number of a literal.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// Makes true or false of a literal.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Makes null.
  package init(nilLiteral: ()) { self = .null }
  /// Makes an array of the values listed.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Makes an object of the pairs listed; of equal keys the last one counts.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
