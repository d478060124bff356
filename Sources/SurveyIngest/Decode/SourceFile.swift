import SurveyModel

/// One export that was read, with the codebook's part that describes it.
struct SourceFile {
  /// The file as messages name it.
  let path: String
  /// What the file was when its reading began.
  let stamp: FileStamp?
  let source: StudySource
  let form: Form
  let export: ExportTable
  let columns: ColumnMap
  /// The last plausible moment of a response; nil where the present is not known.
  let latest: Int64?
  let findings: FindingCollector

  var table: RawTable { export.table }
  var rowCount: Int { table.rowCount }

  /// The form's attribute with a use, and the column that holds it.
  func attribute(
    _ use: Attribute.Use, in codebook: Codebook
  ) -> (attribute: Attribute, column: RawColumn)? {
    guard let attribute = codebook.attributes(of: form.id).first(where: { $0.use == use }),
      let column = columns.attributes[attribute.id]
    else { return nil }
    return (attribute, column)
  }

  /// A place in the file; finding it reads the file once more.
  func location(row: Int, column: Int? = nil) -> SourceLocation {
    let line =
      column.map { table.line(ofRecord: row, column: $0) } ?? table.line(ofRecord: row)
    return SourceLocation(file: path, line: line, column: column.map { $0 + 1 })
  }

  /// Reports a flaw of some rows: the first place as location, up to five lines in words.
  func report(
    _ code: FindingCode, rows: [Int], total: Int, column: Int? = nil, subject: String?,
    _ message: String
  ) {
    guard let first = rows.first else { return }
    let lines = rows.prefix(5).map { row in
      String(column.map { table.line(ofRecord: row, column: $0) } ?? table.line(ofRecord: row))
    }
    let more = total > lines.count ? ", …" : ""
    let place = lines.count > 1 ? " (lines \(lines.joined(separator: ", "))\(more))" : ""
    findings.add(
      Finding(
        code, at: location(row: first, column: column), subject: subject, count: total,
        Self.insert(place, into: message)))
  }

  /// Puts the lines before the advice that follows `;`.
  private static func insert(_ place: String, into message: String) -> String {
    guard !place.isEmpty, let cut = message.firstIndex(of: ";") else { return message + place }
    return message[..<cut] + place + message[cut...]
  }
}
