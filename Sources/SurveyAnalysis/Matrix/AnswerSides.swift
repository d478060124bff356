import NumericCore
package import SurveyModel

/// Which ends of a response scale are agreement, and which are good news.
package struct AnswerSides {
  /// The highest options.
  package let agree: Range<Int>
  /// The options that are good news, by keying and by how the domain reads.
  package let good: Range<Int>
  /// The options at the other end.
  package let bad: Range<Int>
  private let optionCount: Int
  private let hasSides: Bool

  /// The ends for one item.
  package init(_ item: Item, in codebook: Codebook) {
    let count = item.responseScale.options.count
    let box = item.responseScale.topBoxCount
    let reading = item.domainID.flatMap(codebook.domain)?.reading ?? .favourable
    let isHighGood = (reading == .favourable) != item.isReverseKeyed
    optionCount = count
    hasSides = item.responseScale.hasAnswerSides
    agree = (count - box)..<count
    good = isHighGood ? (count - box)..<count : 0..<box
    bad = isHighGood ? 0..<box : (count - box)..<count
  }

  /// The answers in three bands.
  func bands(of tally: ItemTally, mean: Double) -> ItemBands {
    let total = Double(tally.validCount)
    func rate(_ places: Range<Int>) -> Double {
      Double(tally.counts[places].reduce(0, +)) / total
    }
    let limits = tally.codes.first.flatMap { low in
      tally.codes.last.map { Double(low)...Double($0) }
    }
    let hasMiddle = good.count + bad.count < optionCount
    return ItemBands(
      favourable: hasSides ? BandShare(rate(good)) : nil,
      neutral: hasSides && hasMiddle ? BandShare(1 - rate(good) - rate(bad)) : nil,
      unfavourable: hasSides ? BandShare(rate(bad)) : nil,
      roundedMean: coarseMean(mean, within: limits))
  }
}

extension ResponseScale {
  /// True where the highest and the good answers are counted together: options with words, in order.
  /// A rating has its mean and its two ends, and options without an order have counts alone.
  package var hasAnswerSides: Bool { kind == .ordinal }
}
