import NumericCore
import Testing

@Suite struct NumericErrorTests {
  @Test(
    arguments: [
      (
        NumericError.tooFewItems(count: 1, required: 2),
        "2 items are needed and there are 1; add items or report them one by one"
      ),
      (
        .tooManyItems(count: 30, allowed: 25),
        "at most 25 items are possible and there are 30; divide the scale, or use a coefficient without "
          + "this limit"
      ),
      (
        .tooFewGroups(count: 1, required: 2),
        "2 groups are needed and there are 1; compare at least two groups"
      ),
      (
        .tooFewValues(count: 1, required: 2),
        "2 values are needed and 1 are left without the missing ones; collect more answers or leave "
          + "this statistic out"
      ),
      (
        .tooManyUndefinedResamples(count: 300, total: 2000),
        "it is undefined in 300 of 2000 resamples; report the number with its n and without an interval"
      ),
      (
        .tooManyValues(count: 6000, allowed: 5000),
        "at most 5000 values are allowed and there are 6000; use another statistic"
      ),
      (
        .noTotalVariance,
        "the total score has no variance; check that the items are keyed in one direction"
      ),
      (.constantValues(item: nil), "all values are the same; report the value itself"),
      (
        .constantValues(item: 0),
        "all values of item 1 are the same; leave the item out of this statistic"
      ),
      (
        .noCommonValues(first: 0, second: 2),
        "items 1 and 3 were answered together by fewer than 2 persons; leave one of them out"
      ),
      (
        .tooFewRaters(count: 1, required: 2),
        "2 raters are needed and there are 1; give one column for each rater"
      ),
      (
        .tooFewUnits(count: 1, required: 2),
        "2 units with enough ratings are needed and there are 1; have more units rated by at least "
          + "two raters"
      ),
      (
        .tooFewRatings(count: 0, required: 1),
        "a rater gave 0 ratings where 1 are needed; leave the rater out"
      ),
      (
        .noResidualVariance,
        "the ratings leave no error to judge by; report the coefficient without an interval"
      ),
      (
        .unknownCategory(7),
        "the rating 7.0 is not among the categories; add it to them or correct the rating"
      ),
      (.notANumber, "a value is infinite or not a number; mark it as missing or correct it"),
      (.outOfRange, "a result is too large to be written as a number; use a larger unit"),
      (
        .dependentItems,
        "an item is determined by the others, or covariances of different rows contradict each other; "
          + "leave out an item that repeats or sums others, and use complete cases"
      ),
      (
        .noFiniteCorrelation(first: 0, second: 2),
        "items 1 and 3 have a combination of answers that nobody gave, so that their polychoric "
          + "correlation has no finite estimate; merge rare answers or leave one item out"
      ),
      (
        .notConverged(iterations: 50),
        "no solution was found in 50 steps; do not report this statistic for these data"
      ),
    ] as [(NumericError, String)])
  func dataAreNamedInWords(error: NumericError, words: String) {
    #expect(error.description == words)
  }

  @Test(
    arguments: [
      (
        NumericError.tooManyCells(count: 1125, allowed: 1000),
        "the tables of all pairs of items have 1125 cells, more than the 1000 that resamples are "
          + "counted for; report the number without an interval, or merge rare answers"
      ),
      (
        .tooManyCategories(item: 2, count: 40, allowed: 12),
        "item 3 has 40 different answers, more than the 12 that polychoric correlations are computed "
          + "for; treat the items as numbers and use a coefficient of the scores"
      ),
      (
        .negativeReliability(-0.444444),
        "the reliability is -0.444, below 0, so that no error of measurement follows from it; look at "
          + "the keying of the items first"
      ),
      (
        .contradictoryCovariances(value: 1.25),
        "the coefficient comes out as 1.25, above 1, because covariances of different rows contradict "
          + "each other; use complete cases"
      ),
      (
        .contradictoryPair(first: 0, second: 2, correlation: 1.4),
        "items 1 and 3 have a correlation of 1.4, beyond ±1, because their variances and their "
          + "covariance are of different rows; use complete cases"
      ),
      (
        .misfit(value: 1.0514, modelValue: 0.771, residual: 0.3),
        "the coefficient comes out as 1.051, above 1 (0.771 over the variance of the model), because "
          + "one factor does not describe these items (standardized root mean square residual 0.3); "
          + "report cronbach_alpha and look at the factors"
      ),
      (
        .misfit(value: 1.1, modelValue: nil, residual: nil),
        "the coefficient comes out as 1.1, above 1, because one factor does not describe these items; "
          + "report cronbach_alpha and look at the factors"
      ),
      (
        .ambiguousRotation(lowest: 0.134, highest: 0.7921),
        "rotations that fit about equally well give values from 0.134 to 0.792, so that the general "
          + "factor is not determined; report mcdonald_omega"
      ),
      (
        .biasedResamples,
        "the resamples lie too far to one side of the value for a corrected interval; report the number "
          + "with its n and without an interval"
      ),
    ] as [(NumericError, String)])
  func modelsAreNamedInWords(error: NumericError, words: String) {
    #expect(error.description == words)
  }

  @Test(
    arguments: [
      (
        NumericError.unequalLengths(first: 3, second: 4),
        "columns have 3 and 4 rows; give columns of the same rows"
      ),
      (
        .notSymmetric,
        "the matrix is not square and symmetric; give the covariance of every pair of items"
      ),
      (
        .probabilityOutOfRange(95),
        "95.0 is not a probability that fits here; give one between 0 and 1"
      ),
      (
        .parameterOutOfRange(name: "shape", value: -1),
        "shape is -1.0, outside its range; see the range in the reference"
      ),
      (
        .countsOutOfRange(part: 4, whole: 3),
        "4 of 3 is not a share; give a count from 0 to a total of at least 1"
      ),
      (.codesNotAscending, "codes are not ascending and distinct; sort them and give each once"),
      (
        .tooManyCodes(count: 300, allowed: 255),
        "an item has 300 different codes, more than 255; treat it as a number column"
      ),
      (
        .codeOutOfRange(2_000_000),
        "the code 2000000 is outside ±1000000; treat the item as a number column"
      ),
      (
        .indexOutsideCodes(index: 7, codeCount: 5),
        "an answer points to code 7 of 5; correct the coding of the item"
      ),
      (
        .differentTallies,
        "two tallies count different items or treat missing answers differently; count the same "
          + "items with one rule"
      ),
      (
        .wrongInput(required: "one column"),
        "this statistic is computed from one column; give data of that shape"
      ),
    ] as [(NumericError, String)])
  func callsAreNamedInWords(error: NumericError, words: String) {
    #expect(error.description == words)
  }
}
