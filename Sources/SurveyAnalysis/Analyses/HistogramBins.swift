import SurveyModel

/// The step between two neighbouring scores that complete answers can give, as a fraction.
struct ScoreStep: Hashable {
  let numerator: Int
  let denominator: Int

  /// The step as a number.
  var value: Double { Double(numerator) / Double(denominator) }

  /// The step of a scale; nil where its items have fewer than two codes.
  ///
  /// A mean of k items whose codes lie g apart moves by g / k, their sum by g. Scores of subscales
  /// move by the greatest common divisor of their steps.
  static func of(_ scale: Scale, in form: Form) -> ScoreStep? {
    let parts: [ScoreStep]
    switch scale.content {
    case .items(let items):
      parts = items.compactMap { item in
        let codes = item.responseScale.codes.sorted()
        let apart = zip(codes.dropFirst(), codes).map { $0 - $1 }.reduce(0, gcd)
        return apart > 0 ? ScoreStep(numerator: apart, denominator: 1) : nil
      }
    case .subscales(let ids): parts = ids.compactMap(form.scale).compactMap { of($0, in: form) }
    }
    guard let first = parts.first else { return nil }
    let common = parts.dropFirst().reduce(first) { $0.common($1) }
    let divisor = scale.scoring.method == .mean ? parts.count : 1
    return ScoreStep(numerator: common.numerator, denominator: common.denominator * divisor)
  }

  /// The largest step that divides both.
  private func common(_ other: ScoreStep) -> ScoreStep {
    let shared = denominator / gcd(denominator, other.denominator) * other.denominator
    let top = gcd(
      numerator * (shared / denominator), other.numerator * (shared / other.denominator))
    return ScoreStep(numerator: top, denominator: shared)
  }
}

private func gcd(_ first: Int, _ second: Int) -> Int {
  second == 0 ? abs(first) : gcd(second, first % second)
}

/// How many neighbouring values one bin of a histogram holds.
package enum BinWidth {
  /// Up to so many values each has a bin of its own.
  package static let singleLimit = 25

  /// The number of values in a bin.
  ///
  /// Every bin holds equally many where some width allows that; else the last one holds fewer, as
  /// few too few as possible.
  ///
  /// - Parameters:
  ///   - valueCount: how many values are possible.
  ///   - widths: the widths to choose from; any for nil.
  package static func of(valueCount: Int, among widths: [Int]? = nil) -> Int {
    guard valueCount > singleLimit else { return 1 }
    let known = widths ?? Array(2...valueCount)
    func bins(_ width: Int) -> Int { (valueCount + width - 1) / width }
    func distance(_ width: Int) -> Int { abs(bins(width) - 11) }
    let exact = known.filter { valueCount % $0 == 0 && (7...20).contains(bins($0)) }
    if let best = exact.min(by: { distance($0) < distance($1) }) { return best }
    let short = known.filter { (7...15).contains(bins($0)) }
    func lack(_ width: Int) -> Double { Double(bins(width) * width - valueCount) / Double(width) }
    // Of given widths the one that gives about eleven bins: a slider of 0 to 100 by tens.
    let isBetter: (Int, Int) -> Bool =
      widths == nil ? { lack($0) < lack($1) } : { distance($0) < distance($1) }
    return short.min(by: isBetter) ?? max(1, (valueCount + 10) / 11)
  }

  /// Widths that readers count in, for ratings.
  package static let round = [2, 5, 10, 20, 25, 50, 100]
}

extension HistogramBin {
  /// Bins over the scores that are possible, equally many in each.
  ///
  /// - Parameters:
  ///   - range: the lowest and highest possible score.
  ///   - step: between two possible scores.
  static func bins(of values: [Double], range: ClosedRange<Double>, step: Double) -> [HistogramBin]
  {
    let span = range.upperBound - range.lowerBound
    let possible = Int((span / step).rounded()) + 1
    let width = BinWidth.of(valueCount: possible)
    let count = (possible + width - 1) / width
    let counts = counts(of: values, from: range.lowerBound, width: Double(width) * step, count)
    func score(_ place: Int) -> Double {
      place >= possible - 1 ? range.upperBound : range.lowerBound + Double(place) * step
    }
    return counts.enumerated().map { index, number in
      let isLast = index == count - 1
      return HistogramBin(
        lower: score(index * width), upper: score((index + 1) * width),
        highest: score((index + 1) * width - 1), includesUpper: isLast, count: number)
    }
  }

  /// At most twelve bins of a round width over a range of which no possible scores are known.
  static func bins(of values: [Double], range: ClosedRange<Double>) -> [HistogramBin] {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else {
      return [
        HistogramBin(
          lower: range.lowerBound, upper: range.upperBound, highest: nil, includesUpper: true,
          count: values.count)
      ]
    }
    let widths = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 250, 1000]
    let width = widths.first { span / $0 <= 12.000001 } ?? span / 12
    let count = max(1, Int((span / width - 1e-9).rounded(.up)))
    return counts(of: values, from: range.lowerBound, width: width, count).enumerated().map {
      index, number in
      HistogramBin(
        lower: range.lowerBound + Double(index) * width,
        upper: range.lowerBound + Double(index + 1) * width, highest: nil,
        includesUpper: index == count - 1, count: number)
    }
  }

  private static func counts(
    of values: [Double], from lower: Double, width: Double, _ count: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for value in values {
      // A score such as 10/3 may lie a rounding error below the limit it belongs above.
      let place = Int(((value - lower) / width + 1e-9).rounded(.down))
      counts[min(max(place, 0), count - 1)] += 1
    }
    return counts
  }
}
