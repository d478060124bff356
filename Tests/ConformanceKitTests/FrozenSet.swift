import Foundation
import Testing

/// A data set of `Tests/Reference/oracle`: what is asked of it and what other software gives.
struct FrozenSet: CustomTestStringConvertible, Sendable {
  let name: String
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Reference/oracle")

  var testDescription: String { name }
  var specification: URL { file("spec.json") }
  var data: URL { file("csv") }

  /// All sets, by name.
  static var all: [FrozenSet] {
    let ending = ".spec.json"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(ending) }.sorted()
      .map { FrozenSet(name: String($0.dropLast(ending.count))) }
  }

  /// The expected numbers, in the order of the file.
  func expected() throws -> [ExpectedNumber] {
    let text = try String(decoding: Data(contentsOf: file("expected.tsv")), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return ExpectedNumber(
        id: fields[0], value: try Tree(json: fields[1]),
        tolerance: Tolerance(fields[2], id: fields[0]), source: "\(fields[3]), \(fields[4])")
    }
  }

  private func file(_ ending: String) -> URL {
    Self.folder.appendingPathComponent("\(name).\(ending)")
  }
}

/// One number, or group of numbers, that other software gave.
struct ExpectedNumber {
  let id: String
  let value: Tree
  let tolerance: Tolerance
  let source: String

  /// Columns of loadings are free in order and sign.
  var isFreeInColumns: Bool { id.contains(".efa.") && !id.contains("phi") }
}

/// How far a number may be from the expected one.
struct Tolerance {
  let absolute: Double
  let relative: Double

  /// Reads `1e-5 abs`, `1e-6 rel`, `exact` or `as nist.mean`; without a text, 1e-9, and 1e-8 for
  /// probabilities.
  init(_ text: String, id: String) {
    let last = id.split(separator: ".").last ?? ""
    let words = text.split { $0 == " " || $0 == "," }
    if text.isEmpty {
      let isProbability = last == "p" || last.hasPrefix("p_") || last.hasSuffix("_p")
      (absolute, relative) = isProbability ? (1e-250, 1e-8) : (1e-12, 1e-9)
    } else if text.hasPrefix("exact") {
      (absolute, relative) = (0, 0)
    } else if text.hasPrefix("as nist.") {
      (absolute, relative) = (
        0, text.hasSuffix("mean") ? 1e-14 : text.hasSuffix("sd") ? 1e-12 : 1e-10
      )
    } else {
      let number = words.first.flatMap { Double($0) } ?? 0
      let isRelative = words.count > 1 && words[1] == "rel"
      (absolute, relative) = isRelative ? (1e-300, number) : (number, 1e-9)
    }
  }

  func allows(_ actual: Double, _ expected: Double) -> Bool {
    abs(actual - expected) <= absolute + relative * abs(expected)
  }
}
