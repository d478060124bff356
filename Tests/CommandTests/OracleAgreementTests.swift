import Foundation
import NumericTestSupport
import TestSupport
import Testing

/// `abacus reliability` against R 4.2.2 and psych 2.2.9 on the public bfi data.
@Suite(.enabled(if: Places.hasRealData, "other software's numbers are not beside the package"))
struct OracleAgreementTests {
  @Test(arguments: [
    ("agree", "A1..A5", "A1"), ("consc", "C1..C5", "C4,C5"), ("extra", "E1..E5", "E1,E2"),
    ("neuro", "N1..N5", ""), ("open", "O1..O5", "O2,O5"),
    ("big_AN", "A1..A5,N1..N5", "A1"),
  ])
  func everyScaleOfBfi(scale: String, items: String, reversed: String) throws {
    let peer = try Oracle(scale: scale)
    var arguments = [
      "reliability", Places.oracle("data/bfi.csv"), "--items", items, "--format", "json",
      "--min", "1", "--max", "6",
    ]
    if !reversed.isEmpty { arguments += ["--reverse", reversed] }
    let run = try CommandRun.abacus(arguments)
    #expect(run.status == 0, "\(run.stderr)")
    let result = try #require(PrintedJSON(run.stdout).list("scales").first)
    let alpha = result.estimate("cronbach_alpha")
    try expectClose(alpha[number: "value"], peer.number("alpha.raw"))
    try expectClose(
      result.estimate("standardized_alpha")[number: "value"], peer.number("alpha.std"))
    let limits = try peer.numbers("alpha.ci95_feldt")
    expectClose(alpha[object: "interval"][number: "lower"], .software(limits[0]))
    expectClose(alpha[object: "interval"][number: "upper"], .software(limits[1]))
    for row in result[list: "items"] {
      let id = try #require(row["item"] as? String)
      try expectClose(
        row[number: "item_rest_correlation"], peer.number("item.r_corrected", of: id))
      try expectClose(
        row[number: "alpha_if_item_dropped"], peer.number("alpha_if_dropped.raw", of: id))
    }
  }

  @Test func theStudyGivesTheSameAsTheBareFile() throws {
    let run = try StudyFolder("bfi").run("reliability", "study.yaml", "--format", "json")
    let peer = try Oracle(scale: "extra")
    let alpha = try PrintedJSON(run.stdout).scale("extra").estimate("cronbach_alpha")
    try expectClose(alpha[number: "value"], peer.number("alpha.raw"))
  }

  @Test func pairwiseAlphaIsThatOfPsych() throws {
    let peer = try Oracle(scale: "agree", policy: "pairwise")
    let run = try CommandRun.abacus([
      "reliability", Places.oracle("data/bfi.csv"), "--items", "A1..A5", "--reverse", "A1",
      "--min", "1", "--max", "6", "--missing", "pairwise", "--format", "json",
    ])
    let alpha = try #require(PrintedJSON(run.stdout).list("scales").first)
      .estimate("cronbach_alpha")
    try expectClose(alpha[number: "value"], peer.number("alpha.raw"))
    // psych takes all rows for n, which is too many; the rows are resampled instead.
    let interval = alpha[object: "interval"]
    #expect(interval["method"] as? String == "bootstrap_bca")
    let lower = try #require(interval[number: "lower"])
    let upper = try #require(interval[number: "upper"])
    let value = try #require(alpha[number: "value"])
    #expect(lower < value && value < upper && upper - lower < 0.05)
  }
}

/// One scale's expected numbers, those of R first.
private struct Oracle {
  private let entries: [[String: Any]]
  private let prefix: String

  init(scale: String, policy: String = "listwise") throws {
    let text = try Places.text(Places.oracle("expected/bfi.json"))
    entries = try PrintedJSON(text).list("entries")
    prefix = "rel.\(scale).\(policy)."
  }

  private func value(_ name: String) throws -> Any {
    let found = entries.filter { $0["id"] as? String == prefix + name }
    let first = found.first { ($0["peer"] as? String)?.hasPrefix("R ") == true } ?? found.first
    return try #require(first?["value"], "\(prefix)\(name)")
  }

  func number(_ name: String, of key: String? = nil) throws -> Reference {
    let value = try value(name)
    let number = key.map { (value as? [String: Double])?[$0] } ?? value as? Double
    return .software(try #require(number))
  }

  func numbers(_ name: String) throws -> [Double] { try #require(value(name) as? [Double]) }
}
