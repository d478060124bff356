import ReportDocument
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport

/// A study as every output shows it.
struct Rendered: Hashable {
  let markdown: String
  let html: String
  let json: String
  /// What `describe` and `reliability` print, and `numbers.json`.
  let commands: [String]

  init(
    _ dataset: SurveyDataset, disclosure: DisclosureRule = .default, sections: [String]? = nil
  ) {
    let input = Self.input(dataset, disclosure: disclosure, sections: sections)
    let report = Report.document(from: input)
    markdown = MarkdownRenderer().render(report)
    html = HTMLRenderer().render(report)
    json = ReportJSON.report(input).text
    let documents = [
      AnalysisDocuments.describe(input, items: nil),
      AnalysisDocuments.reliability(input, scales: nil),
    ]
    commands =
      documents.map { TerminalRenderer(width: 100, usesStyles: false).render($0) }
      + documents.map { CSVTableRenderer().render($0) }
      + [ReportJSON.describe(input, items: nil), ReportJSON.reliability(input, scales: nil)].map(
        \.text) + input.findings.map(\.description)
      + [NumbersJSON.value(PublishedNumbers(of: input)).text]
  }

  static func input(
    _ dataset: SurveyDataset, disclosure: DisclosureRule = .default, sections: [String]? = nil,
    invited: [String: Int] = [:]
  ) -> ReportInput {
    let results = StudyAnalysis(
      dataset: dataset, invited: invited, missing: .listwise, disclosure: disclosure
    ).run()
    let study = Study(
      title: "Sample", codebook: "codebook.yaml", sources: [], disclosure: disclosure,
      report: ReportOptions(sections: sections, missing: "listwise"), file: "study.yaml")
    return ReportInput(
      study: study, codebook: dataset.codebook, waves: dataset.waves, results: results,
      findings: results.findings, date: "2025-06-23", engine: "abacus test")
  }
}
