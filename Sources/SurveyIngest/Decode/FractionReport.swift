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
    guard let limits = scale.limits, let first = numbers.first,
      let factor = Self.factors.first(where: { fits($0, numbers, limits) })
    else { return "read the column as an attribute of `kind: number`" }
    let example = "{code: \(Int((first * Double(factor)).rounded())), label: \"\(first)\"}"
    return scale.kind == .numeric
      ? "give it an option for each step with \(factor) times its number as code, such as \(example), in place of `minimum` and `maximum`"
      : "multiply its codes by \(factor), keep what they were as aliases, and add an option for each step, such as \(example)"
  }

  private static let factors = [10, 100, 1000]

  /// True for a factor that makes each number a whole code, of not too many, none of which is what
  /// another answer is written as: 10 times 0.5 is 5.
  private func fits(_ factor: Int, _ numbers: [Double], _ limits: ClosedRange<Int>) -> Bool {
    let multiples = numbers.map { $0 * Double(factor) }
    guard multiples.allSatisfy({ $0.distanceToWhole < 1e-6 }) else { return false }
    let step = multiples.reduce(factor) { Self.commonDivisor($0, abs(Int($1.rounded()))) }
    let codes = stride(
      from: limits.lowerBound * factor, through: limits.upperBound * factor, by: step)
    guard (limits.upperBound - limits.lowerBound) * (factor / step) < 200 else { return false }
    let others = scale.codes.filter { $0 != 0 } + scale.nonSubstantive.map(\.code)
    return !codes.contains(where: others.contains)
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : commonDivisor(second, first % second)
  }
}

extension Double {
  fileprivate var distanceToWhole: Double { abs(self - rounded()) }
}
