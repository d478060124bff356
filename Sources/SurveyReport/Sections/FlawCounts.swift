import SurveyModel

/// What findings of the severity *error* kept out of the numbers, counted in its own unit.
struct FlawCounts {
  /// One count with its noun for each kind, in the order of the codes.
  let words: [String]
  /// How many of all kinds.
  let total: Int

  init(_ findings: [Finding]) {
    let errors = findings.filter { $0.severity == .error }
    let counts = FindingCode.allCases.compactMap { code -> (FindingCode, Int)? in
      let count = errors.filter { $0.code == code }.reduce(0) { $0 + $1.count }
      return count > 0 ? (code, count) : nil
    }
    words = counts.map { code, count in
      let noun =
        Self.nouns[code] ?? ("flaw of kind \(code.rawValue)", "flaws of kind \(code.rawValue)")
      return Words.count(count, noun.0, noun.1)
    }
    total = counts.reduce(0) { $0 + $1.1 }
  }

  private static let nouns: [FindingCode: (String, String)] = [
    .raggedRow: ("row of the wrong length", "rows of the wrong length"),
    .strayQuote: ("row with a stray quotation mark", "rows with stray quotation marks"),
    .unmatchedAnswer: ("answer that no option matches", "answers that no option matches"),
    .outOfRange: ("answer outside its limits", "answers outside their limits"),
    .duplicateResponse: ("repeated response", "repeated responses"),
    .undecidedDuplicate: (
      "repeated response that nothing decides", "repeated responses that nothing decides"
    ),
    .unknownPair: ("response without its other side", "responses without their other side"),
    .unknownWave: ("response of an unknown wave", "responses of an unknown wave"),
    .unknownCategory: ("value outside its list", "values outside their list"),
    .unreadableDate: ("unreadable date", "unreadable dates"),
    .ambiguousDate: ("date of two readings", "dates of two readings"),
    .implausibleDate: ("implausible date", "implausible dates"),
    .ambiguousNumber: ("number of two readings", "numbers of two readings"),
    .damagedIdentifier: ("damaged identifier", "damaged identifiers"),
    .lostLeadingZeros: (
      "identifier without its leading zeros", "identifiers without their leading zeros"
    ),
    .spreadsheetDamage: ("cell that a spreadsheet changed", "cells that a spreadsheet changed"),
    .repeatedHeader: ("repeated header line", "repeated header lines"),
    .summaryRow: ("summary row", "summary rows"),
    .swallowedRecord: ("swallowed record", "swallowed records"),
    .unansweredQuestion: ("saved question without an answer", "saved questions without an answer"),
  ]
}
