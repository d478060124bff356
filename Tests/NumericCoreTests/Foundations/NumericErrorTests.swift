import NumericCore
import Testing

@Suite struct NumericErrorTests {
  @Test(arguments: [
    (
      NumericError.tooFewItems(count: 1, required: 2),
      "2 items are needed and there are 1; add items or report them one by one"
    ),
    (
      .tooManyItems(count: 30, allowed: 25),
      "at most 25 items are possible and there are 30; divide the scale or take a sample of splits"
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
      "an item is determined by the others; leave out an item that repeats or sums others"
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
  ])
  func dataAreNamedInWords(error: NumericError, words: String) {
    #expect(error.description == words)
  }

  @Test(arguments: [
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
  ])
  func callsAreNamedInWords(error: NumericError, words: String) {
    #expect(error.description == words)
  }
}
