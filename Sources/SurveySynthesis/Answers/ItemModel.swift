import SurveyModel

/// How answers to one item come about: an ordinal factor model.
///
///     y = shift + change · wave + λ · F + √(1 − λ²) · U
///
/// The answer is the option between whose thresholds y falls, counted from the other end for a
/// reverse-keyed item. λ, the shift, the change and the thresholds are drawn once for each item.
struct ItemModel {
  let item: Item
  /// The factor it is a sign of; nil for an item of no scale.
  let scaleID: String?
  /// 1 where more is better, −1 where more is worse.
  let direction: Double
  let loading: Double
  let shift: Double
  let changePerWave: Double
  /// Ascending; one fewer than the options.
  let thresholds: [Double]
  /// The question of the other form that shares part of its specific variance.
  let link: ItemLink?
  /// How often each non-substantive option is chosen, in their order.
  let nonSubstantiveRates: [Double]
  private let key: RandomKey

  /// Draws the item's parameters.
  init(_ item: Item, scale: Scale?, reading: Domain.Reading, link: ItemLink?, key: RandomKey) {
    var generator = (key / "parameters").generator
    self.item = item
    self.link = link
    self.key = key
    scaleID = scale?.id
    let isFavourable = reading == .favourable
    direction = isFavourable ? 1 : -1
    let isChecklist = scale?.kind == .checklist
    let base = isChecklist ? 0.56 : 0.66
    loading = base + 0.16 * generator.uniform() - (item.isReverseKeyed ? 0.06 : 0)
    shift = (isFavourable ? 0.8 : -0.45) + 0.32 * generator.normal()
    changePerWave = (isFavourable ? 0.16 : -0.12) + 0.08 * generator.normal()
    thresholds = Self.thresholds(
      count: item.responseScale.options.count, lowerTail: isFavourable ? 1.75 : 1.45, &generator)
    nonSubstantiveRates = item.responseScale.nonSubstantive.map {
      ($0.reason == .notApplicable ? 0.025 : 0.01) * generator.uniform()
    }
  }

  /// Normal quantiles of equal shares, wider at the lower end for a left-skewed item, with jitter.
  private static func thresholds(
    count: Int, lowerTail: Double, _ generator: inout Xoshiro256
  ) -> [Double] {
    let step = 1 / Double(count)
    return (1..<count).map { position in
      let jitter = 0.2 * step * (generator.uniform() - 0.5)
      let quantile = NormalQuantile.of(Double(position) * step + jitter)
      return quantile * (quantile < 0 ? lowerTail : 1.45)
    }
  }

  /// The code chosen by a respondent.
  func code(_ unit: AnswerUnit, factors: FactorModel) -> Int {
    let factor =
      scaleID.map { factors.score(onScale: $0, direction: direction, unit) }
      ?? direction * factors.general(unit)
    let value =
      shift + changePerWave * Double(unit.seat.wave) + loading * factor
      + (1 - loading * loading).squareRoot() * specific(unit)
    let position = thresholds.count { $0 < value }
    let codes = item.responseScale.codes
    // A nominal scale names its most usual option first.
    let isTurned = item.isReverseKeyed != (item.responseScale.kind == .nominal)
    return codes[isTurned ? codes.count - 1 - position : position]
  }

  /// What the factor does not explain: partly of the pair, partly lasting, partly of the moment.
  private func specific(_ unit: AnswerUnit) -> Double {
    let shared = unit.seat.pair == nil ? 0 : link?.share ?? 0
    var value =
      0.5 * (1 - shared).squareRoot() * unit.rowKey(key / "lasting").normal
      + (0.75 * (1 - shared)).squareRoot() * unit.noiseKey(key / "moment").normal
    if let link, let pair = unit.seat.pair, let mentor = unit.seat.mentor {
      let common = link.isOfMentor ? link.key / "mentor" / mentor : link.key / "pair" / pair
      value += shared.squareRoot() * common.normal * (item.isReverseKeyed ? -1 : 1)
    }
    return value
  }
}

/// What both sides' answers to a pair item have in common.
struct ItemLink {
  /// The share of each side's specific variance, from 0 to 1.
  let share: Double
  /// True when one side answers about the person, so that only the mentor can be shared.
  let isOfMentor: Bool
  /// The stream of the common part.
  let key: RandomKey
}
