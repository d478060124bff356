import Foundation
import SurveyIngest
import SurveyModel
import TestSupport
import Testing

/// Runs what the pages tell a reader to type, and reads what they tell a reader to write.
///
/// Every line of an `sh` block is run from a copy of the repository's data. What is not to be run
/// stands in a `text` block or is indented.
@Suite struct ReadmeTests {
  static let pagesWithCommands = Fence.pages.filter { page in
    Fence.all(on: page).contains { $0.language == "sh" }
  }

  @Test(arguments: pagesWithCommands) func everyCommandRuns(page: String) throws {
    let shell = try DocumentationShell()
    for fence in Fence.all(on: page) where fence.language == "sh" {
      for command in fence.commands {
        try #require(
          command.contains("abacus "), "\(page):\(fence.line): only abacus is run: \(command)")
        let run = try shell.run(command)
        #expect([0, 1].contains(run.status), "\(page):\(fence.line): \(command)\n\(run.output)")
      }
    }
  }

  @Test func thereAreCommands() {
    #expect(Self.pagesWithCommands.count > 8)
  }

  @Test func everyCommandOfAnExampleIsMarkedAsOne() {
    for page in Fence.pages {
      for fence in Fence.all(on: page) {
        #expect(
          ["sh", "text", "yaml", ""].contains(fence.language),
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

/// A scratch folder that looks like the repository to a command.
private struct DocumentationShell {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: Repository.top.appending(path: "data").path, toPath: folder.path("data"))
  }

  func text(of name: String) -> String? { folder.text(of: name) }

  /// Runs a line in a shell that finds the built `abacus` first.
  func run(_ command: String) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = "\(built.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    variables["TERM"] = "dumb"
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = variables
    process.currentDirectoryURL = URL(filePath: folder.path(""))
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes.suffix(2000), as: UTF8.self))
  }
}
