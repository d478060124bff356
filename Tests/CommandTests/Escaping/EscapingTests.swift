import Foundation
import TestSupport
import Testing

/// Everything that leaves is escaped: hostile names, wordings, labels and answers in every place,
/// through every command and format.
@Suite struct EscapingTests {
  let study: HostileStudy
  private var texts: [String] { HostileStudy.texts }
  private var markedTexts: [String] { texts.indices.map(HostileStudy.marked) }

  init() throws { study = try HostileStudy() }

  private func run(_ words: [String]) throws -> CommandRun {
    let run = try CommandRun.abacus(words, in: study.folder.path(""))
    #expect([0, 1].contains(run.status), "\(words) \(run.stderr.prefix(2000))")
    Escaped.expectLines(run)
    return run
  }

  private func text(_ name: String) throws -> String { try #require(study.folder.text(of: name)) }

  @Test func theReport() throws {
    let run = try run(
      ["report", "study.yaml", "--all-findings", "--findings", "findings.json"])
    #expect(run.errorLines.count > texts.count)
    Escaped.expectPage(try text("report/report.html"))
    Escaped.expectMarkdown(try text("report/report.md"))
    try Escaped.expectJSON(try text("report/report.json"), holding: markedTexts)
    try Escaped.expectJSON(try text("report/manifest.json"))
    try Escaped.expectJSON(try text("findings.json"))
  }

  @Test(arguments: [
    ["describe", "study.yaml"], ["reliability", "study.yaml"],
    ["codebook", "show", "codebook.yaml"],
    ["describe", "numbers.csv"], ["reliability", "numbers.csv", "--items"],
  ])
  func everyFormatOfEveryCommand(words: [String]) throws {
    // In quotes a name is taken as it stands; no word of a command line holds a NUL.
    let items = markedTexts.filter { !$0.contains("\0") }
      .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    let given = words.last == "--items" ? [items.joined(separator: ",")] : []
    for format in ["table", "markdown", "json", "csv"] {
      let run = try run(words + given + ["--format", format])
      #expect(!run.stdout.isEmpty)
      switch format {
      case "markdown": Escaped.expectMarkdown(run.stdout)
      case "csv": Escaped.expectTable(run.stdout)
      case "json":
        let isShown = words == ["codebook", "show", "codebook.yaml"]
        try Escaped.expectJSON(run.stdout, holding: isShown ? markedTexts : [])
      default: Escaped.expectVisible(run.stdout)
      }
    }
  }

  @Test func theCheckOfACodebook() throws {
    let run = try run(["codebook", "check", "codebook.yaml"])
    #expect(run.stdout.hasPrefix("codebook.yaml: no mistakes. 2 forms, "))
  }

  @Test func mistakesOfACodebookAndOfAStudy() throws {
    let keys = markedTexts.map { "? \(HostileStudy.quoted($0))\n: 1\n" }.joined()
    for name in ["codebook.yaml", "study.yaml"] {
      study.folder.write(try text(name) + keys, to: name)
      let words = name == "study.yaml" ? ["report", name] : ["codebook", "check", name]
      let run = try CommandRun.abacus(
        words + ["--all-findings", "--findings", "f.json"], in: study.folder.path(""))
      #expect(run.status == 65)
      #expect(run.errorLines.count == texts.count + 1)
      Escaped.expectLines(run)
      try Escaped.expectJSON(try text("f.json"))
    }
  }

  /// An export is data to be read again, so its texts stay as they are; they are quoted.
  @Test(arguments: ["plain", "qualtrics"]) func inventedExportsHoldTheTextsAsTheyAre(
    dialect: String
  )
    throws
  {
    let run = try run([
      "synthesize", "--codebook", "codebook.yaml", "--seed", "1", "--mentors", "9", "--mentees",
      "9", "--respondents", "40", "--dialect", dialect, "--out", "made",
    ])
    Escaped.expectVisible(run.stdout)
    for form in ["m", "e"] {
      let export = try text("made/\(form).csv")
      let cells = Set(Escaped.cells(of: export).map { Array($0.unicodeScalars) })
      for index in texts.indices {
        let name = HostileStudy.marked(index) + " \(form)"
        #expect(cells.contains(Array(name.unicodeScalars)), "\(name.prefix(80))")
      }
    }
  }
}
