import SurveyModel

/// The last records of a table where they hold totals and no responses.
struct TotalsRecords {
  private let table: RawTable
  /// The rows that hold a text, in order.
  private let filled: [Int]

  init(of table: RawTable, except empty: Set<Int>) {
    self.table = table
    filled = (0..<table.rowCount).filter { !empty.contains($0) }
  }

  /// Those that begin with a word for totals; else the last one where its numbers are the sums or the
  /// means of those above.
  var rows: [Int] {
    var worded: [Int] = []
    while worded.count < filled.count {
      let others = filled.dropLast(worded.count)
      guard let last = others.last, isWorded(last, above: others.dropLast()) else { break }
      worded.append(last)
    }
    guard worded.isEmpty, let last = filled.last else { return worded.reversed() }
    return isComputed(last) ? [last] : []
  }

  private func cells(_ row: Int) -> [(RawColumn, String)] {
    table.columns.map { ($0, $0.text(row)?.trimmed ?? "") }.filter { !$0.1.isEmpty }
  }

  /// True for a row whose first text is a word for totals, and every other one a number.
  private func isWorded(_ row: Int, above rows: some Sequence<Int>) -> Bool {
    guard let word = firstText(row) else { return false }
    let name = AnswerText.normalized(word.filter { $0 != ":" })
    guard Self.words.contains(name) || Self.countWords.contains(name) else { return false }
    let numbers = cells(row).dropFirst()
    guard numbers.allSatisfy({ NumberText($0.1.filter { $0 != "%" }) != nil }) else { return false }
    // `N` may be a person: it counts where the numbers are those of the answers.
    guard Self.countWords.contains(name) else { return true }
    let answered = rows.filter { !isTotal($0) }
    return !numbers.isEmpty
      && numbers.allSatisfy { column, text in
        let count = answered.count { !(column.text($0)?.trimmed ?? "").isEmpty }
        return NumberText(text)?.value == Double(count)
      }
  }

  private func isTotal(_ row: Int) -> Bool {
    firstText(row).map { Self.words.contains(AnswerText.normalized($0)) } ?? false
  }

  private func firstText(_ row: Int) -> String? {
    table.columns.lazy.compactMap { $0.text(row)?.trimmed }.first { !$0.isEmpty }
  }

  /// True for a row without a first cell, whose numbers are each the sum, or each the mean, of those
  /// above.
  private func isComputed(_ last: Int) -> Bool {
    let cells = cells(last)
    guard let key = table.columns.first, key.cellState(last) != .text, cells.count > 1,
      filled.dropLast().allSatisfy({ key.cellState($0) == .text })
    else { return false }
    let totals = cells.map { Total(of: $0, $1, rows: filled.dropLast()) }
    return totals.allSatisfy(\.isSum)
      || totals.allSatisfy(\.isMean) && totals.contains { !$0.isWhole }
  }

  private static let words: Set = [
    "total", "totals", "grand total", "sum", "mean", "means", "average", "averages", "median",
    "count", "gesamt", "summe", "mittelwert", "durchschnitt", "anzahl", "moyenne", "somme", "suma",
    "promedio", "media", "totale", "sd", "std", "std. dev.", "std. deviation", "standard deviation",
    "standardabweichung", "variance", "minimum", "maximum",
  ]

  private static let countWords: Set = ["n", "n valid", "valid n"]
}

/// What a number below a column is of the numbers in it.
private struct Total {
  private(set) var isSum = false
  private(set) var isMean = false
  /// Whole numbers near the means are those of many a response.
  private(set) var isWhole = true

  init(of column: RawColumn, _ text: String, rows: some Sequence<Int>) {
    guard let total = NumberText(text)?.value else { return }
    var sum = 0.0
    var count = 0.0
    for row in rows {
      guard let text = column.text(row)?.trimmed, !text.isEmpty else { continue }
      guard let number = NumberText(text)?.value else { return }
      sum += number
      count += 1
    }
    guard count > 1 else { return }
    // Means are often written with one decimal or two.
    isSum = abs(total - sum) <= 1e-9 * abs(sum)
    isWhole = total == total.rounded()
    isMean = abs(total - sum / count) <= 0.05
  }
}
