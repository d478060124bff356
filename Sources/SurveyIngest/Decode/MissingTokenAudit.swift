import SurveyModel

/// Looks for cells `NA` in a category without `options`, which may name a value: North America, Namibia.
struct MissingTokenAudit {
  let file: SourceFile
  let attribute: Attribute
  let column: RawColumn

  /// The one missing token that is also an abbreviation.
  static let token = "NA"

  func report() {
    if let texts = column.texts, !texts.contains(where: { $0.trimmed == Self.token }) { return }
    let rows = (0..<column.rowCount).filter { column.text($0)?.trimmed == Self.token }
    file.report(
      .assumedMissing, rows: rows, total: rows.count, column: column.index, subject: attribute.id,
      "attribute `\(attribute.id)` has \(counted(rows.count, "cell", "cells")) `\(Self.token)`, which \(rows.count == 1 ? "counts" : "count") as missing; if it is a value, list all values under `options` of the attribute, `\(Self.token)` among them"
    )
  }
}
