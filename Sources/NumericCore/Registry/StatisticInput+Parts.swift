extension StatisticInput {
  /// The description of a column or tally.
  func described() throws(NumericError) -> Description {
    switch self {
    case .column(let values): try Description(of: values)
    case .tally(let tally): try Description(of: tally)
    default: throw .wrongInput(required: "one column")
    }
  }

  /// The counted answers to a scale's items.
  func answers() throws(NumericError) -> PairTally {
    guard case .answers(let tally) = self else {
      throw .wrongInput(required: "the counted answers to the items of one scale")
    }
    return tally
  }

  /// The covariances of a scale's items.
  func covariances() throws(NumericError) -> CovarianceMatrix {
    guard case .items(let covariance) = self else {
      throw .wrongInput(required: "the items of one scale")
    }
    return covariance
  }

  /// The columns of raters, two for a pair.
  func raterColumns() throws(NumericError) -> [[Double?]] {
    switch self {
    case .pair(let first, let second): return [first, second]
    case .raters(let columns): return columns
    default: throw .wrongInput(required: "ratings of the same units by several raters")
    }
  }

  /// The coded ratings of two raters.
  func codedPair() throws(NumericError) -> (ItemCodes, ItemCodes) {
    guard case .pair(let first, let second) = self else {
      throw .wrongInput(required: "the coded ratings of two raters")
    }
    return (try StatisticInput.codes(first), try StatisticInput.codes(second))
  }

  private static func codes(_ column: [Double?]) throws(NumericError) -> ItemCodes {
    var answers: [Int?] = []
    for value in column {
      let answer = value.flatMap { Int(exactly: $0) }
      guard (answer == nil) == (value == nil) else {
        throw .wrongInput(required: "codes that are whole numbers")
      }
      answers.append(answer)
    }
    return try ItemCodes(answers: answers)
  }
}
