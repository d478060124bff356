import Foundation
import NumericCore
import TestSupport
import Testing

/// Holds the reference pages against what the command and the registry say.
@Suite struct HelpReferenceTests {
  static let page = "docs/reference/commands.md"

  @Test func everyCommandHasASectionWithItsSynopsisAndOptions() throws {
    let sections = Self.sections(of: Self.page, level: "## ")
    var known: Set<String> = []
    for help in try HelpText.all(below: []) {
      let name = (["abacus"] + help.words).joined(separator: " ")
      known.insert(name)
      guard !help.words.isEmpty else { continue }
      let section = try #require(sections[name], "\(name) has no section")
      if help.subcommands.isEmpty { #expect(section.contains(help.usage + "\n"), "\(name)") }
      for option in help.options {
        #expect(section.contains("`\(option)`"), "\(name) has no \(option) on the page")
      }
    }
    #expect(known.isSuperset(of: sections.keys), "a command that does not exist")
  }

  @Test func everyHelpHasAnExampleThatRuns() throws {
    let known = ReadmeTests.commands.map { Self.squeezed($0.line) }
    for help in try HelpText.all(below: []) where help.subcommands.isEmpty {
      #expect(!help.examples.isEmpty, "\(help.words)")
      for example in help.examples.map(Self.squeezed) {
        #expect(known.contains(example), "no page runs this: \(example)")
      }
    }
  }

  private static func squeezed(_ command: String) -> String {
    command.split(separator: " ").joined(separator: " ")
  }

  @Test func everyStatisticIsExplainedAsItIsDefined() throws {
    let sections = Self.sections(of: "docs/reference/statistics.md", level: "### ")
    #expect(Set(sections.keys) == Set(StatisticRegistry.all.map(\.id.rawValue)))
    for definition in StatisticRegistry.all {
      let section = try #require(sections[definition.id.rawValue])
      let texts =
        ["**\(definition.name).** \(definition.sentence)\n", "`\(definition.formula)`"]
        + (definition.sameAs + definition.notSameAs + definition.outputs).map { "`\($0)`" }
        + ["**Reference:** \(definition.reference)\n"]
      for text in texts { #expect(section.contains(text), "\(definition.id): \(text)") }
    }
  }

  @Test(arguments: [
    ["describe", "data/examples/abc-2025/study.yaml"],
    ["describe", "data/examples/feedback/answers-numbers.csv"],
    ["reliability", "data/examples/abc-2025/study.yaml"],
    ["reliability", "data/examples/feedback/answers-numbers.csv", "--items", "F1..F4"],
    ["explain"], ["explain", "cronbach_alpha"],
  ])
  func everyKeyOfAResultIsOnThePage(words: [String]) throws {
    let run = try CommandRun.abacus(words + ["--format", "json"], in: Repository.top.path)
    let unknown = try Self.keys(of: run.stdout).subtracting(Self.words(on: ["json"]))
    #expect(unknown == [])
  }

  @Test func everyKeyOfTheSchedulesIsOnThePage() throws {
    let run = try CommandRun.abacus(
      ["schedule", "list", "data/examples", "--json"], in: Repository.top.path)
    #expect(run.stdout.contains("\"zone_of_machine\""))
    #expect(try Self.keys(of: run.stdout).subtracting(Self.words(on: ["json"])) == [])
  }

  @Test func everyKeyOfAReportIsOnThePage() throws {
    let folder = try ScratchFolder()
    _ = try CommandRun.abacus(
      ["report", "data/examples/abc-2025/study.yaml", "--out", folder.path("report")],
      in: Repository.top.path)
    for name in ["report", "numbers", "manifest"] {
      let text = try #require(folder.text(of: "report/\(name).json"))
      let codes = Self.words(on: ["findings"])
      let unknown = try Self.keys(of: text).subtracting(Self.words(on: ["json", "manifest"]))
      #expect(unknown.subtracting(codes) == [], "\(name).json")
    }
  }

  @Test func everyKeyOfTheFindingsIsOnThePage() throws {
    let folder = try ScratchFolder()
    _ = try CommandRun.abacus(
      ["report", "none.yaml", "--findings", "findings.json"], in: folder.path(""))
    let text = try #require(folder.text(of: "findings.json"))
    #expect(text.contains("\"stops\""))
    #expect(try Self.keys(of: text).subtracting(Self.words(on: ["json"])) == [])
  }

  // MARK: Reading pages

  /// The text below each heading of a level whose title is code, by that code.
  private static func sections(of page: String, level: String) -> [String: String] {
    var sections: [String: String] = [:]
    var current: String?
    for line in Repository.lines(page) {
      if line.hasPrefix(level) || line.hasPrefix("## ") {
        current = line.hasPrefix(level) ? Repository.codes(in: String(line)).first : nil
      } else if let current {
        sections[current, default: ""] += line + "\n"
      }
    }
    return sections
  }

  /// Every word within code, blocks aside, on reference pages.
  private static func words(on pages: [String]) -> Set<String> {
    let texts = pages.compactMap { Repository.text("docs/reference/\($0).md") }
    let prose = texts.flatMap { text in
      text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }
        .map(\.element)
    }
    return Set(
      prose.flatMap { $0.split(separator: "\n").flatMap { Repository.codes(in: String($0)) } }
        .flatMap { $0.matches(of: /[a-z][a-z0-9_\-]*/).map { String($0.0) } })
  }

  /// Every key of a JSON text.
  private static func keys(of text: String) throws -> Set<String> {
    func keys(_ value: Any) -> Set<String> {
      if let object = value as? [String: Any] {
        return Set(object.keys).union(object.values.flatMap(keys))
      }
      return Set((value as? [Any] ?? []).flatMap(keys))
    }
    return keys(try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }
}

/// What `--help` prints of one command.
private struct HelpText {
  /// The words after `abacus`.
  let words: [String]
  let text: String

  static func all(below words: [String]) throws -> [HelpText] {
    let run = try CommandRun.abacus(words + ["--help"])
    #expect(run.status == 0)
    let help = HelpText(words: words, text: run.stdout)
    return try [help] + help.subcommands.flatMap { try all(below: words + [$0]) }
  }

  var usage: String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
    return String(line.dropFirst("USAGE: ".count))
  }

  var subcommands: [String] {
    lines(of: "SUBCOMMANDS:").compactMap { $0.firstMatch(of: /^  ([a-z][a-z-]*)\s/)?.1 }
      .map(String.init)
  }

  var examples: [String] {
    lines(of: "EXAMPLE").joined(separator: "\n").replacing("\\\n", with: " ")
      .split(separator: "\n").map(String.init)
  }

  /// The long options of its own.
  var options: [String] {
    lines(of: "OPTIONS:").compactMap { $0.firstMatch(of: /^  (?:-\w, )?(--[a-z-]+)/)?.1 }
      .map(String.init).filter { !["--help", "--version"].contains($0) }
  }

  /// The lines below a heading, up to the next empty one.
  private func lines(of heading: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return [] }
    return lines[(start + 1)...].prefix { !$0.isEmpty }.map(String.init)
  }
}
