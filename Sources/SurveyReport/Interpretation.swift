import NumericCore
import SurveyAnalysis
import SurveyModel

/// Whether the scores of a scale can rank single persons; a rule with a name and a source.
///
/// The whole interval of the coefficient decides: above .70, below it, or undecided where it holds .70
/// or does not exist. Where an interval of resamples stands beside, both must agree. A limit of .70
/// counts as above. .70 is a habit of the field and no law; what it is about is the order of persons, not
/// the precision of a group's mean, which depends on how many answer.
///
/// References: Lance, Butts & Michels (2006), Organizational Research Methods 9, 202–220,
/// doi:10.1177/1094428105284919; Nunnally & Bernstein (1994), Psychometric Theory, 3rd ed.,
/// pp. 264–265, for .90 where a decision about a person follows.
enum Interpretation: Hashable {
  /// The whole interval lies at or above .90.
  case aboveNinety
  /// The whole interval lies at or above .70.
  case above
  /// The whole interval lies below .70.
  case below
  /// Nothing can be said.
  case undecided(Doubt)
  /// The items are independent points, which no coefficient judges.
  case checklist

  /// Why nothing can be said.
  enum Doubt: Hashable {
    /// The interval holds .70.
    case holdsLimit
    /// There is no interval.
    case noInterval(IntervalAbsence?)
    /// Fewer cases than a coefficient can be relied on with.
    case fewCases(Int)
    /// There is no coefficient, or it is not shown.
    case noCoefficient
  }

  /// The rule's name.
  static let name = "Lance, Butts & Michels (2006)"

  /// The verdict on one coefficient.
  init(_ estimate: Estimate, kind: Scale.Kind) {
    guard kind == .reflective else {
      self = .checklist
      return
    }
    for case .fewCases(let count) in estimate.passport.warnings {
      self = .undecided(.fewCases(count))
      return
    }
    let outcomes = [estimate.interval, estimate.resampled].compactMap(\.self)
    let intervals = outcomes.compactMap(\.interval)
    guard let lower = intervals.map(\.lower).min(), let upper = intervals.map(\.upper).max() else {
      let reason = outcomes.lazy.compactMap { outcome in
        if case .absent(let reason) = outcome { reason } else { nil }
      }.first
      self = .undecided(.noInterval(reason))
      return
    }
    self =
      lower >= 0.9
      ? .aboveNinety
      : lower >= 0.7
        ? .above
        : upper < 0.7
          ? .below
          : .undecided(.holdsLimit)
  }

  /// The verdict on a scale in one wave.
  init(_ result: ReliabilityResult) {
    if let detail = result.content.detail {
      self.init(detail.headline, kind: result.scale.kind)
    } else {
      self = result.scale.kind == .checklist ? .checklist : .undecided(.noCoefficient)
    }
  }
}

extension Interpretation {
  /// In a table: whether the score ranks persons.
  var words: String {
    switch self {
    case .aboveNinety: "yes, above .90"
    case .above: "yes, above .70"
    case .below: "no, below .70"
    case .undecided(.holdsLimit): "undecided"
    case .undecided(.noInterval): "undecided: no interval"
    case .undecided(.fewCases(let count)):
      "undecided: only \(Words.count(count, "case", "cases"))"
    case .undecided(.noCoefficient): "undecided: no coefficient"
    case .checklist: "not judged: a checklist"
    }
  }

  /// In JSON.
  var code: String {
    switch self {
    case .aboveNinety, .above: "yes"
    case .below: "no"
    case .undecided: "undecided"
    case .checklist: "not_judged"
    }
  }

  /// What stands behind the scale's name wherever its mean stands; nil where nothing is to be said.
  var mark: Character? {
    switch self {
    case .below: "†"
    case .undecided: "‡"
    case .aboveNinety, .above, .checklist: nil
    }
  }

  /// What a mark means.
  static func note(_ mark: Character) -> String {
    mark == "†"
      ? "† Don’t rank persons by this score: the whole interval of its coefficient lies below .70."
      : "‡ Whether this score can rank persons is undecided: the interval of its coefficient holds .70, there is none, or the cases are too few."
  }
}

extension ReportInput {
  /// The verdict on a scale of items in one wave; nil for a score of subscales.
  func interpretation(of result: ScaleResult) -> Interpretation? {
    results.reliabilities.first {
      $0.wave == result.wave && $0.scale.id == result.scale.id
        && $0.scale.formID == result.scale.formID
    }.map(Interpretation.init)
  }
}
