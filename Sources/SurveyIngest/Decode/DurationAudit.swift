import SurveyModel

/// Looks whether responses end before they start, by the survey tool's own columns.
///
/// No number is made of these times; the finding says that the clock or the file was tampered with.
struct DurationAudit {
  let file: SourceFile

  func report() {
    let negative = rowsOfNegativeDuration()
    file.report(
      .impossibleDuration, rows: negative, total: negative.count,
      column: column(.duration)?.index, subject: nil,
      "\(counted(negative.count, "response has", "responses have")) a duration below zero; they are counted, so check whether the file was changed"
    )
    let reversed = rowsThatEndFirst()
    file.report(
      .impossibleDuration, rows: reversed, total: reversed.count, column: column(.endDate)?.index,
      subject: nil,
      "\(counted(reversed.count, "response ends", "responses end")) before it starts; check whether the file was changed"
    )
  }

  private func column(_ kind: MetadataKind) -> RawColumn? {
    file.export.facts.first { $0.metadata == kind }.map { file.table.columns[$0.index] }
  }

  private func rowsOfNegativeDuration() -> [Int] {
    guard let column = column(.duration), let texts = column.texts else { return [] }
    let isNegative = texts.map { NumberText($0).map { $0.value < 0 } ?? false }
    guard isNegative.contains(true) else { return [] }
    let rows = column.translated(by: [false, false, false] + isNegative) ?? []
    return rows.indices.filter { rows[$0] }
  }

  private func rowsThatEndFirst() -> [Int] {
    guard let start = column(.startDate), let end = column(.endDate) else { return [] }
    guard file.rowCount > 0, start.withText(0, Self.hasYearFirst) else {
      return rowsThatEndFirst(start, end)
    }
    return (0..<file.rowCount).filter { row in
      start.withText(row) { start in end.withText(row) { Self.isBefore($0, start) } }
    }
  }

  /// The same for dates in another form, such as a spreadsheet leaves; both columns have one order.
  private func rowsThatEndFirst(_ start: RawColumn, _ end: RawColumn) -> [Int] {
    let decoder = AttributeDecoder(file: file)
    let texts = decoder.texts(of: start) + decoder.texts(of: end)
    let readings = DateTexts(
      texts.map { $0 ?? "" }, order: file.source.dateOrder, latest: nil
    ).readings
    return (0..<file.rowCount).filter { row in
      guard case .moment(let started) = readings[row],
        case .moment(let ended) = readings[row + file.rowCount]
      else { return false }
      return ended < started
    }
  }

  private static func hasYearFirst(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == 19 && text[4] == UInt8(ascii: "-")
  }

  /// Whether the first of two moments of the shape `2025-01-31 14:05:00` is earlier; other shapes
  /// can't be compared letter by letter.
  private static func isBefore(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    hasYearFirst(first) && hasYearFirst(second) && first.lexicographicallyPrecedes(second)
  }
}

extension RawColumn {
  /// Calls `body` with the bytes of a row's text, none where the cell holds no text.
  func withText<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if case .text(let arena) = storage { return arena.withBytes(ofRow: row, body) }
    guard var text = text(row) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return text.withUTF8(body)
  }
}
