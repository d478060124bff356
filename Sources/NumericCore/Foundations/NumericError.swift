/// The reason why a number can't be computed.
public enum NumericError: Error, Hashable, Sendable {
  /// A coefficient needs more items than there are.
  case tooFewItems(count: Int, required: Int)
  /// A coefficient can be computed for fewer items than there are.
  case tooManyItems(count: Int, allowed: Int)
  /// A comparison needs more groups than there are.
  case tooFewGroups(count: Int, required: Int)
  /// Agreement needs more raters than there are.
  case tooFewRaters(count: Int, required: Int)
  /// Agreement needs more units with enough ratings than there are.
  case tooFewUnits(count: Int, required: Int)
  /// A rater, or another part of a statistic, has fewer ratings than are needed.
  case tooFewRatings(count: Int, required: Int)
  /// A statistic needs more values than are left after missing ones were removed.
  case tooFewValues(count: Int, required: Int)
  /// A statistic is undefined in more resamples of the rows than an interval can do without.
  case tooManyUndefinedResamples(count: Int, total: Int)
  /// A statistic is defined for fewer values than there are.
  case tooManyValues(count: Int, allowed: Int)
  /// Too many cells of tables would have to be counted anew in every resample.
  case tooManyCells(count: Int, allowed: Int)
  /// An item has more different answers than a polychoric correlation is computed from; `item` is its
  /// position.
  case tooManyCategories(item: Int, count: Int, allowed: Int)
  /// The reliability is below zero, so that no error of measurement follows from it.
  case negativeReliability(Double)
  /// Covariances of different rows contradict each other: a coefficient came out above 1.
  case contradictoryCovariances(value: Double)
  /// Covariances of different rows contradict each other: a correlation came out beyond ±1.
  case contradictoryPair(first: Int, second: Int, correlation: Double)
  /// A factor model gave a coefficient above 1. `modelValue` is the one over the variance of the model,
  /// where that is another; `residual` is the standardized root mean square residual of the model.
  case misfit(value: Double, modelValue: Double?, residual: Double?)
  /// Rotations that fit about equally well give values as far apart as these.
  case ambiguousRotation(lowest: Double, highest: Double)
  /// All resamples lie on one side of the value, or too far from it for a correction of their bias.
  case biasedResamples
  /// The variance of the total score is zero, so that no share of it can be stated.
  case noTotalVariance
  /// Nothing is left over by which an error could be judged.
  case noResidualVariance
  /// All values are the same; `item` is the position of the column, where there are several.
  case constantValues(item: Int?)
  /// Two columns have no row, or too few rows, in which both have a value.
  case noCommonValues(first: Int, second: Int)
  /// A value is infinite or not a number.
  case notANumber
  /// A result is beyond the range of a double.
  case outOfRange
  /// Columns that belong together have different lengths.
  case unequalLengths(first: Int, second: Int)
  /// A matrix is not square, or not symmetric.
  case notSymmetric
  /// One item is, exactly or nearly, determined by the others.
  case dependentItems
  /// The likelihood of two items' answers grows all the way to a correlation of ±1.
  case noFiniteCorrelation(first: Int, second: Int)
  /// A search for the best values was still moving when it was stopped.
  case notConverged(iterations: Int)
  /// A confidence level or a probability lies outside its range.
  case probabilityOutOfRange(Double)
  /// A parameter of a distribution, or of a statistic, lies outside its range.
  case parameterOutOfRange(name: String, value: Double)
  /// A share was asked for of counts that can't be one.
  case countsOutOfRange(part: Int, whole: Int)
  /// The codes of an item are not ascending and distinct.
  case codesNotAscending
  /// An item has more codes than fit in a byte.
  case tooManyCodes(count: Int, allowed: Int)
  /// A rating is not one of the categories.
  case unknownCategory(Double)
  /// A code is too large for exact sums.
  case codeOutOfRange(Int)
  /// An answer points to a position at which its item has no code.
  case indexOutsideCodes(index: Int, codeCount: Int)
  /// Two tallies have different items or missing-data rules.
  case differentTallies
  /// A statistic of the registry was given data of another shape.
  case wrongInput(required: String)
}

extension NumericError: CustomStringConvertible {
  /// What is wrong, with the values; then what to do.
  public var description: String {
    switch self {
    case .tooFewItems, .tooManyItems, .tooFewGroups, .tooFewRaters, .tooFewUnits,
      .tooFewRatings, .noResidualVariance, .tooFewValues, .tooManyValues, .noTotalVariance,
      .constantValues, .noCommonValues, .notANumber, .outOfRange, .dependentItems,
      .notConverged, .noFiniteCorrelation, .tooManyUndefinedResamples:
      dataDescription
    case .tooManyCells, .tooManyCategories, .negativeReliability, .contradictoryCovariances,
      .contradictoryPair, .misfit, .ambiguousRotation, .biasedResamples:
      modelDescription
    default:
      callDescription
    }
  }

