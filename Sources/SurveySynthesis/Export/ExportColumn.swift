/// One column of an export: its headers, and how its cells are made.
struct ExportColumn {
  /// The column's name.
  let tag: String
  /// The words of the question.
  let text: String
  /// The survey tool's own name for it.
  let importID: String
  /// Its cell in the row of a response.
  let cell: (SyntheticResponse) -> String

  /// A column; without a text or an import name, its own name stands for them.
  init(
    _ tag: String, text: String? = nil, importID: String? = nil,
    cell: @escaping (SyntheticResponse) -> String
  ) {
    self.tag = tag
    self.text = text ?? tag
    self.importID = importID ?? tag
    self.cell = cell
  }

  /// A JSON object as Qualtrics writes it in its third record.
  var importRecord: String { "{\"ImportId\":\"\(importID)\"}" }
}
