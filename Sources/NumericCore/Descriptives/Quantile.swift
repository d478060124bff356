/// The way in which a quantile between two values is found (Hyndman and Fan's numbers).
public enum QuantileType: Int, Hashable, Sendable, CaseIterable {
  /// At (n + 1) p; what SPSS and Minitab print.
  case six = 6
  /// At 1 + (n − 1) p; what R, NumPy and spreadsheets print.
  case seven = 7
}

/// The value below which a given share of a column lies.
public struct Quantile: Hashable, Sendable {
  /// The quantile, in units of the column.
  public let value: Double
  /// The share, from 0 to 1.
  public let share: Double
  /// The way in which it was found.
  public let type: QuantileType
  /// Number of values, n.
  public let count: Int

  /// Computes a quantile of a column without missing values.
  ///
  ///     value = x[j] + (h − j) (x[j + 1] − x[j])
  ///
  /// `x` are the sorted values, counted from 1; h is (n + 1) p for type 6 and 1 + (n − 1) p for
  /// type 7; j is the whole part of h.
  ///
  /// - Parameters:
  ///   - values: at least one value.
  ///   - share: p, from 0 to 1.
  /// - Throws: `tooFewValues` when there is no value; `notANumber`; `probabilityOutOfRange`.
  ///
  /// Reference: Hyndman and Fan (1996), The American Statistician 50, 361–365, doi:10.2307/2684934.
  /// Checked against R 4.2.2, `quantile`.
  public init(of values: [Double], share: Double, type: QuantileType) throws(NumericError) {
    try self.init(of: FrequencyTable(of: values), share: share, type: type)
  }

  /// Computes a quantile of a tally.
  ///
  /// - Throws: `tooFewValues` when the tally is empty; `notANumber`; `probabilityOutOfRange`.
  public init(of tally: ItemTally, share: Double, type: QuantileType) throws(NumericError) {
    try self.init(of: FrequencyTable(of: tally), share: share, type: type)
  }

  init(of table: FrequencyTable, share: Double, type: QuantileType) throws(NumericError) {
    guard share.isFinite else { throw .notANumber }
    guard share >= 0, share <= 1 else { throw .probabilityOutOfRange(share) }
    let n = Double(table.count)
    let place = type == .six ? (n + 1) * share : 1 + (n - 1) * share
    // A place that is whole but for rounding is whole, as in R.
    let whole = (place + 4 * Double.ulpOfOne).rounded(.down)
    let rest = abs(place - whole) < 4 * Double.ulpOfOne ? 0 : place - whole
    let position = Int(whole) - 1
    let low = table.value(at: max(0, min(position, table.count - 1)))
    let high = table.value(at: max(0, min(position + 1, table.count - 1)))
    value = low == high ? low : try (low + rest * (high - low)).orOutOfRange()
    self.share = share
    self.type = type
    count = table.count
  }
}

extension Quantile {
  /// Both quartiles and the median, type 7.
  public static let definition = StatisticDefinition(
    id: "quantile", name: "Quartiles (type 7)",
    sentence: "The points that cut the answers, put in order, into quarters.",
    formula:
      "value = x[j] + (h − j)(x[j + 1] − x[j]), h = 1 + (n − 1) p, j its whole part, x the n "
      + "sorted values, p = 1/4, 1/2, 3/4",
    sameAs: ["R quantile(x, type = 7)", "numpy.quantile(x, p)", "Excel QUARTILE.INC"],
    notSameAs: ["SPSS FREQUENCIES /NTILES=4 and Excel QUARTILE.EXC (type 6)"],
    input: .column, outputs: ["first_quartile", "median", "third_quartile"],
    cautions: [
      Caution(
        "few values, or few ordered categories",
        instead: "the shares of the options; say the type, since programs differ")
    ],
    otherNames: ["quartiles"],
    reference: "Hyndman and Fan (1996), The American Statistician 50, 361–365, doi:10.2307/2684934"
  ) { input throws(NumericError) in
    let result = try input.described()
    return [
      NamedValue("first_quartile", result.quartiles.lower, count: result.count),
      NamedValue("median", result.median, count: result.count),
      NamedValue("third_quartile", result.quartiles.upper, count: result.count),
    ]
  }
}
