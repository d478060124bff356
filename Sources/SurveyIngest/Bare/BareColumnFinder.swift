import SurveyModel

/// Finds the columns of a bare file that the user names.
struct BareColumnFinder {
  private let path: String
  private let export: ExportTable
  private let findings: FindingCollector
  private let names: ColumnNames

  init(path: String, export: ExportTable, findings: FindingCollector) {
    self.path = path
    self.export = export
    self.findings = findings
    names = ColumnNames(export)
  }

  /// `A1..A5` as the columns from A1 to A5; any other name as itself. What is not there is a finding.
  func columns(_ entry: NameList.Entry) -> [RawColumn] {
    if case .text(let text) = entry, !names.matching(text).isEmpty { return column(text) }
    guard let ends = entry.ends else { return column(entry.shown) }
    let found = [column(ends.first), column(ends.last)].joined().map(\.index)
    guard found.count == 2 else { return [] }
    guard found[0] <= found[1] else {
      reportBackwards(entry.shown, ends)
      return []
    }
    return export.table.columns.filter { (found[0]...found[1]).contains($0.index) }
  }

  private func column(_ name: String) -> [RawColumn] {
    let found = names.matching(name)
    if found.count == 1 { return found }
    if found.isEmpty { reportMissing(name) } else { reportSeveral(name, found) }
    return []
  }

  private func reportBackwards(_ range: String, _ ends: (first: String, last: String)) {
    findings.add(
      Finding(
        .missingColumn, at: SourceLocation(file: path, line: 1), subject: range,
        "`\(range)` names no columns, because `\(ends.first)` comes after `\(ends.last)`; write `\(ends.last)..\(ends.first)`"
      ))
  }

  private func reportMissing(_ name: String) {
    let all = export.table.columns.map(\.name)
    findings.add(
      Finding(
        .missingColumn, at: SourceLocation(file: path, line: 1), subject: name,
        "there is no column `\(name)`; \(advice(name, among: all))"))
  }

  private func advice(_ name: String, among all: [String]) -> String {
    if let lower = export.firstRecords.dropFirst().firstIndex(where: { record in
      record.contains { ColumnName.folded($0) == ColumnName.folded(name) }
    }) {
      return "record \(lower + 1) holds it, so remove what stands above the names"
    }
    // A list was cut at the comma of a name.
    if let whole = all.first(where: { Self.isPart(name, of: $0) }) {
      return "a name with a comma goes in quotes, as in --items '\"\(whole)\"'"
    }
    // Without its header a file has somebody's answers for names; none is shown.
    return NearestName.of(name, among: all).map { "did you mean `\($0)`?" }
      ?? "none of the \(all.count) columns has a name like it, so look at the first line"
  }

  private static func isPart(_ part: String, of name: String) -> Bool {
    name.contains(",")
      && name.split(separator: ",").map { ColumnName.folded(String($0)) }
        .contains(ColumnName.folded(part))
  }

  private func reportSeveral(_ name: String, _ found: [RawColumn]) {
    let areSame = found.allSatisfy { $0.name == name }
    let places = found.map { String($0.index + 1) }.joined(separator: ", ")
    findings.add(
      Finding(
        .duplicateColumn, at: SourceLocation(file: path, line: 1), subject: name,
        areSame
          ? "\(found.count) columns are called `\(name)`; rename the others"
          : "\(found.count) columns have a name like `\(name)` (columns \(places)); write one of them as it stands in the file"
      ))
  }
}
