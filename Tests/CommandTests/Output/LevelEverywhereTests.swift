import TestSupport
import Testing

/// Every interval has the study's level, and says so.
@Suite struct LevelEverywhereTests {
  private func study(_ level: String) throws -> StudyFolder {
    let study = try StudyFolder.small(
      rows: (1...40).map { row in
        let base = row % 4 + 1
        return "\(row),\(base),\(min(5, base + row % 3 / 2))"
      })
    try study.edit("title: \"Small\"", to: "title: \"Small\"\nreport: {confidence_level: \(level)}")
    let codebook = try #require(study.scratch.text(of: "codebook.yaml"))
    study.scratch.write(
      codebook.replacing(
        "\nattributes:",
        with: "\n    scales:\n      - {id: S, name: \"Both\", items: [A, B]}\nattributes:"),
      to: "codebook.yaml")
    return study
  }

  private func levels(_ value: Any?) -> [Double] {
    switch value {
    case let object as [String: Any]:
      object.flatMap { key, value in
        key == "level" ? [value as? Double ?? .nan] : levels(value)
      }
    case let list as [Any]: list.flatMap(levels)
    default: []
    }
  }

  @Test func everyIntervalOfEveryCommandHasIt() throws {
    let study = try study("0.8")
    #expect(try study.run("report", "study.yaml").status <= 1)
    let outputs = [
      try #require(study.scratch.text(of: "report/report.json")),
      try study.run("describe", "study.yaml", "--format", "json").stdout,
      try study.run(
        "reliability", "study.yaml", "--coefficient", "all", "--format", "json"
      ).stdout,
      try study.run("diff", "report", "report", "--format", "json", "--all").stdout,
    ]
    for output in outputs {
      let found = levels(try PrintedJSON(output).top)
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0 == 0.8 }, "\(found)")
    }
    let text = try #require(study.scratch.text(of: "report/report.md"))
    #expect(text.contains("80 % interval"))
    #expect(!text.contains("95 %"))
  }

  @Test func tablesAndAnswersNameTheLevel() throws {
    let study = try study("0.975")
    let table = try study.run("reliability", "study.yaml", "--coefficient", "spearman_brown")
    #expect(table.stdout.contains("97.5"))
    #expect(!table.stdout.contains("95"))
    let asked = try study.run(
      "query", "study.yaml", "--unrestricted", "SELECT ci_low(A) FROM responses")
    #expect(asked.stdout.contains("Intervals are of 97.5 %, the study's `confidence_level`."))
    let plain = try study.run(
      "query", "study.yaml", "--unrestricted", "SELECT avg(A) FROM responses")
    #expect(!plain.stdout.contains("Intervals are of"))
  }

  @Test func anAlertOfAnotherLevelIsRefused() throws {
    let study = try study("0.975")
    try study.edit("sources:", to: "alerts: [lower98(mean(A)) < 1]\nsources:")
    let run = try study.run("run", "study.yaml")
    #expect(run.status == 65)
    #expect(
      (run.stdout + run.stderr).contains(
        "asks for an interval of 98 %, but the study has intervals of 97.5 %; set `confidence_level`"
      ))
  }
}
