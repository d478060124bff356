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
    /// Texts without spaces around them.
    case texts([String?])
  }
}

extension BareColumnReader {
  /// Every column whose name is unique, as rows can be chosen by it; the tool's own are left out.
  func fields() -> [BareField] {
    zip(export.table.columns, export.facts).compactMap { column, facts in
      guard facts.metadata == nil, export.table.columns(named: column.name).count == 1 else {
        return nil
      }
      let cells = BareCells(column, missing: missingTexts)
      guard cells.textRows.isEmpty else {
        return BareField(name: column.name, content: .texts(texts(of: column)))
      }
      return BareField(name: column.name, content: .numbers(cells.values))
    }
  }

  private func texts(of column: RawColumn) -> [String?] {
    (0..<column.rowCount).map { row in
      guard let text = column.text(row)?.trimmed, !text.isEmpty, !missingTexts.contains(text) else {
        return nil
      }
      return text
    }
  }
}
