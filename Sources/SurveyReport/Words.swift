import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// The words of reports for values that have no number.
enum Words {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2025-06-23` as "23 June 2025"; any other text as it is.
  static func day(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return date }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  /// Why something is hidden.
  static func hidden(_ reason: HiddenReason, role: Role?, partner: Role?) -> String {
    let persons = role?.plural ?? "persons"
    switch reason {
    case .tooFewPersons(let minimum): return "hidden: fewer than \(minimum) \(persons)"
    case .tooFewPartners(let minimum):
      return "hidden: fewer than \(minimum) \(partner?.plural ?? "partners")"
    case .onePersonDominates(let share):
      return "hidden: one person gave more than \(NumberStyle.percent().text(share)) of the answers"
    case .tooFewPairs(let minimum):
      return "hidden: fewer than \(minimum) pairs or persons in them"
    case .tooFewForCoefficients(let fullFrom):
      return "not shown: fewer than \(fullFrom) \(persons)"
    case .singlesOut(let minimum):
      return
        "hidden: with what was shown before, it would single out fewer than \(minimum) \(persons)"
    }
  }

  /// Why a small group's mean is not given.
  static let endOfScale = "mean at the end of the scale"

  /// Why something does not exist.
  static func undefined(_ reason: Undefined) -> String {
    switch reason {
    case .notAdministered: "not asked"
    case .noAnswers: "no answers"
    case .numeric(let error): "undefined: \(error)"
    }
  }

  /// Why there is no interval, in full.
  static func absence(_ reason: IntervalAbsence) -> String {
    "no interval: \(AbsenceNote.words([reason]))"
  }

  /// An interval of a coefficient with its level and its method.
  static func interval(_ interval: ConfidenceInterval, of passport: Passport) -> String {
    "\(NumberStyle.coefficient().text(lower: interval.lower, upper: interval.upper)) (\(NumberStyle.level(interval.level)), \(method(interval.method, passport)))"
  }

  private static func method(_ method: IntervalMethod, _ passport: Passport) -> String {
    switch method {
    case .feldt: "Feldt; assumes normal items with equal covariances"
    case .bootstrapNormal, .bootstrapPercentile, .bootstrapBCa:
      "\(method.name), \(resamples([passport]))"
    default: method.name
    }
  }

  /// How the rows of scales are resampled.
  static func resamples(_ passports: [Passport]) -> String {
    let counts = Set(
      passports.map {
        ScaleRows.resampleCount(rows: $0.usedCount, items: $0.itemIDs.count)
      })
    let words = counts.sorted(by: >).map { NumberStyle.count.text(Double($0)) }
    return "\(words.joined(separator: " or ")) resamples of the rows from seed \(ScaleRows.seed)"
  }

  /// The rule by which the number of resamples is chosen.
  static let resampling: String = {
    func text(_ count: Int) -> String { NumberStyle.count.text(Double(count)) }
    return
      "\(text(ScaleRows.resampleCount)) resamples of the rows (\(text(ScaleRows.resampleCountOfLarge)) where there are more than \(text(ScaleRows.largestRowCount)) rows or \(text(ScaleRows.largestItemCount)) items) from seed \(ScaleRows.seed)"
  }()

  /// Why there is no interval, in a table.
  static func shortAbsence(_ reason: IntervalAbsence) -> String {
    switch reason {
    case .personsRepeat: "none: persons repeat"
    case .partnersRepeat: "none: partners repeat"
    case .unknownPersons: "none: unknown partners"
    case .pairwiseCases: "none: pairwise cases"
    case .tooFewGroups(let count, let required):
      "none: \(Words.count(count, "group", "groups")), \(required) needed"
    case .numeric: "none"
    }
  }

  /// A blurred share.
  static func share(_ share: BandShare) -> String {
    switch share {
    case .about(let rate): NumberStyle.percent().text(rate)
    case .atMostTenth: "≤ 10\u{A0}%"
    case .atLeastNineTenths: "≥ 90\u{A0}%"
    }
  }

  /// A reason for a missing answer.
  static func missing(_ reason: MissingReason) -> String {
    switch reason {
    case .skipped: "skipped"
    case .brokenOff: "broken off"
    case .refused: "preferred not to say"
    case .notApplicable: "does not apply"
    case .notAdministered: "not asked"
    case .unreadable: "unreadable"
    }
  }

  /// Why responses were left out.
  static func leftOut(_ reason: SourceIntake.Reason) -> String {
    switch reason {
    case .test: "test or preview of the survey tool"
    case .consent: "no consent"
    case .duplicate: "duplicate (the last complete one is kept)"
    case .wave: "a wave the study does not know"
    }
  }

  /// What to bear in mind about a coefficient.
  static func warning(_ warning: Passport.Warning) -> String {
    switch warning {
    case .skewedItems(let ids, let resampledBeside):
      "\(list(ids)) \(ids.count == 1 ? "is" : "are") skewed (beyond ±1): Feldt's interval assumes normal items and covers less than it says\(resampledBeside ? "; the interval of resamples stands beside it" : "")"
    case .checklist:
      "the items are independent difficulties rather than signs of one thing: read them one by one first, a low coefficient is no flaw"
    case .unreversedItems(let ids):
      "\(list(ids)) \(ids.count == 1 ? "runs" : "run") against the other items and may be keyed the wrong way round; nothing was changed"
    case .constantItems(let ids):
      "\(list(ids)) \(ids.count == 1 ? "has" : "have") no variance and still \(ids.count == 1 ? "counts as an item" : "count as items"); R psych and SPSS leave such items out"
    case .negativeReliability:
      "the coefficient is below 0: no standard error of measurement follows from it; look at the keying of the items first"
    case .fewCases(let count): "only \(Words.count(count, "case", "cases")): too few to rely on"
    case .pairwise(let smallest, let largest):
      "each pair of items has its own cases, \(smallest) to \(largest) of them"
    case .dependentRows:
      "rows are not independent (persons or their partners repeat): the coefficient describes these rows"
    case .drawnInGroups(let count):
      "the interval resamples \(count) groups of rows that share persons or partners; from 40 groups up such an interval of 95 % covers about 94 %"
    }
  }

  /// "A", "A and B", "A, B and C".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A word with its first letter large.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A count of persons of a role: "1 mentor", "63 mentors".
  static func persons(_ count: Int, _ role: Role) -> String {
    self.count(count, role.singular, role.plural)
  }

  /// A count with its noun.
  static func count(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(NumberStyle.count.text(Double(count))) \(count == 1 ? singular : plural)"
  }
}
