import ReportDocument
import SurveyAnalysis

/// How the numbers of one column are shown: all with the same decimals.
struct QueryNumbers {
  /// True where the column holds numbers and, besides them, nothing but gaps.
  let isNumeric: Bool
  /// How its numbers are written.
  let style: NumberStyle
  /// The largest number without its sign; 0 without numbers.
  let largest: Double

  /// Looks at one column.
  init(column: Int, of table: QueryTable) {
    var hasNumber = false
    var hasWords = false
    var isWhole = true
    var largest = 0.0
    var smallest = Double.infinity
    for row in table.rows {
      switch row[column] {
      case .null, .hidden: continue
      case .text: hasWords = true
      case .integer(let value):
        hasNumber = true
        largest = max(largest, Double(value).magnitude)
      case .number(let value):
        hasNumber = true
        isWhole = isWhole && value == value.rounded()
        largest = max(largest, value.magnitude)
        if value != 0 { smallest = min(smallest, value.magnitude) }
      }
    }
    isNumeric = hasNumber && !hasWords
    self.largest = largest
    style = .plain(
      decimals: isWhole ? 0 : Self.decimals(largest: largest, smallest: smallest))
  }

  /// Three decimals; fewer for large numbers, and for small ones as many as show two digits of
  /// them, at most six.
  private static func decimals(largest: Double, smallest: Double) -> Int {
    if largest >= 1000 { return 1 }
    if largest >= 100 { return 2 }
    var decimals = 3
    var limit = 0.01
    while smallest < limit, decimals < 6 {
      decimals += 1
      limit /= 10
    }
    return decimals
  }

  /// The value as a cell.
  func cell(_ value: QueryTable.Value) -> Cell {
    switch value {
    case .null: .empty(reason: "–")
    case .hidden: .empty(reason: QueryDocuments.hiddenWord)
    case .number(let number): .number(number, style)
    case .integer, .text: .text(InlineText(text(value)))
    }
  }

  /// The value in words.
  func text(_ value: QueryTable.Value) -> String {
    switch value {
    case .null: "–"
    case .hidden: QueryDocuments.hiddenWord
    case .text(let words): words
    case .number(let number): style.text(number)
    case .integer(let number):
      // A double holds whole numbers up to 2^53 exactly; longer ones are keys, not amounts.
      number.magnitude < 1 << 53
        ? NumberStyle.plain(decimals: 0).text(Double(number)) : "\(number)"
    }
  }
}
