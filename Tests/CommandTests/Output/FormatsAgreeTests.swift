import Foundation
import TestSupport
import Testing

/// What one format withholds of a small group no other shows.
@Suite struct FormatsAgreeTests {
  /// A result of `report.json`, or of `numbers.json`.
  private struct Place: Hashable {
    let form: String?
    let wave: String
    let subject: String
    let isCoefficient: Bool
  }

  private static let kinds = [
    ("items", "item", "row_count"), ("scales", "scale", "row_count"),
    ("reliability", "scale", "row_count"), ("multi_select", "question", "row_count"),
    ("pairs", "pair", "pair_count"), ("pair_options", "pair", "pair_count"),
  ]

  /// For each result how it is shown, and how many are behind it.
  private func results(
    _ report: PrintedJSON
  ) throws -> [Place: (shown: String, count: Int?)] {
    var found: [Place: (shown: String, count: Int?)] = [:]
    for (list, id, count) in Self.kinds {
      for result in try report.list(list) {
        let place = Place(
          form: result["form"] as? String, wave: try #require(result["wave"] as? String),
          subject: try #require(result[id] as? String), isCoefficient: list == "reliability")
        found[place] = (try #require(result["shown"] as? String), result[count] as? Int)
      }
    }
    return found
  }

  @Test func numbersSayHowManyWhereTheReportDoes() throws {
    let study = try PanelStudy.cohorts(("big", 30), ("small", 13), ("tiny", 3))
    #expect(try study.run("report", "study.yaml").status <= 1)
    let results = try results(PrintedJSON(#require(study.scratch.text(of: "report/report.json"))))
    #expect(Set(results.values.map(\.shown)) == ["full", "bands", "hidden"])
    let numbers = try PrintedJSON(#require(study.scratch.text(of: "report/numbers.json")))
    let columns = try #require(numbers.top["columns"] as? [String])
    let rows = try #require(numbers.top["numbers"] as? [[Any]])
    func cell(_ row: [Any], _ name: String) throws -> Any {
      row[try #require(columns.firstIndex(of: name))]
    }
    var seen: Set<Place> = []
    for row in rows {
      let kind = try #require(try cell(row, "kind") as? String)
      guard let subject = try cell(row, "subject") as? String, kind != "written",
        let wave = try cell(row, "wave") as? String
      else { continue }
      let place = Place(
        form: try cell(row, "form") as? String, wave: wave, subject: subject,
        isCoefficient: subject == "AS" && !["mean", "standard_deviation"].contains(kind))
      let told = try #require(results[place], "\(place)")
      seen.insert(place)
      #expect(try cell(row, "n") as? Int == told.count, "\(place) \(kind)")
      let isShown = try cell(row, "value") as? Double != nil
      #expect(isShown == (told.shown == "full"), "\(place) \(kind)")
    }
    #expect(seen == Set(results.keys))
  }

  /// Of 13 mentors 12 ticked, of 13 mentees 11, and of 13 pairs 11: no reader is told.
  @Test(arguments: ["report.md", "report.html"])
  func textsDoNotSayWhatNumbersWithhold(file: String) throws {
    let study = try PanelStudy.cohorts(("small", 13))
    #expect(try study.run("report", "study.yaml").status <= 1)
    let text = try #require(study.scratch.text(of: "report/\(file)"))
    for count in ["11", "12"] {
      for opening in [">", " ", "| "] {
        for ending in ["<", " |", " rows", " responses", " pairs", " ("] {
          let words = "\(opening)\(count)\(ending)"
          #expect(!text.contains(words), "\(file): \(words)")
        }
      }
    }
  }

  @Test func describingAndAskingTellAsMuchAsTheReport() throws {
    let study = try PanelStudy.cohorts(("big", 30), ("small", 13), ("tiny", 3))
    #expect(try study.run("report", "study.yaml").status <= 1)
    let report = try PrintedJSON(#require(study.scratch.text(of: "report/report.json")))
    let described = try PrintedJSON(study.run("describe", "study.yaml", "--format", "json").stdout)
    for list in ["items", "scales"] {
      let texts = try [report, described].map { printed in
        try JSONSerialization.data(
          withJSONObject: printed.list(list), options: [.sortedKeys, .prettyPrinted])
      }
      #expect(texts[0] == texts[1], "\(list)")
    }
    let asked = try PrintedJSON(
      study.run("query", "study.yaml", "n(A1), mean(A1), sd(A1)", "--format", "json").stdout)
    let rows = try asked.list("rows")
    let items = try report.list("items").filter { $0["item"] as? String == "A1" }
    #expect(rows.count == items.count)
    for (row, item) in zip(rows, items) {
      #expect(row["n(A1)"] as? Int == item["row_count"] as? Int)
      #expect((row["sd(A1)"] as? Double != nil) == (item["shown"] as? String == "full"))
    }
  }
}
