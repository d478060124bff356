/// The header of a Qualtrics export: names, then wordings, then `ImportId` objects.
struct QualtricsHeader {
  /// How many records are header.
  let recordCount: Int
  private let names: [String]
  /// The wordings, without markup.
  private let labels: [String]
  private let importIDs: [QualtricsImportID?]

  /// Whether the record of `ImportId` objects is there.
  let isWhole: Bool

  /// Looks for the record whose cells are mostly `ImportId` objects. Where somebody has deleted it,
  /// the names of the tool's own columns tell; `nil` where neither does. The wordings of questions
  /// are never asked: they are in the survey's language.
  init?(_ preview: HeaderPreview) {
    let shares = preview.records.map { Self.importIDShare(in: $0) }
    let names = preview.records[0]
    self.names = names
    if let place = shares.firstIndex(where: { $0 > 0.5 }), place > 0 {
      isWhole = true
      recordCount = place + 1
      importIDs = preview.records[place].map { QualtricsImportID(cell: $0) }
    } else {
      let own = names.indices.filter {
        QualtricsMetadata.kind(importID: nil, name: names[$0]) != nil
      }
      guard own.count >= 4, names.contains("ResponseId") || names.contains("RecordedDate") else {
        return nil
      }
      isWhole = false
      recordCount = Self.hasWordings(preview, of: own) ? 2 : 1
      importIDs = []
    }
    labels =
      recordCount > 1 && (!isWhole || recordCount > 2)
      ? preview.records[1].map(HTMLText.plain) : []
  }

  /// Whether the second record gives the wordings of the tool's own columns: `Start Date` below
  /// `StartDate`.
  private static func hasWordings(_ preview: HeaderPreview, of columns: [Int]) -> Bool {
    guard preview.records.count > 1 else { return false }
    let (names, second) = (preview.records[0], preview.records[1])
    func bare(_ text: String) -> String { text.filter { $0 != " " }.lowercased() }
    return columns.count { $0 < second.count && bare(names[$0]) == bare(second[$0]) } >= 3
  }

  /// The share of a record's cells that are `ImportId` objects.
  static func importIDShare(in record: [String]) -> Double {
    let count = record.count { QualtricsImportID(cell: $0) != nil }
    return record.isEmpty ? 0 : Double(count) / Double(record.count)
  }

  /// What the header says of each column.
  func facts() -> [ColumnFacts] {
    let rowLabels = rowLabels()
    return names.indices.map { index in
      let importID = importID(index)?.id
      return ColumnFacts(
        index: index, name: names[index], label: label(index), importID: importID,
        rowLabel: rowLabels[index],
        metadata: QualtricsMetadata.kind(importID: importID, name: names[index]))
    }
  }

  private func importID(_ index: Int) -> QualtricsImportID? {
    index < importIDs.count ? importIDs[index] : nil
  }

  private func label(_ index: Int) -> String? {
    guard index < labels.count else { return nil }
    return labels[index].isEmpty ? nil : labels[index]
  }

  /// The own part of the wording of each column that shares its question with others.
  private func rowLabels() -> [Int: String] {
    var columnsOfQuestion: [String: [Int]] = [:]
    for index in names.indices where label(index) != nil && !names[index].hasSuffix("_TEXT") {
      guard let question = importID(index)?.question else { continue }
      columnsOfQuestion[question, default: []].append(index)
    }
    var found: [Int: String] = [:]
    for columns in columnsOfQuestion.values {
      guard let parts = RowLabels.ownParts(of: columns.compactMap { label($0) }) else { continue }
      for (column, part) in zip(columns, parts) { found[column] = part }
    }
    return found
  }
}
