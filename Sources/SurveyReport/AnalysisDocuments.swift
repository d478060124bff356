package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Documents of a single analysis, as commands print them.
package enum AnalysisDocuments {
  /// Items and scales of a study; all of them, or those named.
  package static func describe(_ input: ReportInput, items: [String]?) -> Document {
    var blocks: [Block] = []
    for form in input.codebook.forms {
      let role = Words.capitalized(form.role.plural)
      for scale in responseScales(of: form) {
        let results = input.results.items.filter { result in
          result.formID == form.id && result.item.responseScale.id == scale
            && (items?.contains(result.item.id) ?? true)
        }
        guard !results.isEmpty else { continue }
        let title = "\(role): items answered on \(scale)"
        blocks.append(
          .table(
            ItemTable(
              input: input, formID: form.id, title: title, results: results, labelsByID: true
            ).details))
      }
      let scales = input.results.scales.filter { $0.scale.formID == form.id }
      if items == nil, !scales.isEmpty {
        blocks.append(
          .table(ScaleCharts(input: input, title: "\(role): scales", results: scales).table))
      }
    }
    return document(input, title: "Description", blocks)
  }

  private static func responseScales(of form: Form) -> [String] {
    var seen: Set<String> = []
    return form.items.map(\.responseScale.id).filter { seen.insert($0).inserted }
  }

  /// Reliability of a study's scales; all of them, or those named.
  package static func reliability(_ input: ReportInput, scales: [String]?) -> Document {
    let results = input.results.reliabilities.filter { scales?.contains($0.scale.id) ?? true }
    let tables = ReliabilityTables(input: input)
    return document(input, title: "Reliability", reliabilityBlocks(results, tables))
  }

  /// Reliability of a bare file's columns.
  package static func reliability(
    _ results: [(group: BareGroup, result: ReliabilityResult)], confidenceLevel: Double,
    file: String
  ) -> Document {
    let tables = ReliabilityTables(
      confidenceLevel: confidenceLevel, groups: results.map(\.group.label))
    var blocks = reliabilityBlocks(results.map(\.result), tables)
    if let detail = results.lazy.compactMap(\.result.content.detail).first {
      blocks.append(
        .section(
          Section(
            id: "passport", title: "What exactly is this coefficient?",
            [.definitionList(tables.definitions(detail.headline))])))
    }
    return Document(
      title: "Reliability", metaLines: [InlineText(file)], blocks: blocks)
  }

  private static func reliabilityBlocks(
    _ results: [ReliabilityResult], _ tables: ReliabilityTables
  ) -> [Block] {
    let detailed = results.filter { !($0.content.detail?.items.isEmpty ?? true) }
    let asked = results.filter { !($0.content.detail?.asked.isEmpty ?? true) }
    return [.table(tables.overview(results))] + asked.map { .table(tables.asked($0)) }
      + detailed.map { .table(tables.items($0)) }
  }

  /// Columns of a bare file.
  package static func describe(
    _ groups: [DescribedGroup], confidenceLevel: Double, file: String
  ) -> Document {
    Document(
      title: "Description", metaLines: [InlineText(file)],
      blocks: [.table(BareTables.describe(groups, confidenceLevel: confidenceLevel))])
  }

  private static func document(
    _ input: ReportInput, title: String, _ blocks: [Block]
  ) -> Document {
    Document(
      title: "\(title): \(input.study.title)",
      metaLines: input.study.notice.map { [InlineText($0)] } ?? [], blocks: blocks)
  }
}
