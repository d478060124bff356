import SurveyModel

/// How options are ticked: each has its own popularity; linked questions agree in part.
struct MultiSelectModel {
  let question: MultiSelectQuestion
  /// The stream that linked questions of both forms share; nil for a question of its own.
  let sharedKey: RandomKey?
  let key: RandomKey

  /// Share of the variance of a tick that both sides have in common.
  private static let shared = 0.45

  /// Positions of the ticked options; empty where nothing is ticked.
  func ticks(_ unit: AnswerUnit) -> [Int] {
    let exclusive = question.options.firstIndex(where: \.isExclusive)
    let noise = unit.noiseKey(key / "noise")
    if let exclusive, (noise / "exclusive").chance(0.05) { return [exclusive] }
    let ticked = question.options.indices.filter { index in
      !question.options[index].isExclusive && isTicked(question.options[index], unit, noise)
    }
    if ticked.isEmpty, let exclusive, (noise / "none").chance(0.6) { return [exclusive] }
    return ticked
  }

  private func isTicked(
    _ option: MultiSelectOption, _ unit: AnswerUnit, _ noise: RandomKey
  ) -> Bool {
    let own = (noise / option.code).normal
    // The last resort of a list is ticked seldom, whatever the list.
    let isOther = option.code == "other"
    let popularity = (sharedKey ?? key) / "popularity" / option.code
    let rate = isOther ? 0.05 : 0.12 + 0.45 * popularity.uniform
    var value = own
    if let sharedKey, let pair = unit.seat.pair {
      let common = (sharedKey / "pair" / option.code / pair).normal
      value = Self.shared.squareRoot() * common + (1 - Self.shared).squareRoot() * own
    }
    return value < NormalQuantile.of(rate)
  }
}
