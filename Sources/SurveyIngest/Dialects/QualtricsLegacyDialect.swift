/// Qualtrics exports until 2017: names, then wordings, and no `ImportId` objects.
///
/// The tool's own columns are called `V1` to `V10`; what each records stands in the second record, in
/// English whatever the survey's language. Every line ends in a comma, which makes a last column
/// without a name; it is no column of the table.
package enum QualtricsLegacyDialect: ExportDialect {
  package static let name = "qualtrics-legacy"

  /// Certain where the first record holds `V1`, … and the second says what they record.
  package static func confidence(in preview: HeaderPreview) -> Double {
    isHeader(preview) ? 1 : 0
  }

  package static func read(_ file: CSVReader) throws -> ExportTable {
    guard isHeader(file.preview) else {
      throw IngestError.dialectMismatch(
        path: file.path, dialect: name,
        lacking: "columns `V1`, `V2`, … whose second record says what they hold")
    }
    let all = try file.table(headerRecordCount: 2).withoutNamelessEnd()
    return try QualtricsResponses(
      of: all, facts: facts(of: all.columns.map(\.name), wordings: file.preview.records[1])
    ).export(dialect: name, headerRecordCount: 2)
  }

  /// Most of the columns called `V` and a number say in the second record what they are; at least
  /// two do, because an export may lack some.
  private static func isHeader(_ preview: HeaderPreview) -> Bool {
    guard preview.records.count > 1 else { return false }
    let numbered = zip(preview.records[0], preview.records[1]).filter { isNumbered($0.0) }
    let known = numbered.count { QualtricsMetadata.kind(importID: nil, name: $0.1) != nil }
    return known >= 2 && known * 2 > numbered.count
  }

  private static func isNumbered(_ name: String) -> Bool {
    name.first == "V" && name.count > 1 && name.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  private static func facts(of names: [String], wordings: [String]) -> [ColumnFacts] {
    let labels = names.indices.map { index -> String? in
      let label = index < wordings.count ? HTMLText.plain(wordings[index]) : ""
      return label.isEmpty ? nil : label
    }
    let rowLabels = rowLabels(names, labels)
    return names.indices.map { index in
      let isOwn = isNumbered(names[index]) || names[index] == labels[index]
      return ColumnFacts(
        index: index, name: names[index], label: labels[index], rowLabel: rowLabels[index],
        metadata: isOwn
          ? labels[index].flatMap { QualtricsMetadata.kind(importID: nil, name: $0) } : nil)
    }
  }

  /// The own part of the wording of each column whose question has several: `Q2_1`, `Q2_2`, ….
  private static func rowLabels(_ names: [String], _ labels: [String?]) -> [Int: String] {
    var columnsOfQuestion: [String: [Int]] = [:]
    for index in names.indices where labels[index] != nil && !names[index].hasSuffix("_TEXT") {
      guard let cut = names[index].lastIndex(of: "_") else { continue }
      columnsOfQuestion[String(names[index][..<cut]), default: []].append(index)
    }
    var found: [Int: String] = [:]
    for columns in columnsOfQuestion.values {
      guard let parts = RowLabels.ownParts(of: columns.compactMap { labels[$0] }) else { continue }
      for (column, part) in zip(columns, parts) { found[column] = part }
    }
    return found
  }
}
