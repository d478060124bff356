import SurveyModel

/// Asks whether the columns of an export can belong to a form at all.
struct LayoutCheck {
  let path: String
  let source: StudySource
  let codebook: Codebook
  let form: Form
  let export: ExportTable
  let names: ColumnNames
  let findings: FindingCollector

  /// False where one finding says more than a finding for every missing column.
  func isReadable() -> Bool { isRightForm() && hasNamesOnTop() }

  /// A file that holds another form's items and few of this one's is the wrong file.
  private func isRightForm() -> Bool {
    let own = share(of: form)
    guard own < 0.5,
      let other = codebook.forms.first(where: { $0.id != form.id && share(of: $0) > 0.5 })
    else { return true }
    findings.add(
      Finding(
        .wrongForm, at: SourceLocation(file: path, line: 1), subject: form.id,
        "the study reads this file as form `\(form.id)`, but its columns are those of form `\(other.id)`; correct `form` or `file` of the source"
      ))
    return false
  }

  /// The names may stand in one column, or below a title or a row of groups.
  private func hasNamesOnTop() -> Bool {
    guard !form.items.isEmpty, share(of: form) == 0 else { return true }
    let wanted = form.items.map { item in
      Set(
        ([item.id, item.stem, source.columns[item.id] ?? ""] + item.columnNames)
          .map(ColumnName.folded)
      ).subtracting([""])
    }
    let naming = namingColumns(wanted)
    guard areOfOneQuestion(naming, wanted) else { return true }
    if let column = naming.first {
      findings.add(
        Finding(
          .missingColumn, at: SourceLocation(file: path, line: 1, column: column.index + 1),
          subject: form.items[0].id, count: form.items.count,
          "no column for the \(form.items.count == 1 ? "item" : "items") \(Self.listed(form.items.map(\.id))); column `\(column.name)` holds the names of questions, so that the file has one line for each answer; export it with one line for each response and one column for each question"
        ))
      return false
    }
    let all = wanted.reduce(into: Set<String>()) { $0.formUnion($1) }
    let lower = export.firstRecords.indices.dropFirst().first { place in
      let found = export.firstRecords[place].map(ColumnName.folded).filter(all.contains)
      // A single cell may be an answer.
      return found.count * 2 >= form.items.count && found.count >= min(2, form.items.count)
    }
    guard let lower else { return true }
    findings.add(
      Finding(
        .headerBelow, at: SourceLocation(file: path, line: 1),
        "the names of the columns stand in record \(lower + 1), below \(lower == 1 ? "another one" : "others"); remove what stands above them"
      ))
    return false
  }

  /// The columns whose cells name the questions, one of them at least several times.
  private func namingColumns(_ wanted: [Set<String>]) -> [RawColumn] {
    export.table.columns.filter { column in
      guard let texts = column.texts else { return false }
      let named = texts.map(ColumnName.folded)
      let items = wanted.count { names in named.contains(where: names.contains) }
      guard items > 0, items * 2 >= wanted.count else { return false }
      return named.indices.contains { place in
        wanted.contains { $0.contains(named[place]) }
          && column.firstRows(withCode: UInt16(place) + CellCode.firstText, limit: 2).count > 1
      }
    }
  }

  /// False where columns name different questions in one record: answers that are called as items are.
  private func areOfOneQuestion(_ columns: [RawColumn], _ wanted: [Set<String>]) -> Bool {
    guard columns.count > 1 else { return true }
    return (0..<min(export.table.rowCount, 50)).allSatisfy { row in
      let items = columns.compactMap { $0.text(row).map(ColumnName.folded) }.map { name in
        wanted.firstIndex { $0.contains(name) }
      }
      return Set(items).count < 2
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }

  private func share(of other: Form) -> Double {
    guard !other.items.isEmpty else { return 0 }
    let present = other.items.filter { item in
      ([source.columns[item.id] ?? item.id] + item.columnNames).contains {
        !names.matching($0).isEmpty
      } || names.labelled(item.stem) != nil
    }
    return Double(present.count) / Double(other.items.count)
  }
}
