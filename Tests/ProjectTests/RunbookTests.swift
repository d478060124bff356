import SurveyModel
import Testing

/// Holds `docs/how-to/runbook.md` against the catalogue of findings and the table of exit codes.
@Suite struct RunbookTests {
  static let page = "docs/how-to/runbook.md"

  /// The rows of its tables of findings, by code: severity and the first thing to do.
  static let advice = Dictionary(
    grouping: Repository.tableRows(page).filter { $0.count == 3 && $0[0].hasPrefix("[`") }
  ) { Repository.codes(in: $0[0]).first ?? "" }

  /// The text below each heading `### Status N`.
  static let statuses: [String: String] = {
    var texts: [String: String] = [:]
    var current: String?
    for line in Repository.lines(page) {
      if line.hasPrefix("#") {
        current = line.firstMatch(of: /^### Status (\d+)$/).map { String($0.1) }
      } else if let current {
        texts[current, default: ""] += line + "\n"
      }
    }
    return texts
  }()

  @Test func everyFindingIsThereAndNoOther() {
    #expect(Set(Self.advice.keys) == Set(FindingCode.allCases.map(\.rawValue)))
  }

  @Test(arguments: FindingCode.allCases) func saysOnceWhatToDoFirst(code: FindingCode) throws {
    let rows = try #require(Self.advice[code.rawValue])
    #expect(rows.count == 1)
    #expect(rows[0][0] == "[`\(code.rawValue)`](../reference/findings.md#\(code.rawValue))")
    #expect(rows[0][1] == code.severity.rawValue)
    #expect(!rows[0][2].isEmpty)
  }

  @Test func everyStatusIsThereAndNoOther() {
    let documented = Repository.tableRows("docs/reference/exit-codes.md").compactMap(\.first)
      .filter { Int($0) != nil }
    #expect(documented.count > 5)
    #expect(Set(Self.statuses.keys) == Set(documented))
  }

  @Test(arguments: ["Means", "Look first", "Do", "Report"])
  func everyStatusSays(word: String) {
    for (status, text) in Self.statuses {
      #expect(text.contains("- **\(word):** "), "status \(status)")
    }
  }

  /// The keys of a study stand in tables of the study file and of schedules.
  @Test func theAnnotatedStudyHasEveryKey() throws {
    let example = try #require(
      Fence.all(on: "docs/reference/annotated-study.md").first { $0.language == "yaml" })
    #expect(example.code.hasPrefix("schema: abacus.study/1"))
    let rows = ["study", "schedule"].flatMap { Repository.tableRows("docs/reference/\($0).md") }
    let keys = rows.compactMap { $0.first?.wholeMatch(of: /`([a-z_]+)`/).map { String($0.1) } }
    #expect(keys.count > 25)
    for key in keys {
      #expect(example.code.contains(try Regex("(^|[\\s{])\(key):")), "`\(key)` is not there")
    }
  }
}
