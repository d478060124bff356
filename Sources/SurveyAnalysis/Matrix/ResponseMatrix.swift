package import NumericCore
package import SurveyModel

/// A view of some items and rows of one form: respondents × items.
package struct ResponseMatrix {
  /// The responses it looks at.
  package let responses: FormResponses
  /// Its columns.
  package let items: [Item]
  /// Its rows, as positions in `responses`, ascending.
  package let rows: [Int32]

  /// A view of the given items and rows.
  package init(_ responses: FormResponses, items: [Item], rows: [Int32]) {
    self.responses = responses
    self.items = items
    self.rows = rows
  }

  /// An item's answers in the rows of this view, as raw codes.
  package func codes(of item: Item) throws(NumericError) -> ItemCodes {
    let scale = item.responseScale
    // NumericCore wants ascending codes; a nominal scale lists its options in another order.
    let ascending = scale.codes.sorted()
    var place = [UInt8](repeating: ItemCodes.missing, count: 256)
    for (index, code) in scale.codes.enumerated() {
      place[index] = UInt8(ascending.firstIndex(of: code) ?? 0)
    }
    let cells = responses.items[item.id]?.cells ?? []
    let indexes = rows.map { row -> UInt8 in
      cells.isEmpty ? ItemCodes.missing : place[Int(cells[Int(row)])]
    }
    return try ItemCodes(codes: ascending, indexes: indexes)
  }

  /// An item's answers with a reverse-keyed item reversed by its response scale's limits.
  package func keyedCodes(of item: Item) throws(NumericError) -> ItemCodes {
    let codes = try codes(of: item)
    guard item.isReverseKeyed, let limits = item.responseScale.limits else { return codes }
    return codes.reversed(within: limits)
  }

  /// All items, keyed.
  package func keyedCodes() throws(NumericError) -> [ItemCodes] {
    var columns: [ItemCodes] = []
    for item in items { columns.append(try keyedCodes(of: item)) }
    return columns
  }

  /// The rows in which all items are answered.
  package var completeRows: [Int32] {
    let columns = items.map { responses.items[$0.id]?.cells ?? [] }
    guard !columns.contains(where: \.isEmpty) else { return [] }
    return rows.filter { row in
      columns.allSatisfy { $0[Int(row)] < CodedColumn.firstMissing }
    }
  }

  /// The same items in one row a person, the first that is complete; nothing changes unless `areAboutPerson`.
  package func ofPersons(where areAboutPerson: Bool) -> ResponseMatrix {
    guard areAboutPerson else { return self }
    let columns = items.map { responses.items[$0.id]?.cells ?? [] }
    let chosen = PersonRows.rows(of: rows, in: responses) { row in
      columns.allSatisfy { !$0.isEmpty && $0[row] < CodedColumn.firstMissing }
    }
    return ResponseMatrix(responses, items: items, rows: chosen)
  }

  /// The same items in the rows in which at least one of them was administered.
  package var administered: ResponseMatrix {
    ResponseMatrix(responses, items: items, rows: administeredRows)
  }

  /// The rows in which at least one item was administered.
  package var administeredRows: [Int32] {
    let columns = items.compactMap { responses.items[$0.id]?.cells }
    return rows.filter { row in
      columns.contains { $0[Int(row)] != MissingReason.notAdministered.cell }
    }
  }
}
