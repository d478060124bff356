package import SurveyModel

/// How a delimited file is to be read.
///
/// Spaces and tabs around an unquoted cell are dropped, as libcsv does: no survey answer differs by
/// them. Inside quotes every byte is kept. Blank lines are no records.
package struct CSVOptions: Hashable, Sendable {
  /// The byte between two cells; `nil` finds it in the header record among `,` `;` tab and `|`.
  package var delimiter: UInt8?
  /// The byte around a cell that holds delimiters, quotes or line ends.
  package var quote: UInt8
  /// How many records at the top are header. Without any, columns are called `1`, `2`, ….
  package var headerRecordCount: Int
  /// The encoding; `nil` detects it.
  package var encoding: TextEncoding?
  /// True to refuse pipes and devices, which could be waited for without end.
  package var isPlainOnly: Bool
  /// Where the file may lie; nil for anywhere.
  package var bounds: StudyBounds?

  package init(
    delimiter: UInt8? = nil, quote: UInt8 = 0x22, headerRecordCount: Int = 1,
    encoding: TextEncoding? = nil, isPlainOnly: Bool = false, bounds: StudyBounds? = nil
  ) {
    precondition(headerRecordCount >= 0, "a header has no negative length")
    self.delimiter = delimiter
    self.quote = quote
    self.headerRecordCount = headerRecordCount
    self.encoding = encoding
    self.isPlainOnly = isPlainOnly
    self.bounds = bounds
  }
}

/// The two bytes that shape a delimited file, once both are known.
struct CSVFormat: Hashable, Sendable {
  let delimiter: UInt8
  let quote: UInt8
}
