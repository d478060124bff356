/// Every kind of flaw, with its stable code.
///
/// The raw value is what users see in brackets; `docs/reference/findings.md` explains each.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Files a user writes.
  case invalidYAML = "invalid-yaml"
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case wrongValue = "wrong-value"
  case emptyList = "empty-list"
  case duplicateID = "duplicate-id"
  case unknownReference = "unknown-reference"
  case cyclicReference = "cyclic-reference"
  case itemInTwoScales = "item-in-two-scales"
  case ambiguousOption = "ambiguous-option"
  case reverseWithoutLimits = "reverse-without-limits"
  // Data that stop the run.
  case unreadableFile = "unreadable-file"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case wrongForm = "wrong-form"
  case twoTextsForOneCode = "two-texts-for-one-code"
  // Data that are kept out of the numbers they would spoil.
  case raggedRow = "ragged-row"
  case unmatchedAnswer = "unmatched-answer"
  case outOfRange = "out-of-range"
  case duplicateResponse = "duplicate-response"
  case undecidedDuplicate = "undecided-duplicate"
  case unknownPair = "unknown-pair"
  case unknownWave = "unknown-wave"
  case unknownCategory = "unknown-category"
  case unreadableDate = "unreadable-date"
  case ambiguousDate = "ambiguous-date"
  case implausibleDate = "implausible-date"
  case ambiguousNumber = "ambiguous-number"
  case damagedIdentifier = "damaged-identifier"
  case lostLeadingZeros = "lost-leading-zeros"
  case spreadsheetDamage = "spreadsheet-damage"
  // Data to read with care.
  case missingRespondent = "missing-respondent"
  case missingConsent = "missing-consent"
  case testResponse = "test-response"
  case exclusiveOption = "exclusive-option"
  case unexpectedAnswer = "unexpected-answer"
  case unreversedItem = "unreversed-item"
  case constantItem = "constant-item"
  case itemNotShown = "item-not-shown"
  case unusedColumn = "unused-column"
  case changedPersonAnswer = "changed-person-answer"
  case suspectedMissingCode = "suspected-missing-code"
  case mixedDecimals = "mixed-decimals"
  case impossibleDuration = "impossible-duration"
  case decimalComma = "decimal-comma"

  /// How grave a flaw of this kind is.
  public var severity: Severity {
    switch self {
    case .invalidYAML, .unknownKey, .duplicateKey, .missingKey, .wrongType, .wrongValue,
      .emptyList, .duplicateID, .unknownReference, .cyclicReference, .itemInTwoScales,
      .ambiguousOption, .reverseWithoutLimits, .unreadableFile, .missingColumn,
      .duplicateColumn, .wrongForm, .twoTextsForOneCode:
      .fatal
    case .raggedRow, .unmatchedAnswer, .outOfRange, .duplicateResponse, .undecidedDuplicate,
      .unknownPair, .unknownWave, .unknownCategory, .unreadableDate,
      .ambiguousDate, .implausibleDate, .ambiguousNumber, .damagedIdentifier, .lostLeadingZeros,
      .spreadsheetDamage:
      .error
    case .missingRespondent, .exclusiveOption, .unexpectedAnswer, .unreversedItem,
      .constantItem, .itemNotShown, .changedPersonAnswer, .suspectedMissingCode,
      .mixedDecimals, .impossibleDuration:
      .warning
    case .missingConsent, .testResponse, .unusedColumn, .decimalComma:
      .note
    }
  }
}
