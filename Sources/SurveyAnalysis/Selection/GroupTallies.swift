import NumericCore
import SurveyModel

/// The answers to one item counted in every group at once.
struct GroupTallies {
  /// For each group, and last for the rows of none, 256 counts of cells.
  private let counts: [Int32]
  /// The item's codes ascending, each with its place in the cells.
  private let codes: [(code: Int, place: Int)]

  /// Counts in one pass over the rows.
  ///
  /// - Parameter places: the group of each row, or `groupCount` for none.
  init(_ item: Item, in responses: FormResponses, places: [UInt16], groupCount: Int) {
    codes = item.responseScale.codes.enumerated().map { ($1, $0) }.sorted { $0.0 < $1.0 }
    var counts = [Int32](repeating: 0, count: (groupCount + 1) << 8)
    let cells = responses.items[item.id]?.cells ?? []
    counts.withUnsafeMutableBufferPointer { counts in
      cells.withUnsafeBufferPointer { cells in
        places.withUnsafeBufferPointer { places in
          for row in 0..<min(cells.count, places.count) {
            counts[Int(places[row]) << 8 | Int(cells[row])] &+= 1
          }
        }
      }
    }
    self.counts = counts
  }

  /// How many rows a group has, with and without an answer.
  func rowCount(ofGroup group: Int) -> Int {
    counts[(group << 8)..<((group + 1) << 8)].reduce(0) { $0 + Int($1) }
  }

  /// The tally of one group; codes ascending.
  func tally(ofGroup group: Int) throws(NumericError) -> ItemTally {
    try ItemTally(
      codes: codes.map(\.code), counts: codes.map { Int(counts[group << 8 | $0.place]) })
  }
}
