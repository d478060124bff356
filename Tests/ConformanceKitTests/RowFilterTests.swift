import ConformanceKit
import Foundation
import Testing

/// What a specification asks of some rows is computed of these rows alone.
@Suite struct RowFilterTests {
  private static let rows = [
    "a,1,2,2", "b,9,1,5", "a,2,1,3", "a,3,4,4", "b,1,8,2", "a,4,3,1", "a,5,5,5", "b,2,2,9",
  ]

  @Test func aFactorAnalysisOfSomeRowsIsOneOfAFileWithTheseRows() throws {
    let spec =
      #"{"dim": {"d": {"items": ["x", "y", "z"], "nf": 1, "filter": FILTER}}, "simulate": false}"#
    let filter = #"{"col": "g", "value": "a"}"#
    let some = try values(
      spec.replacing("FILTER", with: filter), rows: Self.rows)
    let alone = try values(
      spec.replacing("FILTER", with: "null"), rows: Self.rows.filter { $0.hasPrefix("a") })
    #expect(some["dim.d.n"] == "5")
    #expect(some == alone)
  }

  private func values(_ specification: String, rows: [String]) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("filter-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (spec, data) = (
      folder.appendingPathComponent("s.json"), folder.appendingPathComponent("s.csv")
    )
    try Data(specification.utf8).write(to: spec)
    try Data((["g,x,y,z"] + rows).joined(separator: "\n").utf8).write(to: data)
    return try Conformance.values(specification: spec, data: data)
  }
}
