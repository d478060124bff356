/// The first records of a file, read before anyone decides what they are.
package struct HeaderPreview: Hashable, Sendable {
  /// How many records are looked at: no known export has a longer header.
  package static let recordLimit = 3

  /// Up to `recordLimit` records, each with its cells; an empty cell is the empty string.
  package let records: [[String]]
  /// The byte between two cells.
  package let delimiter: UInt8

  package init(records: [[String]], delimiter: UInt8) {
    self.records = records
    self.delimiter = delimiter
  }
}
