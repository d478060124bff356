import SurveyAnalysis
import SurveyModel

/// How the answers on one response scale are named: only options that say so are called agreement.
struct AnswerWords {
  private let scale: ResponseScale
  /// True where the highest option is agreement.
  let isAgreement: Bool

  init(_ scale: ResponseScale) {
    self.scale = scale
    isAgreement = scale.kind == .ordinal && (scale.options.last.map(Self.agrees) ?? false)
  }

  /// Parts of words that say agreement, in the languages of most questionnaires, and those that deny it.
  private static let agreement = ["agree", "stimm", "accord", "acuerdo", "mee eens", "concord"]
  private static let denial = [
    "disagree", "nicht", "not ", "pas ", "non ", "desacuerdo", "désaccord", "desaccord",
    "disaccordo",
    "oneens",
  ]

  private static func agrees(_ option: ResponseOption) -> Bool {
    ([option.label] + option.aliases).contains { label in
      let words = label.lowercased()
      return agreement.contains(where: words.contains) && !denial.contains(where: words.contains)
    }
  }

  /// The highest options: "agreement", "a high answer".
  var high: String { isAgreement ? "agreement" : "a high answer" }

  /// The lowest options: "disagreement", "a low answer".
  var low: String { isAgreement ? "disagreement" : "a low answer" }

  /// All options above the middle.
  var highTogether: String { isAgreement ? "any agreement" : "higher answers" }

  /// All options below the middle.
  var lowTogether: String { isAgreement ? "any disagreement" : "lower answers" }

  /// Heading of the share of the highest options.
  var top: String {
    isAgreement ? "agree" : scale.topBoxCount == 1 ? "top answer" : "top \(scale.topBoxCount)"
  }

  /// What the heading says.
  var topNote: String {
    let labels = scale.options.suffix(scale.topBoxCount).map { "“\($0.label)”" }
    return "\(Words.capitalized(top)): \(Words.list(labels)), as answered."
  }
}

extension AnswerWords {
  /// What one side does more or less than the other, in words that fit the answers: "answer “Yes” to
  /// “Goals” more often".
  static func comparison(of result: PairResult, isHigher: Bool) -> String {
    let name = "“\(result.label)”"
    let direction = isHigher ? "higher" : "lower"
    let amount = isHigher ? "more" : "less"
    guard !result.isScale, let scale = result.first.first?.responseScale else {
      return "score \(direction) on \(name)"
    }
    if scale.options.count == 2, let top = scale.options.max(by: { $0.code < $1.code }) {
      return "answer “\(top.label)” to \(name) \(amount) often"
    }
    if scale.kind == .numeric { return "rate \(name) \(direction)" }
    return AnswerWords(scale).isAgreement
      ? "agree \(amount) with \(name)" : "give \(direction) answers to \(name)"
  }
}
