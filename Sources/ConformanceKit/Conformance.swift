package import Foundation

/// Computes every statistic that the specifications of reference data sets ask for.
package enum Conformance {
  /// Runs the program: reads specifications and data, and writes one file of values for each set.
  ///
  /// usage: conformance --expected DIR --data DIR --out DIR
  ///
  /// - Returns: the exit code: 0; 64 for a wrong call; 65 for data that can't be used.
  package static func main(_ arguments: [String]) -> Int32 {
    do {
      try run(Options(arguments))
      return 0
    } catch {
      FileHandle.standardError.write(Data("conformance: \(error)\n".utf8))
      return error is UsageError ? 64 : 65
    }
  }

  /// The values of one data set in JSON, by id.
  ///
  /// - Parameters:
  ///   - specification: a JSON file with what is asked for, alone or as its field `spec`.
  ///   - data: the data set, comma-separated with a header.
  package static func values(specification: URL, data: URL) throws -> [String: String] {
    let values = try allValues(
      of: Specification(contentsOf: specification), in: CSVTable(contentsOf: data))
    return Dictionary(values.map { ($0.0, $0.1.json) }) { _, last in last }
  }

  private static func run(_ options: Options) throws {
    try FileManager.default.createDirectory(at: options.output, withIntermediateDirectories: true)
    let files = try FileManager.default.contentsOfDirectory(
      at: options.expected, includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
      let specification = try Specification(contentsOf: file)
      let table = try CSVTable(
        contentsOf: options.data.appendingPathComponent("\(specification.name).csv"))
      let values = try allValues(of: specification, in: table)
      let result = ReferenceValue.object([
        ("dataset", .text(specification.name)), ("values", .object(values)),
      ])
      let target = options.output.appendingPathComponent("\(specification.name).json")
      try Data(result.json.utf8).write(to: target)
      print("\(specification.name): \(values.count)")
    }
  }
}
