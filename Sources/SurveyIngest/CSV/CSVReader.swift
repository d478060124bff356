/// A delimited file, opened and checked: its text decoded, delimiter known, first records at hand.
///
/// A dialect looks at `preview` and then decides how many records are header.
package struct CSVReader: Sendable {
  /// The first records of the file.
  package let preview: HeaderPreview
  /// The file's name in messages.
  package var path: String { source.path }

  private let source: SourceText
  private let format: CSVFormat
  /// The offset of the first record.
  private let recordStart: Int

  /// Opens a file or pipe, or standard input, whose path is `FilePath.standardInput`.
  ///
  /// - Throws: `IngestError` where there is no such file, or it is empty, not text, changes while it
  ///   is read, or opens a quote in its first records that never closes.
  package init(path: String, options: CSVOptions = CSVOptions()) throws {
    let source = try SourceText(
      path: path, encoding: options.encoding, isPlainOnly: options.isPlainOnly,
      bounds: options.bounds)
    try self.init(source, options: options)
  }

  /// Reads bytes that are already in memory; `name` stands for the path in messages.
  package init(
    bytes: some Collection<UInt8>, name: String, options: CSVOptions = CSVOptions()
  ) throws {
    try self.init(
      SourceText(bytes: bytes, name: name, encoding: options.encoding), options: options)
  }

  private init(_ source: SourceText, options: CSVOptions) throws {
    let separator = source.withBytes { SeparatorLine(in: $0, at: source.start) }
    let start = separator?.end ?? source.start
    let delimiter =
      options.delimiter ?? separator?.delimiter
      ?? source.withBytes {
        DelimiterDetection.delimiter(in: $0, start: start, quote: options.quote)
      }
    self.source = source
    format = CSVFormat(delimiter: delimiter, quote: options.quote)
    recordStart = start
    preview = try Self.preview(of: source, format: format, start: start)
  }
}

extension CSVReader {
  /// Reads the whole file as a table.
  ///
  /// - Parameter headerRecordCount: how many records at the top are header, at most
  ///   `HeaderPreview.recordLimit`. The first one names and counts the columns; without any, the
  ///   first data record counts them.
  /// - Throws: `IngestError.noDataRecords`, `.unterminatedQuote` or `.parserFailed`.
  package func table(headerRecordCount: Int = 1) throws -> RawTable {
    precondition(headerRecordCount <= HeaderPreview.recordLimit, "a longer header than any known")
    let first = preview.records.first ?? []
    let names = headerRecordCount > 0 ? first : first.indices.map { String($0 + 1) }
    let start = dataStart(headerRecordCount: headerRecordCount)
    let lines = RecordLines(source: source, format: format, start: start)
    do {
      let parsed = try source.withBytes { bytes in
        try TableParser.parse(
          UnsafeBufferPointer(rebasing: bytes[start...]), format: format, names: names)
      }
      guard parsed.rowCount > 0 else {
        throw IngestError.noDataRecords(
          path: path, headerRecordCount: min(headerRecordCount, preview.records.count))
      }
      return RawTable(
        columns: parsed.columns, rowCount: parsed.rowCount, raggedRows: parsed.raggedRows,
        strayQuotes: try strayQuotes(before: start)
          .followed(by: parsed.strayQuotes, from: start),
        lines: lines)
    } catch let failure as RecordParser.Failure {
      throw Self.error(failure, path: path, openQuoteLine: lines.openQuoteLine)
    }
  }

  /// Opens and reads a file in one step.
  package static func read(path: String, options: CSVOptions = CSVOptions()) throws -> RawTable {
    try CSVReader(path: path, options: options)
      .table(headerRecordCount: options.headerRecordCount)
  }

  /// Reads text that is already in memory, as tests and examples do.
  package static func read(
    text: String, name: String = "text", options: CSVOptions = CSVOptions()
  ) throws -> RawTable {
    try CSVReader(bytes: text.utf8, name: name, options: options)
      .table(headerRecordCount: options.headerRecordCount)
  }
}

extension CSVReader {
  private func dataStart(headerRecordCount: Int) -> Int {
    source.withBytes { bytes in
      var scanner = RecordScanner(bytes: bytes, format: format, offset: recordStart, line: 1)
      for _ in 0..<headerRecordCount { _ = scanner.next() }
      return scanner.offset
    }
  }

  /// Those of the header records.
  private func strayQuotes(before end: Int) throws -> RecordParser.StrayQuotes {
    try source.withBytes { bytes in
      try RecordParser.StrayQuotes().followed(
        by: RecordParser.parse(
          UnsafeBufferPointer(rebasing: bytes[recordStart..<end]), format: format, state: nil,
          cell: { _, _, _ in }, record: { _, _ in }),
        from: recordStart)
    }
  }

  private static func preview(
    of source: SourceText, format: CSVFormat, start: Int
  ) throws -> HeaderPreview {
    try source.withBytes { bytes in
      var scanner = RecordScanner(
        bytes: bytes, format: format, offset: start,
        line: PhysicalLine.number(at: start, in: bytes))
      for place in 0..<HeaderPreview.recordLimit {
        guard let record = scanner.next() else { break }
        if let line = record.openQuoteLine {
          throw IngestError.unterminatedQuote(path: source.path, line: line)
        }
        if place == 0 { try Self.checkColumnCount(record.cellCount, path: source.path) }
      }
      let top = UnsafeBufferPointer(rebasing: bytes[start..<scanner.offset])
      let records: [[String]]
      do throws(RecordParser.Failure) {
        records = try RecordTexts.parse(top, format: format)
      } catch {
        throw Self.error(error, path: source.path, openQuoteLine: { nil })
      }
      guard !records.isEmpty else { throw IngestError.emptyFile(path: source.path) }
      try Self.checkNames(records[0], path: source.path)
      return HeaderPreview(records: records, delimiter: format.delimiter)
    }
  }

  private static func checkColumnCount(_ count: Int, path: String) throws {
    let limit = InputLimits.standard.columnCount
    guard count <= limit else { throw IngestError.tooManyColumns(path: path, limit: limit) }
  }

  /// A name that long would stand in messages; it is a quote that closes too late.
  private static func checkNames(_ names: [String], path: String) throws {
    let limit = InputLimits.standard.nameLength
    if let place = names.firstIndex(where: { $0.utf8.count > limit }) {
      throw IngestError.nameTooLong(path: path, column: place + 1, limit: limit)
    }
  }

  private static func error(
    _ failure: RecordParser.Failure, path: String, openQuoteLine: () -> Int?
  ) -> IngestError {
    switch failure {
    case .openQuote: .unterminatedQuote(path: path, line: openQuoteLine() ?? 1)
    case .tooRagged: .tooRagged(path: path)
    case .library(let reason): .parserFailed(path: path, reason: reason)
    }
  }
}