  private var dataDescription: String {
    switch self {
    case .tooFewItems(let count, let required):
      "\(required) items are needed and there are \(count); add items or report them one by one"
    case .tooManyItems(let count, let allowed):
      "at most \(allowed) items are possible and there are \(count); divide the scale, or use a "
        + "coefficient without this limit"
    case .tooFewGroups(let count, let required):
      "\(required) groups are needed and there are \(count); compare at least two groups"
    case .tooFewRaters(let count, let required):
      "\(required) raters are needed and there are \(count); give one column for each rater"
    case .tooFewUnits(let count, let required):
      "\(required) units with enough ratings are needed and there are \(count); "
        + "have more units rated by at least two raters"
    case .tooFewRatings(let count, let required):
      "a rater gave \(count) ratings where \(required) are needed; leave the rater out"
    case .tooFewValues(let count, let required):
      "\(required) values are needed and \(count) are left without the missing ones; "
        + "collect more answers or leave this statistic out"
    case .tooManyUndefinedResamples(let count, let total):
      "it is undefined in \(count) of \(total) resamples; report the number with its n and without an "
        + "interval"
    case .tooManyValues(let count, let allowed):
      "at most \(allowed) values are allowed and there are \(count); use another statistic"
    case .noTotalVariance:
      "the total score has no variance; check that the items are keyed in one direction"
    case .noResidualVariance:
      "the ratings leave no error to judge by; report the coefficient without an interval"
    case .constantValues(nil):
      "all values are the same; report the value itself"
    case .constantValues(let item?):
      "all values of item \(item + 1) are the same; leave the item out of this statistic"
    case .noCommonValues(let first, let second):
      "items \(first + 1) and \(second + 1) were answered together by fewer than 2 persons; "
        + "leave one of them out"
    case .notANumber:
      "a value is infinite or not a number; mark it as missing or correct it"
    case .noFiniteCorrelation(let first, let second):
      "items \(first + 1) and \(second + 1) have a combination of answers that nobody gave, so "
        + "that their polychoric correlation has no finite estimate; merge rare answers or leave "
        + "one item out"
    case .notConverged(let iterations):
      "no solution was found in \(iterations) steps; do not report this statistic for these data"
    case .outOfRange:
      "a result is too large to be written as a number; use a larger unit"
    default:
      "an item is determined by the others, or covariances of different rows contradict each other; "
        + "leave out an item that repeats or sums others, and use complete cases"
    }
  }

  private var callDescription: String {
    switch self {
    case .unequalLengths(let first, let second):
      "columns have \(first) and \(second) rows; give columns of the same rows"
    case .notSymmetric:
      "the matrix is not square and symmetric; give the covariance of every pair of items"
    case .probabilityOutOfRange(let value):
      "\(value) is not a probability that fits here; give one between 0 and 1"
    case .parameterOutOfRange(let name, let value):
      "\(name) is \(value), outside its range; see the range in the reference"
    case .countsOutOfRange(let part, let whole):
      "\(part) of \(whole) is not a share; give a count from 0 to a total of at least 1"
    case .codesNotAscending:
      "codes are not ascending and distinct; sort them and give each once"
    case .tooManyCodes(let count, let allowed):
      "an item has \(count) different codes, more than \(allowed); treat it as a number column"
    case .unknownCategory(let value):
      "the rating \(value) is not among the categories; add it to them or correct the rating"
    case .codeOutOfRange(let code):
      "the code \(code) is outside ±\(ItemCodes.largestCode); treat the item as a number column"
    case .indexOutsideCodes(let index, let codeCount):
      "an answer points to code \(index) of \(codeCount); correct the coding of the item"
    case .differentTallies:
      "two tallies count different items or treat missing answers differently; "
        + "count the same items with one rule"
    case .wrongInput(let required):
      "this statistic is computed from \(required); give data of that shape"
    default:
      dataDescription
    }
  }

  /// What a model or the rows of pairs of items do not allow.
  private var modelDescription: String {
    switch self {
    case .tooManyCells(let count, let allowed):
      "the tables of all pairs of items have \(count) cells, more than the \(allowed) that resamples "
        + "are counted for; report the number without an interval, or merge rare answers"
    case .tooManyCategories(let item, let count, let allowed):
      "item \(item + 1) has \(count) different answers, more than the \(allowed) that polychoric "
        + "correlations are computed for; treat the items as numbers and use a coefficient of the scores"
    case .negativeReliability(let value):
      "the reliability is \(value.inShort), below 0, so that no error of measurement follows from it; "
        + "look at the keying of the items first"
    case .contradictoryCovariances(let value):
      "the coefficient comes out as \(value.inShort), above 1, because covariances of different rows "
        + "contradict each other; use complete cases"
    case .contradictoryPair(let first, let second, let correlation):
      "items \(first + 1) and \(second + 1) have a correlation of \(correlation.inShort), beyond ±1, "
        + "because their variances and their covariance are of different rows; use complete cases"
    case .misfit(let value, let modelValue, let residual):
      "the coefficient comes out as \(value.inShort), above 1"
        + (modelValue.map { " (\($0.inShort) over the variance of the model)" } ?? "")
        + ", because one factor does not describe these items"
        + (residual.map { " (standardized root mean square residual \($0.inShort))" } ?? "")
        + "; report cronbach_alpha and look at the factors"
    case .ambiguousRotation(let lowest, let highest):
      "rotations that fit about equally well give values from \(lowest.inShort) to "
        + "\(highest.inShort), so that the general factor is not determined; report mcdonald_omega"
    case .biasedResamples:
      "the resamples lie too far to one side of the value for a corrected interval; report the number "
        + "with its n and without an interval"
    default:
      callDescription
    }
  }
}

extension Double {
  /// With three decimals at most, for a sentence.
  var inShort: String { String((self * 1000).rounded() / 1000) }
}
