import SurveyIngest
import SurveyModel

/// The reader of delimited files, by itself.
enum CSVTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    for headerCount in 0...1 {
      let first = outcome(bytes, headerCount: headerCount)
      let again = outcome(bytes, headerCount: headerCount)
      switch (first, again) {
      case (.success(let table), .success(let copy)):
        TableInvariant.check(table, of: bytes)
        require(TableInvariant.areAlike(table, copy), "read twice, the table is the same")
        if headerCount == 1 { compareWithLibCSV(table, bytes) }
      case (.failure(let error), .failure(let copy)):
        require(error == copy, "read twice, the error is the same: \(error), \(copy)")
        FindingInvariant.check(
          [error.finding()], lineCount: FindingInvariant.lineCount(of: bytes))
      default: require(false, "read twice, it is a table or not: \(first), \(again)")
      }
    }
    if let export = try? ExportDialects.read(CSVReader(bytes: bytes, name: "fuzz")) {
      TableInvariant.check(export.table, of: bytes)
      require(export.facts.count == export.table.columns.count, "each column has its facts")
    }
  }

  private static func outcome(
    _ bytes: [UInt8], headerCount: Int
  ) -> Result<RawTable, IngestError> {
    do {
      return .success(
        try CSVReader(bytes: bytes, name: "fuzz").table(headerRecordCount: headerCount))
    } catch let error as IngestError {
      return .failure(error)
    } catch {
      fatalError("another error than those of the module: \(error)")
    }
  }

  private static func compareWithLibCSV(_ table: RawTable, _ bytes: [UInt8]) {
    let delimiter = table.format.delimiter.asciiValue ?? 0
    // What has a line `sep=` or is not UTF-8 is compared nowhere; the rest of it is the same code.
    guard table.format.encoding == .utf8, table.format.compression == nil,
      !bytes.prefix(9).contains(UInt8(ascii: "=")), let text = TableInvariant.withoutMark(bytes)
    else { return }
    let records = PlainLibCSV(text, delimiter: delimiter).records
    require(records.count == table.rowCount + 1, "as many records as libcsv finds")
    require(
      records[0].map { $0 ?? [] } == table.columns.map { Array($0.name.utf8) },
      "the names that libcsv finds")
    let cellCounts = Dictionary(table.raggedRows.map { ($0.row, $0.cellCount) }) { first, _ in first
    }
    for row in 0..<table.rowCount {
      let record = records[row + 1]
      require(
        (cellCounts[row] ?? table.columns.count) == record.count, "the cells of row \(row)")
      for (place, column) in table.columns.enumerated() {
        let cell = place < record.count ? record[place] : nil
        let text = column.text(row).map { Array($0.utf8) }
        require(text ?? [] == cell ?? [], "the cell \(row), \(place) that libcsv finds")
        let state = column.cellState(row)
        require(
          (state == .absent) == (place >= record.count) && (state == .text) == (text != nil),
          "the state of the cell \(row), \(place)")
      }
    }
  }
}
