import Foundation
import NumericTestSupport
import TestSupport
import Testing

/// Real surveys from end to end; the values were computed with numpy 2.4.6.
@Suite(.enabled(if: Places.hasRealData, "the public data are not beside the package"))
struct RealDataTests {
  @Test func carpentriesAlphaIsThatOfNumpy() throws {
    let run = try StudyFolder("carpentries").run("reliability", "study.yaml", "--format", "json")
    #expect(run.status == 0)
    let scale = try PrintedJSON(run.stdout).scale("EVENT")
    let alpha = scale.estimate("cronbach_alpha")
    expectClose(alpha[number: "value"], .software(0.8486674257287357))
    #expect(alpha[object: "passport"]["used_count"] as? Int == 900)
    let expected = [
      ("InformationReasonableTime", 0.5247672107455195, 0.8577540652438567),
      ("AtmosphereWelcoming", 0.6513371686404127, 0.8228353955315619),
      ("LearnedSkills", 0.716863152568347, 0.8038284442838188),
      ("Material", 0.6964979748441024, 0.807090465811697),
      ("Worth", 0.7424896392935185, 0.7936505470267569),
    ]
    for (row, (id, rest, dropped)) in zip(scale[list: "items"], expected) {
      #expect(row["item"] as? String == id)
      expectClose(row[number: "item_rest_correlation"], .software(rest))
      expectClose(row[number: "alpha_if_item_dropped"], .software(dropped))
    }
  }

  @Test func carpentriesItemsAndScoresAreThoseOfNumpy() throws {
    let run = try StudyFolder("carpentries").run("describe", "study.yaml", "--format", "json")
    #expect(run.status == 0)
    let printed = try PrintedJSON(run.stdout)
    for (id, count, mean, deviation) in [
      ("Worth", 904, 4.382743362831858, 0.7983723728263229),
      ("LikelyToRecommend", 889, 8.595050618672666, 1.5517420545845872),
    ] {
      let item = try #require(try printed.list("items").first { $0["item"] as? String == id })
      #expect(item["row_count"] as? Int == count)
      #expect(item[object: "missing"]["skipped"] as? Int == 967 - count)
      expectClose(item[object: "description"][number: "mean"], .software(mean))
      expectClose(
        item[object: "description"][number: "standard_deviation"], .software(deviation))
    }
    let scores = try printed.scale("EVENT")
    #expect(scores["row_count"] as? Int == 910)  // at least three of five
    expectClose(scores[object: "scores"][number: "mean"], .software(4.437252747252747))
    expectClose(
      scores[object: "scores"][number: "standard_deviation"], .software(0.5783042353586981))
  }

  @Test(arguments: ["carpentries", "bfi", "bucknell"]) func everyReportIsWritten(name: String)
    throws
  {
    let folder = try StudyFolder(name)
    let run = try folder.run("report", "study.yaml", "--out", "out", "--date", "2025-06-23")
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      folder.scratch.names(in: "out") == [
        "manifest.json", "numbers.json", "report.html", "report.json", "report.md",
      ])
    let report = try PrintedJSON(#require(folder.scratch.text(of: "out/report.json")))
    #expect(report.top["schema"] as? String == "abacus.report/1")
  }

  @Test func bucknellsUnreversedItemsAreNamedAndNotReversed() throws {
    let run = try StudyFolder("bucknell").run("reliability", "study.yaml", "--format", "json")
    // Items 2, 10, 14 and 19 load against the rest as well, and hardly correlate with it: their signs
    // may be chance (2 / √79 = .23).
    let names = [1, 3, 13, 18].map { "`Q11_\($0)`" }.joined(separator: ", ")
    #expect(run.errorLines.count { !$0.hasSuffix("[unused-column]") } == 1)
    #expect(run.stderr.contains("warning: \(names) run against the rest of scale `SCIENCE`"))
    #expect(run.stderr.contains("[unreversed-item]\n"))
    let alpha = try PrintedJSON(run.stdout).scale("SCIENCE").estimate("cronbach_alpha")
    expectClose(alpha[number: "value"], .software(0.5528265999225991))
    #expect(alpha[object: "passport"]["used_count"] as? Int == 79)
  }

  @Test func reversingThemInTheCodebookMendsTheScale() throws {
    let folder = try StudyFolder("bucknell")
    var codebook = try #require(folder.scratch.text(of: "codebook.yaml"))
    for item in [1, 2, 3, 10, 13, 14, 18, 19] {
      let line = "columns: [Q11_\(item)_pre]"
      codebook = codebook.replacing(line, with: "\(line), reverse: true")
    }
    folder.scratch.write(codebook, to: "codebook.yaml")
    let run = try folder.run("reliability", "study.yaml", "--format", "json")
    #expect(!run.stderr.contains("warning"))
    let alpha = try PrintedJSON(run.stdout).scale("SCIENCE").estimate("cronbach_alpha")
    expectClose(alpha[number: "value"], .software(0.7734635344169147))
  }

  @Test(arguments: [
    (4, "hidden", "hidden"), (12, "bands", "hidden"), (60, "full", "full"),
  ]) func fewerRowsShowLess(rows: Int, item: String, coefficient: String) throws {
    let folder = try StudyFolder("carpentries", rows: rows)
    let items = try PrintedJSON(folder.run("describe", "study.yaml", "--format", "json").stdout)
    let worth = try items.list("items").first { $0["item"] as? String == "Worth" }
    #expect(worth?["shown"] as? String == item)
    let scales = try PrintedJSON(
      folder.run("reliability", "study.yaml", "--format", "json").stdout)
    #expect(try scales.scale("EVENT")["shown"] as? String == coefficient)
    #expect(try folder.run("report", "study.yaml", "--out", "out").status == 0)
  }

  @Test func aRenamedColumnStopsTheReportAndLeavesTheOldOne() throws {
    let good = try StudyFolder("carpentries", rows: 60)
    #expect(
      try good.run("report", "study.yaml", "--out", "out", "--date", "2025-06-23").status == 0)
    let before = good.scratch.text(of: "out/report.json")
    let bad = try StudyFolder("carpentries", rows: 60, renaming: ["LearnedSkills": "LearntSkills"])
    let out = good.scratch.path("out")
    let run = try bad.run("report", "study.yaml", "--out", out, "--date", "2025-06-24")
    #expect(run.status == 65)
    #expect(run.stderr.contains("no column for the item `LearnedSkills`"))
    #expect(run.stderr.contains("the nearest name is `LearntSkills`"))
    #expect(run.stderr.contains("[missing-column]"))
    #expect(good.scratch.text(of: "out/report.json") == before)
    #expect(bad.scratch.names()?.contains("report") == false)
    try bad.edit(
      "form: trainee}", to: "form: trainee, columns: {LearnedSkills: LearntSkills}}")
    let fixed = try bad.run("report", "study.yaml", "--out", out, "--date", "2025-06-23")
    #expect(fixed.status == 0, "\(fixed.stderr)")
    #expect(good.scratch.text(of: "out/report.json") == before)
  }
}
