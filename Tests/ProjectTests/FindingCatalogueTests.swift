import SurveyModel
import Testing

/// Holds `docs/reference/findings.md` against the enum of codes.
@Suite struct FindingCatalogueTests {
  /// The text of each section, by the code in its heading.
  static let sections: [String: String] = {
    var sections: [String: String] = [:]
    var current: String?
    for line in Repository.lines("docs/reference/findings.md") {
      if line.hasPrefix("#") {
        current = line.hasPrefix("### ") ? Repository.codes(in: String(line)).first : nil
      } else if let current {
        sections[current, default: ""] += line + "\n"
      }
    }
    return sections
  }()

  @Test func everyCodeHasASectionAndEverySectionACode() {
    #expect(Set(Self.sections.keys) == Set(FindingCode.allCases.map(\.rawValue)))
  }

  @Test(arguments: FindingCode.allCases)
  func theSectionSaysWhatTheCodeDoes(code: FindingCode) throws {
    let section = try #require(Self.sections[code.rawValue])
    let stops = code.severity == .fatal ? "stops" : "does not stop"
    #expect(section.contains("- **Severity:** \(code.severity.rawValue); \(stops).\n"))
    #expect(section.contains("- **Meaning:** "))
    #expect(section.contains("- **Remedy:** "))
  }

  @Test(arguments: FindingCode.allCases)
  func theExampleLooksLikeTheRealOne(code: FindingCode) throws {
    let section = try #require(Self.sections[code.rawValue])
    let example = try #require(section.firstMatch(of: /- \*\*Example:\*\* `+ ?(.+?) ?`+\n/)).1
    let word = code.severity == .fatal ? "error" : code.severity.rawValue
    #expect(example.contains(try Regex("(^|: )\(word): ")))
    #expect(example.hasSuffix(" [\(code.rawValue)]"))
  }
}
