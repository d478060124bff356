import Foundation
import NumericCore

/// A value in the form in which reference files hold it.
enum ReferenceValue {
  case undefined
  case number(Double)
  case text(String)
  case list([ReferenceValue])
  /// Fields by name, in order.
  case record(names: [String], values: [ReferenceValue])

  static func object(_ fields: [(String, ReferenceValue)]) -> ReferenceValue {
    .record(names: fields.map { $0.0 }, values: fields.map { $0.1 })
  }

  static func optional(_ value: Double?) -> ReferenceValue { value.map(number) ?? .undefined }

  static func count(_ value: Int) -> ReferenceValue { .number(Double(value)) }

  static func matrix(_ names: [String], _ rows: [[Double]]) -> ReferenceValue {
    .object([
      ("rows", .list(names.map(text))), ("cols", .list(names.map(text))),
      ("data", .list(rows.map { .list($0.map(number)) })),
    ])
  }

  static func named(_ names: [String], _ values: [Double?]) -> ReferenceValue {
    .object(zip(names, values).map { ($0, optional($1)) })
  }

  var json: String {
    switch self {
    case .undefined: "null"
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15
        ? "\(Int(value))" : "\(value)"
    case .text(let text): ReferenceValue.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .record(let names, let values):
      "{"
        + zip(names, values).map { "\(ReferenceValue.quoted($0)): \($1.json)" }
        .joined(separator: ",\n") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }
}

/// The fields that a computation gives; none, and a note, where the data leave it undefined.
func ifDefined(
  _ name: String, _ compute: () throws -> [(String, ReferenceValue)]
) throws -> [(String, ReferenceValue)] {
  do {
    return try compute()
  } catch let error as NumericError {
    FileHandle.standardError.write(Data("note: \(name): \(error)\n".utf8))
    return []
  }
}
