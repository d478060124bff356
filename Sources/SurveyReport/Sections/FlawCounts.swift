import SurveyModel

/// What findings of the severity *error* are about, counted in its own unit: what was kept out of the
/// numbers, and what counts although it is doubtful.
struct FlawCounts {
  /// One count with its noun for each kind that was kept out, in the order of the codes.
  let words: [String]
  /// How many of all these kinds.
  let total: Int
  /// The same of what counts as it stands.
  let countedWords: [String]
  /// How many of all these kinds.
  let countedTotal: Int

  init(_ findings: [Finding]) {
    let errors = findings.filter { $0.severity == .error && $0.code != .unansweredQuestion }
    let counts = FindingCode.allCases.compactMap { code -> (FindingCode, Int)? in
      let count = errors.filter { $0.code == code }.reduce(0) { $0 + $1.count }
      return count > 0 ? (code, count) : nil
    }
    let out = counts.filter { !Self.counted.contains($0.0) }
    let counted = counts.filter { Self.counted.contains($0.0) }
    words = out.map(Self.words)
    total = out.reduce(0) { $0 + $1.1 }
    countedWords = counted.map(Self.words)
    countedTotal = counted.reduce(0) { $0 + $1.1 }
  }

  private static func words(_ code: FindingCode, _ count: Int) -> String {
    let noun = nouns[code] ?? ("flaw of kind \(code.rawValue)", "flaws of kind \(code.rawValue)")
    return Words.count(count, noun.0, noun.1)
  }

  /// Kinds of which nothing is kept out: the response, the identifier or the name counts as it stands.
  /// Of repeated responses those that are left out are a kind of their own.
  private static let counted: Set<FindingCode> = [
    .undecidedDuplicate, .lostLeadingZeros, .similarIdentifiers, .reusedIdentifiers,
    .doubtfulEncoding,
  ]

  private static let nouns: [FindingCode: (String, String)] = [
    .raggedRow: ("row of the wrong length", "rows of the wrong length"),
    .strayQuote: ("row with a stray quotation mark", "rows with stray quotation marks"),
    .unmatchedAnswer: ("answer that no option matches", "answers that no option matches"),
    .outOfRange: ("answer outside its limits", "answers outside their limits"),
    .duplicateResponse: ("repeated response", "repeated responses"),
    .undecidedDuplicate: (
      "response chosen among repeated ones without a time that decides",
      "responses chosen among repeated ones without a time that decides"
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
    .similarIdentifiers: (
      "identifier that is like another", "identifiers that are like others"
    ),
    .reusedIdentifiers: (
      "identifier that may be two persons’", "identifiers that may be several persons’"
    ),
    .doubtfulEncoding: ("file of doubtful encoding", "files of doubtful encoding"),
    .ambiguousCell: (
      "cell that can be read in several ways", "cells that can be read in several ways"
    ),
    .spreadsheetDamage: ("cell that a spreadsheet changed", "cells that a spreadsheet changed"),
    .repeatedHeader: ("repeated header line", "repeated header lines"),
    .summaryRow: ("summary row", "summary rows"),
    .swallowedRecord: ("swallowed record", "swallowed records"),
  ]
}
