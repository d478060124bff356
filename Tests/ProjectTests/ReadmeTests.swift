import Foundation
import SurveyIngest
import SurveyModel
import TestSupport
import Testing

/// Runs what the pages tell a reader to type, and reads what they tell a reader to write.
///
/// The lines of an `sh` block are run one after the other in a copy of the repository's data. What is
/// not to be run stands in a `text` block or is indented.
@Suite struct ReadmeTests {
  /// Each command once, with the place where it stands first.
  static let commands: [(line: String, place: String)] = {
    var seen: Set<String> = []
    return Fence.pages.flatMap(Fence.all).filter { $0.language == "sh" }.flatMap { fence in
      fence.commands.map { ($0, "\(fence.page):\(fence.line)") }
    }.filter { seen.insert($0.0).inserted }
  }()

  /// The blocks that hold a command which stands in none before.
  static let blocks: [Fence] = {
    var seen: Set<String> = []
    return Fence.pages.flatMap(Fence.all).filter { fence in
      fence.language == "sh" && fence.commands.count { seen.insert($0).inserted } > 0
    }
  }()

  @Test(arguments: blocks) func everyCommandRuns(fence: Fence) throws {
    let shell = try DocumentationShell()
    for line in fence.commands {
      let place = "\(fence.page):\(fence.line)"
      try #require(line.contains("abacus "), "\(place): only abacus is run: \(line)")
      let run = try shell.run(line)
      // A comparison that finds a difference ends with 2.
      let expected: [Int32] = line.contains("abacus diff ") ? [0, 2] : [0, 1]
      #expect(expected.contains(run.status), "\(place): \(line)\n\(run.output)")
    }
  }

  @Test func thereAreCommands() {
    #expect(Self.commands.count > 20)
  }

  @Test func everyCommandOfAnExampleIsMarkedAsOne() {
    for page in Fence.pages {
      for fence in Fence.all(on: page) {
        #expect(
          ["sh", "sql", "text", "yaml", ""].contains(fence.language),
          "\(page):\(fence.line) is in \(fence.language)")
      }
    }
  }

  /// A block that begins with a schema is a whole file.
  static let wholeFiles = Fence.pages.flatMap(Fence.all).filter {
    $0.code.hasPrefix("schema: abacus.") && ($0.code.contains("\nforms:") || $0.code.isStudy)
  }

  @Test(arguments: wholeFiles) func everyWholeFileCanBeRead(fence: Fence) {
    let findings = FindingCollector()
    let root = YAMLReader.read(fence.code, file: fence.page, findings: findings)
    if fence.code.isStudy {
      #expect(root.flatMap(StudyReader(findings: findings).read) != nil)
    } else {
      #expect(root.flatMap(CodebookReader(findings: findings).read) != nil)
    }
    #expect(findings.findings == [], "\(fence.page):\(fence.line)")
  }

  @Test func everyPageIsListedInItsFolder() {
    for page in Repository.files(below: "docs", endings: [".md"]) where !page.hasSuffix("README.md")
    {
      let name = page.split(separator: "/").last ?? ""
      let list = String(page.dropLast(name.count)) + "README.md"
      #expect(name == "template.md" || Link.all(on: list).contains { $0.target == name }, "\(page)")
    }
  }

  @Test func theGuideQuotesTheExampleItBuilds() {
    let files = ["codebook", "study"].map { "data/examples/feedback/\($0).yaml" }
    let texts = files.compactMap(Repository.text)
    #expect(texts.count == 2)
    for fence in Fence.all(on: "docs/how-to/your-own-questionnaire.md")
    where fence.language == "yaml" {
      #expect(texts.contains { $0.contains(fence.code) }, "line \(fence.line)")
    }
  }

  @Test func theTutorialQuotesTheExampleStudy() throws {
    let study = try #require(Repository.text("data/examples/abc-2025/study.yaml"))
    for fence in Fence.all(on: "docs/tutorials/first-report.md") where fence.language == "yaml" {
      for line in fence.code.split(separator: "\n") {
        #expect(study.contains(line + "\n"), "\(line)")
      }
    }
  }

  @Test func theFeedbackExampleIsWhatItsPageSaysItIs() throws {
    let shell = try DocumentationShell()
    for fence in Fence.all(on: "data/examples/feedback/README.md") where fence.language == "sh" {
      for command in fence.commands { #expect(try shell.run(command).status == 0) }
    }
    for (made, kept) in [("words", "answers"), ("numbers", "answers-numbers")] {
      #expect(
        shell.text(of: "out/\(made)/mentee.csv")
          == Repository.text("data/examples/feedback/\(kept).csv"))
    }
  }
}

extension String {
  fileprivate var isStudy: Bool { hasPrefix("schema: abacus.study/") }
}
