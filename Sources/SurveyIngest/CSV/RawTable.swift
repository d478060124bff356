package import SurveyModel

/// A delimited file as columns, exactly as written: nothing is decoded, repaired or dropped.
package struct RawTable: Sendable {
  /// The columns in file order, named by the first header record.
  package let columns: [RawColumn]
  /// The number of data records.
  package let rowCount: Int
  /// The records whose cell count differs from the header's. They are in the table: missing cells
  /// are `.absent`, surplus cells are counted here and not kept.
  package let raggedRows: [RaggedRow]
  /// The file's name in messages.
  package var path: String { lines.path }

  /// How the file's bytes became cells.
  package var format: FileFormat {
    let source = lines.source
    return FileFormat(
      encoding: source.encoding, isEncodingAssumed: source.guessedLine != nil,
      delimiter: Character(Unicode.Scalar(lines.format.delimiter)),
      compression: source.compression)
  }

  /// What is to be said of the file as a whole.
  package var findings: [Finding] {
    [encodingFinding, strayQuoteFinding, bareQuoteFinding].compactMap(\.self)
  }

  /// Says that the encoding of the file is a guess; nil where it is none.
  private var encodingFinding: Finding? { guess?.finding(doubt: lines.source.doubt) }

  /// The guess at the file's encoding; nil where there is none.
  var guess: EncodingGuess? {
    lines.source.guessedLine.map { line in
      EncodingGuess(encoding: lines.source.encoding, path: path, line: line)
    }
  }

  /// Says that a quote may have swallowed what follows it; nil where all quotes are in their place.
  private var strayQuoteFinding: Finding? {
    let quotes = strayQuotes.inQuotedCells
    guard quotes.count > 0 else { return nil }
    return Finding(
      .strayQuote,
      at: SourceLocation(file: path, line: lines.line(atOffset: quotes.firstOffset)),
      count: quotes.count,
      "\(counted(quotes.count, "quoted cell goes", "quoted cells go")) on after a quote that is not doubled, so that responses may be lost in it; double the quote or remove it, or export the file again"
    )
  }

  /// Says that cells without quotes around them hold an odd number of quotes: two may be those of a
  /// word, one is none's.
  private var bareQuoteFinding: Finding? {
    let quotes = strayQuotes.inBareCells
    guard quotes.count % 2 == 1 else { return nil }
    return Finding(
      .bareQuote, at: SourceLocation(file: path, line: lines.line(atOffset: quotes.firstOffset)),
      count: quotes.count,
      "\(counted(quotes.count, "quote stands", "quotes stand")) in cells that no quote begins, and one of them has no other; look whether the cell was changed, or export the file again"
    )
  }

  /// What to do about records with another number of cells than the header.
  var raggedAdvice: String {
    raggedRows.count == rowCount && raggedRows.allSatisfy { $0.cellCount > $0.expected }
      ? "look at the first record: it may be a title above the header"
      : "check the quotes in these lines"
  }

  private let strayQuotes: RecordParser.StrayQuotes
  private let lines: RecordLines
  /// The record of each row, where rows were left out.
  private let recordOfRow: [Int]?

  init(
    columns: [RawColumn], rowCount: Int, raggedRows: [RaggedRow],
    strayQuotes: RecordParser.StrayQuotes, lines: RecordLines
  ) {
    self.init(
      columns: columns, rowCount: rowCount, raggedRows: raggedRows, strayQuotes: strayQuotes,
      lines: lines, recordOfRow: nil)
  }

  private init(
    columns: [RawColumn], rowCount: Int, raggedRows: [RaggedRow],
    strayQuotes: RecordParser.StrayQuotes, lines: RecordLines, recordOfRow: [Int]?
  ) {
    self.strayQuotes = strayQuotes
    self.columns = columns
    self.rowCount = rowCount
    self.raggedRows = raggedRows
    self.lines = lines
    self.recordOfRow = recordOfRow
  }
}

extension RawTable {
  /// The columns with a name; more than one where the header repeats it.
  package func columns(named name: String) -> [RawColumn] { columns.filter { $0.name == name } }

  /// The 1-based line of the file on which a row begins. The first call reads the file again.
  ///
  /// - Parameter row: the 0-based row of this table.
  package func line(ofRecord row: Int) -> Int { lines.line(ofRecord: record(ofRow: row)) }

  /// The 1-based line on which a cell begins; quoted line ends before it are counted.
  package func line(ofRecord row: Int, column: Int) -> Int {
    lines.line(ofRecord: record(ofRow: row), cell: column)
  }

  /// The 1-based number of a row's record among the data records of the file.
  package func recordNumber(ofRow row: Int) -> Int { record(ofRow: row) + 1 }

  /// The table with the given rows only. Lines and record numbers still refer to the file.
  ///
  /// - Parameter rows: 0-based rows in ascending order.
  package func keeping(rows: [Int]) -> RawTable {
    var place: [Int: Int] = [:]
    for (new, old) in rows.enumerated() { place[old] = new }
    let ragged = raggedRows.compactMap { old in
      place[old.row].map {
        RaggedRow(row: $0, cellCount: old.cellCount, expected: old.expected)
      }
    }
    return RawTable(
      columns: columns.map { $0.keeping(rows: rows) }, rowCount: rows.count, raggedRows: ragged,
      strayQuotes: strayQuotes, lines: lines, recordOfRow: rows.map { record(ofRow: $0) })
  }

  /// The table without the columns at its end that have neither a name nor a text, such as the one
  /// that a delimiter at the end of every line makes. Records that lack only these are not ragged,
  /// unless most have them: then it may be another cell that they lack.
  package func withoutNamelessEnd() -> RawTable {
    let isNeeded = { (column: RawColumn) in
      !column.name.allSatisfy(\.isWhitespace) || column.holdsText
    }
    let count = columns.lastIndex(where: isNeeded).map { $0 + 1 } ?? 0
    guard count > 0, count < columns.count else { return self }
    let lacking = raggedRows.count { (count..<columns.count).contains($0.cellCount) }
    let isUsual = lacking * 2 > rowCount
    let ragged = raggedRows.compactMap { old -> RaggedRow? in
      guard !isUsual || !(count...columns.count).contains(old.cellCount) else { return nil }
      return RaggedRow(
        row: old.row, cellCount: old.cellCount, expected: isUsual ? count : columns.count)
    }
    return RawTable(
      columns: Array(columns[..<count]), rowCount: rowCount, raggedRows: ragged,
      strayQuotes: strayQuotes, lines: lines, recordOfRow: recordOfRow)
  }

  private func record(ofRow row: Int) -> Int { recordOfRow.map { $0[row] } ?? row }
}
