import SurveyModel

/// Says that the answers to an item lie between the codes of its response scale: half points.
///
/// Codes are whole numbers. Leaving such answers out would move the mean, so a rating stops; of an
/// option's scale a few may be slips.
struct FractionReport {
  let item: Item
  let file: SourceFile
  let column: RawColumn

  private var scale: ResponseScale { item.responseScale }

  /// The places of texts that are numbers between two codes.
  func fractions(in texts: [String]) -> [Int] {
    guard let limits = scale.limits else { return [] }
    let range = Double(limits.lowerBound)...Double(limits.upperBound)
    return texts.indices.filter { place in
      guard let number = NumberText(texts[place].trimmed), !number.isOpenComma else { return false }
      return number.value != number.value.rounded() && range.contains(number.value)
    }
  }

  /// - Parameters:
  ///   - rows: those with such a number.
  ///   - texts: the numbers.
  ///   - answerCount: how many answers the column has in all.
  func report(_ rows: [Int], _ texts: [String], answerCount: Int) {
    let numbers = texts.compactMap { NumberText($0.trimmed)?.value }.sorted()
    guard let first = numbers.first else { return }
    let isScale = scale.kind == .numeric || rows.count * 20 >= answerCount
    let message =
      "item `\(item.id)` has \(counted(rows.count, "answer", "answers")) between whole numbers, such as \(first), and the codes of response scale `\(scale.id)` are whole; \(advice(numbers)), or correct the \(rows.count == 1 ? "row if it is" : "rows if they are") mistyped"
    file.report(
      isScale ? .fractionalAnswer : .outOfRange, rows: rows, total: rows.count,
      column: column.index, subject: item.id, message)
  }

  private func advice(_ numbers: [Double]) -> String {
    let factor = [10, 100].first { factor in
      numbers.allSatisfy { ($0 * Double(factor)).distanceToWhole < 1e-9 }
    }
    guard let limits = scale.limits, let factor, let first = numbers.first,
      (limits.upperBound - limits.lowerBound) * factor < 200 || scale.kind != .numeric
    else { return "read the column as an attribute of `kind: number`" }
    let example = "{code: \(Int((first * Double(factor)).rounded())), label: \"\(first)\"}"
    return scale.kind == .numeric
      ? "give it an option for each step with \(factor) times its number as code, such as \(example), in place of `minimum` and `maximum`"
      : "multiply its codes by \(factor), keep what they were as aliases, and add an option for each step, such as \(example)"
  }
}

extension Double {
  fileprivate var distanceToWhole: Double { abs(self - rounded()) }
}
