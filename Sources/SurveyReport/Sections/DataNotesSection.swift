package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// What was read, what was left out, and every flaw found.
package enum DataNotesSection: ReportSection {
  package static let name = "data-notes"

  package static func blocks(of input: ReportInput) -> [Block] {
    var blocks: [Block] = [
      .paragraph(
        "Which files were read, which responses were left out, and every flaw that was found."),
      .table(sources(input)),
    ]
    if input.findings.isEmpty {
      blocks.append(.note("No flaws were found."))
    } else {
      blocks.append(.table(findings(input)))
    }
    return [.section(Section(id: "data-notes", title: "Data notes", blocks))]
  }

  private static func sources(_ input: ReportInput) -> Table {
    let reasons = SourceIntake.Reason.allCases.filter { reason in
      input.results.flow.sources.contains { $0.leftOut.contains { $0.reason == reason } }
    }
    let knowsCompletion = input.results.flow.sources.contains { $0.unfinishedCount != nil }
    let columns =
      [
        Table.Column("File", .text), .init("form", .text), .init("dialect", .text),
        .init("written as", .text), .init("responses"), .init("kept"),
      ]
      + (knowsCompletion ? [.init("kept unfinished")] : [])
      + reasons.map { Table.Column(Words.leftOut($0)) }
    return Table(
      caption: "Files", columns: columns,
      rows: input.results.flow.sources.map { source in
        Table.Row(
          InlineText(source.file),
          [
            .text(InlineText(source.formID)), .text(InlineText(source.dialect)),
            .text(InlineText(format(source.format))), .integer(source.recordCount),
            .integer(source.keptCount),
          ]
            + (knowsCompletion
              ? [source.unfinishedCount.map(Cell.integer) ?? .empty(reason: "not known")] : [])
            + reasons.map { reason in
              .integer(source.leftOut.filter { $0.reason == reason }.reduce(0) { $0 + $1.count })
            })
      })
  }

  /// Such as "UTF-8, comma".
  private static func format(_ format: FileFormat) -> String {
    let encoding = format.encoding.label + (format.isEncodingAssumed ? " (assumed)" : "")
    let packing = format.compression.map { [$0.rawValue] } ?? []
    return ([encoding, format.delimiterName] + packing).joined(separator: ", ")
  }

  private static func findings(_ input: ReportInput) -> Table {
    let severities = Severity.allCases.sorted(by: >)
    return Table(
      caption: "Flaws found",
      columns: [
        .init("Where", .text), .init("what", .text, minWidth: 40), .init("code", .text),
        .init("count"),
      ],
      groups: severities.compactMap { severity in
        let own = input.findings.filter { $0.severity == severity }
        guard !own.isEmpty else { return nil }
        return Table.RowGroup(
          heading: InlineText(heading(severity)),
          rows: own.map { finding in
            Table.Row(
              InlineText(place(finding)),
              [
                .text(InlineText(finding.message)), .text([.code(finding.code.rawValue)]),
                .integer(finding.count),
              ])
          })
      })
  }

  private static func heading(_ severity: Severity) -> String {
    switch severity {
    case .fatal: "Stops the work"
    case .error: "Errors: kept out of the numbers they would spoil"
    case .warning: "Warnings: read the numbers with these in mind"
    case .note: "Notes"
    }
  }

  /// The file's name without its folders, and the line.
  private static func place(_ finding: Finding) -> String {
    guard let location = finding.location else { return "the study" }
    let name = location.file.split(separator: "/").last.map(String.init) ?? location.file
    return location.line.map { "\(name), line \($0)" } ?? name
  }
}
