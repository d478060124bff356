import Foundation

/// Numbers that other software gave, from a file in `Tests/Reference`.
public struct ReferenceFile: Sendable {
  private let records: [[String]]

  /// Reads `Tests/Reference/NAME.csv`; fields are plain, an empty field is missing.
  public init(_ name: String) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = tests.appendingPathComponent("Reference/\(name).csv")
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    records = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The number with this name, in a file of names and numbers.
  public func software(_ name: String) throws -> Reference {
    guard let record = records.first(where: { $0[0] == name }), let value = Double(record[1]) else {
      throw MissingReference(name: name)
    }
    return .software(value)
  }

  /// The estimate with this name, in a file of names and numbers, that a search found.
  public func iterative(_ name: String, within distance: Double, reason: String) throws
    -> Reference
  {
    .iterative(try software(name).value, within: distance, reason: reason)
  }

  /// The columns below the header line, in a file of data.
  public var columns: [[Double?]] {
    guard let header = records.first else { return [] }
    return header.indices.map { column in
      records.dropFirst().map { Double($0[column]) }
    }
  }
}

/// A name that a reference file does not have.
public struct MissingReference: Error {
  /// The name that was asked for.
  public let name: String
}
