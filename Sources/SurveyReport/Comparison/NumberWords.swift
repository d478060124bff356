import NumericCore
import ReportDocument
import SurveyAnalysis

/// The words and styles of published numbers.
enum NumberWords {
  /// What a kind of number is called.
  static func name(_ kind: NumberKind) -> String {
    names[kind] ?? StatisticRegistry.definition(id: StableID(rawValue: kind.rawValue))?.name
      ?? kind.rawValue
  }

  private static let names: [NumberKind: String] = [
    .responses: "responses", .persons: "persons", .respondents: "persons who answered",
    .invited: "persons invited", .responseRate: "response rate", .linkedPairs: "linked pairs",
    .missingShare: "missing answers", .mean: "mean", .standardDeviation: "standard deviation",
    .favourable: "favourable", .agree: "top answers", .floor: "lowest answer",
    .ceiling: "highest answer", .optionShare: "share", .written: "texts written",
    .itemRestCorrelation: "item–rest correlation", .alphaIfItemDropped: "alpha if dropped",
    .gap: "gap", .firstMean: "first side’s mean", .secondMean: "second side’s mean",
    .exactAgreement: "same answer", .withinOne: "at most one apart",
    .firstShare: "first side’s share", .secondShare: "second side’s share",
    .bothShare: "share of both",
  ]

  /// How a number of a kind is written.
  static func style(_ kind: NumberKind) -> NumberStyle {
    switch kind.measure {
    case .count: .count
    case .share: .percent()
    case .points: .mean(decimals: 2)
    case .coefficient: .coefficient()
    }
  }

  /// How the difference of two numbers of a kind is written; of shares in percentage points.
  static func differenceStyle(_ kind: NumberKind) -> NumberStyle {
    switch kind.measure {
    case .count: .signed(decimals: 0)
    case .share: .points
    case .points, .coefficient: .signed(decimals: 2)
    }
  }

  /// A difference in words: "+12 percentage points".
  static func difference(_ value: Double, _ kind: NumberKind) -> String {
    let text = differenceStyle(kind).text(value)
    return kind.measure == .share ? "\(text) percentage points" : text
  }

  /// Why a difference is not judged.
  static func unjudged(_ reason: NumberChange.Unjudged) -> String {
    switch reason {
    case .counted: "counted, not estimated"
    case .sameResponses: "same responses: not chance"
    case .unknownOverlap: "overlap not known"
    case .noInterval: "none in the report"
    case .otherLevels: "intervals of different levels"
    case .noSpread: "answers all alike"
    }
  }

  /// Why two numbers can't be compared.
  static func notComparable(_ reason: NumberChange.NotComparable) -> String {
    switch reason {
    case .oldNotShown(let why): "not shown before: \(notShown(why))"
    case .newNotShown(let why): "not shown now: \(notShown(why))"
    case .neitherShown: "not shown in either"
    }
  }

  private static func notShown(_ reason: PublishedNumber.NotShown) -> String {
    switch reason {
    case .coarse: "small group"
    case .hidden: "group too small"
    case .undefined: "undefined"
    }
  }
}

extension NumbersComparison {
  /// Whose numbers they are: "Mentees, late", "Pairs".
  func place(form: String?, wave: String?) -> String {
    let who = form.map { id in forms.first { $0.id == id }?.label ?? id } ?? "pairs"
    let label = wave.map { id in waves.first { $0.id == id }?.label ?? id }
    return Words.capitalized(
      ([who] + [label?.lowercased()].compactMap(\.self)).joined(separator: ", "))
  }
}
