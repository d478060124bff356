import SurveyModel

/// The values of one field that rows are grouped by, in one order over all forms.
struct GroupKey {
  /// How results show them.
  let values: [String]
  /// For each form where its rows stand among them.
  let columns: [Column]

  /// Places among the values, row by row.
  struct Column {
    let valueCount: Int
    let cells: ValueColumn.Cells
    /// For each of the form's own values its place; one that is missing goes behind the last.
    let table: [UInt16]
  }

  /// How many values a number may have to be grouped by.
  static let mostNumbers = 50

  /// The values of a field.
  ///
  /// - Parameter word: the name as the codebook spells it.
  /// - Throws: `QuestionError` where nothing is grouped by such a field.
  init(_ word: RowCondition.Word, fields: DatasetFields, in text: String) throws {
    let contents = try fields.dataset.forms.map { responses in
      try Self.values(fields.field(word.text, in: responses), word, in: text)
    }
    let listed = fields.dataset.codebook.attributes.first { $0.id == word.text }?.options ?? []
    let found = contents.compactMap(\.self).flatMap(\.values)
    values = Self.ordered(found, listed: listed)
    let places = Dictionary(uniqueKeysWithValues: zip(values, values.indices))
    let count = values.count
    columns = zip(contents, fields.dataset.forms).map { column, responses in
      guard let column else {
        return Column(
          valueCount: count, cells: .integers([Int32](repeating: -1, count: responses.rowCount)),
          table: [])
      }
      return Column(
        valueCount: count, cells: column.cells,
        table: column.values.map { UInt16(places[$0.shown] ?? count) })
    }
  }

  private static func values(
    _ field: SelectionField?, _ word: RowCondition.Word, in text: String
  ) throws -> ValueColumn? {
    switch field?.content {
    case nil: return nil
    case .values(let column)?: return column
    case .ticks?:
      throw QuestionError(
        "`\(word.text)` has several answers a row, so nothing is grouped by it; choose rows with `--where \"\(word.text) = option\"`",
        in: text, at: word.offset)
    case .numbers(let numbers)?:
      let distinct = Set(numbers.compactMap(\.self)).sorted()
      guard distinct.count <= mostNumbers else {
        throw QuestionError(
          "`\(word.text)` has \(distinct.count) different values; choose ranges of it with a condition",
          in: text, at: word.offset)
      }
      let places = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
      return ValueColumn(
        values: distinct.map {
          .init(shown: plain($0), names: [plain($0)], number: $0)
        }, isOrdered: true,
        cells: .integers(numbers.map { $0.flatMap { places[$0] }.map(Int32.init) ?? -1 }))
    }
  }

  /// Numbers by size, listed values as listed, others as they come.
  private static func ordered(_ values: [ValueColumn.Value], listed: [String]) -> [String] {
    var seen: Set<String> = []
    let distinct = values.filter { seen.insert($0.shown).inserted }
    if distinct.allSatisfy({ $0.number != nil }) {
      return distinct.sorted { ($0.number ?? 0) < ($1.number ?? 0) }.map(\.shown)
    }
    let names = distinct.map(\.shown)
    return listed.filter(names.contains) + names.filter { !listed.contains($0) }.sorted(by: <)
  }

  private static func plain(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }
}

extension GroupKey.Column {
  /// For each value what it adds to the place of a row, and what a missing one adds: last for bytes,
  /// first for numbers, whose missing value is −1.
  func steps(stride: Int) -> [UInt16] {
    let missing = UInt16(valueCount * stride)
    let own = table.map { $0 &* UInt16(stride) }
    switch cells {
    case .same: return own
    case .bytes: return own + [UInt16](repeating: missing, count: 256 - own.count)
    case .integers: return [missing] + own
    }
  }

  /// Adds the steps of some rows' values to their places.
  func add(_ steps: [UInt16], to places: UnsafeMutableBufferPointer<UInt16>, rows: Range<Int>) {
    steps.withUnsafeBufferPointer { steps in
      guard let start = places.baseAddress, let steps = steps.baseAddress else { return }
      let (own, count) = (start + rows.lowerBound, rows.count)
      switch cells {
      case .same(let value):
        let step = steps[value]
        for row in 0..<count { own[row] &+= step }
      case .bytes(let cells):
        cells.withUnsafeBufferPointer { cells in
          guard let cells = cells.baseAddress.map({ $0 + rows.lowerBound }) else { return }
          for row in 0..<count { own[row] &+= steps[Int(cells[row])] }
        }
      case .integers(let cells):
        cells.withUnsafeBufferPointer { cells in
          guard let cells = cells.baseAddress.map({ $0 + rows.lowerBound }) else { return }
          // The missing value comes first, so that −1 is its place.
          let steps = steps + 1
          for row in 0..<count { own[row] &+= steps[Int(cells[row])] }
        }
      }
    }
  }
}
