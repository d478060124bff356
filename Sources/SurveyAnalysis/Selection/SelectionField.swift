import SurveyModel

/// Something that the rows of one form can be chosen or grouped by.
struct SelectionField {
  /// Its name, as the codebook spells it.
  let name: String
  /// What its rows hold.
  let content: Content

  /// What the rows of a field hold.
  enum Content {
    /// One of a few values.
    case values(ValueColumn)
    /// Numbers.
    case numbers([Double?])
    /// Ticked options of a multi-select question.
    case ticks(MultiSelectQuestion, MultiSelectColumn)
  }
}

/// A column with one of a few values in each row.
struct ValueColumn {
  /// The values, in their order.
  let values: [Value]
  /// True where it makes sense to say that one value is less than another.
  let isOrdered: Bool
  /// Positions of values, row by row.
  let cells: Cells
  /// True where missing cells say why they are missing.
  let knowsReasons: Bool

  /// A value and the words it is known by.
  struct Value: Hashable {
    /// How results show it.
    let shown: String
    /// What a condition may call it; compared without case where nothing fits exactly.
    let names: [String]
    /// The number it is, where it is one.
    let number: Double?
  }

  /// Positions of values; one that is none of them is missing.
  enum Cells {
    /// The same in every row.
    case same(Int)
    /// One byte a row.
    case bytes([UInt8])
    /// −1 where missing.
    case integers([Int32])
  }

  init(values: [Value], isOrdered: Bool, cells: Cells, knowsReasons: Bool = false) {
    self.values = values
    self.isOrdered = isOrdered
    self.cells = cells
    self.knowsReasons = knowsReasons
  }

  /// The value called so: exactly, else in whatever case where only one is.
  func position(of name: String) -> Int? {
    if let exact = values.firstIndex(where: { $0.names.contains(name) }) { return exact }
    let sought = name.lowercased()
    let alike = values.indices.filter { place in
      values[place].names.contains { $0.lowercased() == sought }
    }
    if alike.count == 1 { return alike[0] }
    return Double(name).flatMap { number in values.firstIndex { $0.number == number } }
  }

  /// The number or place by which values are ordered.
  func rank(of position: Int) -> Double { values[position].number ?? Double(position) }

  /// True where every value is a number.
  var isNumeric: Bool { !values.isEmpty && values.allSatisfy { $0.number != nil } }
}
