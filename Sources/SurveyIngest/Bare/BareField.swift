package import SurveyModel

/// One column of a bare file that rows can be chosen or grouped by.
package struct BareField: Hashable, Sendable {
  /// Its name in the file.
  package let name: String
  /// What its rows hold; nil where a cell is empty.
  package let content: Content

  /// Numbers, or texts where one cell at least is none.
  package enum Content: Hashable, Sendable {
    /// Numbers.
    case numbers([Double?])
    /// Texts without spaces around them, as categories.
    case categories(CategoryColumn)
  }
}

extension BareColumnReader {
  /// The columns that rows can be chosen by: those of a unique name that are not the tool's own.
  private var candidates: [RawColumn] {
    let counts = Dictionary(export.table.columns.map { ($0.name, 1) }, uniquingKeysWith: +)
    return zip(export.table.columns, export.facts).filter { column, facts in
      facts.metadata == nil && counts[column.name] == 1
    }.map(\.0)
  }

  /// Their names.
  var fieldNames: [String] { candidates.map(\.name) }

  /// Those of some names, in whatever case.
  func fields(named names: [String]) -> [BareField] {
    guard !names.isEmpty else { return [] }
    let sought = Set(names.map { $0.lowercased() })
    return candidates.filter { sought.contains($0.name.lowercased()) }.map { column in
      let cells = BareCells(column, missing: missingTexts)
      guard cells.textRows.isEmpty else {
        return BareField(name: column.name, content: .categories(categories(of: column)))
      }
      return BareField(name: column.name, content: .numbers(cells.values))
    }
  }

  private func categories(of column: RawColumn) -> CategoryColumn {
    let missing = missingTexts
    reportToken(in: column)
    let coded = CodedTexts(column, longest: missing.map(\.utf8.count).max() ?? 0) { text in
      let trimmed = text.trimmed
      return trimmed.isEmpty || missing.contains(trimmed) ? nil : trimmed
    }
    return CategoryColumn(categories: coded.texts, cells: coded.codes)
  }

  /// Says that cells `NA` are missing, where they may name a group.
  private func reportToken(in column: RawColumn) {
    let token = MissingTokenAudit.token
    let rows = (0..<column.rowCount).filter { column.text($0)?.trimmed == token }
    guard let first = rows.first else { return }
    let line = export.table.line(ofRecord: first, column: column.index)
    findings.add(
      Finding(
        .assumedMissing,
        at: SourceLocation(file: path, line: line, column: column.index + 1), count: rows.count,
        "column `\(column.name)` has \(counted(rows.count, "cell", "cells")) `\(token)`, which \(rows.count == 1 ? "counts" : "count") as missing; if it is a value, write a codebook that lists it under `options` of an attribute"
      ))
  }
}
