import Foundation
import NumericCore

/// Computes every statistic that the specifications of reference data sets ask for.
///
/// usage: conformance --expected DIR --data DIR --out DIR
func run(_ arguments: [String]) throws {
  let options = try Options(arguments)
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

func allValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try certifiedValues(of: specification, in: table)
    + describeValues(of: specification, in: table)
    + likertValues(of: specification, in: table)
    + scaleValues(of: specification, in: table)
    + dimensionValues(of: specification, in: table)
    + modelValues(of: specification, in: table)
    + factorReliabilityValues(of: specification, in: table)
    + agreementValues(of: specification, in: table)
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("conformance: \(error)\n".utf8))
  exit(error is UsageError ? 64 : 65)
}
