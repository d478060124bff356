import Foundation
import TestSupport
import Testing

/// No output and no message holds a name, an address, an identifier or what somebody wrote: a study
/// with a marked secret in every such cell goes through every command, whole and damaged.
@Suite struct SecretsTests {
  /// What stands in every secret cell, in some dress of its own.
  private static let mark = "zq7secret"

  private static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: s, title: "Secrets"}
    waves: [early, late]
    response_scales:
      agree: {options: [{code: 1, label: Never}, {code: 2, label: Often}, {code: 3, label: Always}]}
    forms:
      mentor:
        items:
          - {id: A, stem: "First", response_scale: agree}
          - {id: B, stem: "Second", response_scale: agree}
          - {id: C, stem: "Third", response_scale: agree, level: person}
        scales: [{id: S, items: [A, B, C]}]
        multi_select:
          - {id: Q, stem: "Which?", options: [{code: x, label: Work}, {code: y, label: Home}]}
        open: [{id: O, stem: "Anything else?"}]
      mentee:
        items: [{id: D, stem: "Fourth", response_scale: agree}]
    attributes:
      - {id: who, label: "Person", use: respondent}
      - {id: pair, label: "Pair", use: pair}
      - {id: name, label: "Name", kind: identifier, identifying: true}
      - {id: mail, label: "Mail", kind: identifier, identifying: true}
      - {id: site, label: "Site", options: [North, South]}
      - {id: age, label: "Age", kind: number, minimum: 18, maximum: 99, quasi_identifying: true}
      - {id: sent, label: "Sent", use: submitted}
      - {id: wave, label: "Wave", use: wave}

    """

  private static let header =
    "who,pair,name,mail,site,age,sent,wave,A,B,C,Q,O,mentor_name,IPAddress\n"

  /// Twenty-four persons; some of them write their secret where a label, a place, a number or a date
  /// belongs.
  private static func export(extra: String = "") -> String {
    header
      + (1...24).map { row in
        let secret = "\(mark) \(row)"
        let answers = ["Never", "Often", "Always"]
        return [
          "\(mark)-\(row == 24 ? 23 : row)", "\(mark)-pair\(row / 2)", "\(secret) Doe",
          "\(mark)\(row)@example.org", row == 3 ? "\(secret) village" : "North",
          row == 4 ? "\(secret) years" : "30", row == 5 ? "\(secret) day" : "2025-03-03 08:00:00",
          row == 6 ? "\(secret) wave" : "early",
          row == 7 ? "I am \(secret) and I never" : answers[row % 3],
          row == 8 ? "\(mark)@example.org" : answers[row / 2 % 3],
          row == 9 ? "555 \(mark)" : answers[row / 3 % 3],
          row == 10 ? "\(secret) else" : "Work", "\"I wrote \(secret), and \"\"more\"\"\"",
          "\(secret) Mentor", "10.0.0.\(row) \(mark)",
        ].joined(separator: ",") + "\n"
      }.joined() + extra
  }

  private static func folder(export: String, codebook: String = codebook) -> ScratchFolder? {
    guard let folder = try? ScratchFolder() else { return nil }
    folder.write(codebook, to: "codebook.yaml")
    folder.write(export, to: "mentors.csv")
    folder.write(
      "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\n"
        + "sources: [{file: mentors.csv, form: mentor}]\n", to: "study.yaml")
    return folder
  }

  /// A way in which the data are handed over, and the status that a report ends with.
  struct Delivery: CustomTestStringConvertible {
    let testDescription: String
    let export: String
    var codebook = SecretsTests.codebook
    let status: Int32
  }

  static let deliveries = [
    Delivery(testDescription: "as they are", export: export(), status: 1),
    Delivery(
      testDescription: "ragged", export: export(extra: "\(mark) only\n\(mark),a,b,c,d,e,f\n"),
      status: 1),
    Delivery(
      testDescription: "a quote that never closes", export: export(extra: "\"\(mark),1\n"),
      status: 65),
    Delivery(testDescription: "with a NUL", export: export(extra: "\(mark)\0,1\n"), status: 65),
    Delivery(
      testDescription: "without a column", export: export().replacing(",A,B,", with: ",AA,B,"),
      status: 65),
    Delivery(
      testDescription: "two columns of one name",
      export: export().replacing(",A,B,", with: ",A,A,"), status: 65),
    Delivery(
      testDescription: "labels and codes", export: export().replacing(",Often,", with: ",2,"),
      status: 65),
    Delivery(
      testDescription: "as the other form",
      export: export().replacing("wave,A,B,C,", with: "wave,D,x,y,"), status: 65),
    Delivery(
      testDescription: "without waves in the codebook", export: export(),
      codebook: codebook.replacing("waves: [early, late]\n", with: ""), status: 1),
    Delivery(
      testDescription: "without a header",
      export: export().split(separator: "\n").dropFirst().joined(separator: "\n"), status: 65),
    Delivery(testDescription: "the header again", export: export(extra: header), status: 1),
  ]

  @Test(arguments: deliveries) func nothingOfThemLeaves(delivery: Delivery) throws {
    let folder = try #require(
      Self.folder(export: delivery.export, codebook: delivery.codebook))
    let report = try run(["report", "study.yaml"], in: folder)
    #expect(report.status == delivery.status, "\(report.stderr)")
    #expect(!report.stderr.isEmpty)
    for name in folder.names(in: "report") ?? [] {
      #expect(folder.text(of: "report/\(name)")?.contains(Self.mark) == false, "\(name)")
    }
    for format in ["table", "markdown", "json", "csv"] {
      for command in ["describe", "reliability"] {
        _ = try run([command, "study.yaml", "--format", format], in: folder)
      }
    }
    // Bare files: columns of text, those with secrets among them, are named and not shown.
    for words in [
      ["describe", "mentors.csv"], ["describe", "mentors.csv", "--items", "name,mail,O,A,age"],
      ["reliability", "mentors.csv", "--items", "A,B,age"],
      ["describe", "mentors.csv", "--dialect", "qualtrics"],
    ] {
      _ = try run(words, in: folder)
    }
  }

  private func run(_ words: [String], in folder: ScratchFolder) throws -> CommandRun {
    let run = try CommandRun.abacus(
      words + ["--all-findings", "--findings", "findings.json"], in: folder.path(""))
    #expect(!run.stderr.contains(Self.mark), "\(words) \(run.stderr)")
    #expect(!run.stdout.contains(Self.mark), "\(words)")
    let json = try #require(folder.text(of: "findings.json"))
    #expect(!json.contains(Self.mark), "\(words)")
    #expect(json.contains("\"abacus.findings/1\""))
    return run
  }
}
