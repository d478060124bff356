/// Every kind of flaw, with its stable code.
///
/// The raw value is what users see in brackets; `docs/reference/findings.md` explains each.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Files a user writes.
  case invalidYAML = "invalid-yaml"
  case wrongKind = "wrong-kind"
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
  // A codebook to think over.
  case mixedLevels = "mixed-levels"
  // Data that stop the run.
  case missingFile = "missing-file"
  case outsideFolder = "outside-folder"
  case notAFile = "not-a-file"
  case unreadableFile = "unreadable-file"
  case emptyFile = "empty-file"
  case noResponses = "no-responses"
  case binaryFile = "binary-file"
  case unsupportedEncoding = "unsupported-encoding"
  case invalidEncoding = "invalid-encoding"
  case truncatedGzip = "truncated-gzip"
  case damagedGzip = "damaged-gzip"
  case tooLarge = "too-large"
  case changedWhileRead = "changed-while-read"
  case unlikelyTable = "unlikely-table"
  case unterminatedQuote = "unterminated-quote"
  case unparsableFile = "unparsable-file"
  case unknownDialect = "unknown-dialect"
  case wrongDialect = "wrong-dialect"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case wrongForm = "wrong-form"
  case headerBelow = "header-below"
  case missingHeader = "missing-header"
  case fractionalAnswer = "fractional-answer"
  case twoTextsForOneCode = "two-texts-for-one-code"
  case restartedIdentifiers = "restarted-identifiers"
  // A report that can't be compared.
  case notAReport = "not-a-report"
  // Outputs that can't be written.
  case outputNotAFolder = "output-not-a-folder"
  case outputNotOurs = "output-not-ours"
  case outputExists = "output-exists"
  case outputIsInput = "output-is-input"
  case outputNotWritable = "output-not-writable"
  case outputLeftBehind = "output-left-behind"
  case diskFull = "disk-full"
  // Runs that nobody watches.
  case runInProgress = "run-in-progress"
  case lockedFile = "locked-file"
  case timeLimit = "time-limit"
  case crashedRun = "crashed-run"
  case damagedHistory = "damaged-history"
  case unsafeHooks = "unsafe-hooks"
  // Other programs that don't do their part.
  case schedulerUnreachable = "scheduler-unreachable"
  // Data that are kept out of the numbers they would spoil.
  case raggedRow = "ragged-row"
  case strayQuote = "stray-quote"
  case unmatchedAnswer = "unmatched-answer"
  case ambiguousCell = "ambiguous-cell"
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
  case similarIdentifiers = "similar-identifiers"
  case reusedIdentifiers = "reused-identifiers"
  case doubtfulEncoding = "doubtful-encoding"
  case spreadsheetDamage = "spreadsheet-damage"
  case repeatedHeader = "repeated-header"
  case summaryRow = "summary-row"
  case swallowedRecord = "swallowed-record"
  case unansweredQuestion = "unanswered-question"
  // Data to read with care.
  case missingRespondent = "missing-respondent"
  case missingConsent = "missing-consent"
  case testResponse = "test-response"
  case exclusiveOption = "exclusive-option"
  case unexpectedAnswer = "unexpected-answer"
  case unreversedItem = "unreversed-item"
  case constantItem = "constant-item"
  case itemNotShown = "item-not-shown"
  case tooFewInvited = "too-few-invited"
  case unusedColumn = "unused-column"
  case columnOrder = "column-order"
  case changedPersonAnswer = "changed-person-answer"
  case suspectedMissingCode = "suspected-missing-code"
  case textsAmongNumbers = "texts-among-numbers"
  case assumedEncoding = "assumed-encoding"
  case assumedMissing = "assumed-missing"
  case inseparableOptions = "inseparable-options"
  case mixedDecimals = "mixed-decimals"
  case impossibleDuration = "impossible-duration"
  case decimalComma = "decimal-comma"
  case emptyRecord = "empty-record"
  case similarCategories = "similar-categories"
  case anotherWording = "another-wording"
  case missingAttribute = "missing-attribute"
  case unknownStatus = "unknown-status"
  case incompleteHeader = "incomplete-header"
  case bareQuote = "bare-quote"
  // Runs to look after.
  case interruptedRun = "interrupted-run"
  case clockBehind = "clock-behind"
  case missedRuns = "missed-runs"
  case failedHook = "failed-hook"
  case leftAlone = "left-alone"

  /// How grave a flaw of this kind is.
  public var severity: Severity {
    switch self {
    case .invalidYAML, .wrongKind, .unknownKey, .duplicateKey, .missingKey, .wrongType, .wrongValue,
      .emptyList, .duplicateID, .unknownReference, .cyclicReference, .itemInTwoScales,
      .ambiguousOption, .reverseWithoutLimits, .missingFile, .notAFile, .unreadableFile,
      .emptyFile, .noResponses, .binaryFile, .unsupportedEncoding, .invalidEncoding, .truncatedGzip,
      .damagedGzip, .tooLarge, .changedWhileRead, .unlikelyTable, .unterminatedQuote,
      .unparsableFile, .unknownDialect, .wrongDialect, .missingColumn,
      .duplicateColumn, .wrongForm, .headerBelow, .missingHeader, .fractionalAnswer,
      .twoTextsForOneCode, .restartedIdentifiers, .notAReport,
      .outputNotAFolder,
      .outputNotOurs,
      .outputExists, .outputIsInput, .outsideFolder, .outputNotWritable, .outputLeftBehind,
      .diskFull, .runInProgress, .lockedFile, .timeLimit, .unsafeHooks,
      .crashedRun, .damagedHistory, .schedulerUnreachable:
      .fatal
    case .raggedRow, .strayQuote, .unmatchedAnswer, .ambiguousCell, .outOfRange, .duplicateResponse,
      .undecidedDuplicate, .unknownPair, .unknownWave, .unknownCategory, .unreadableDate,
      .ambiguousDate, .implausibleDate, .ambiguousNumber, .damagedIdentifier, .lostLeadingZeros,
      .similarIdentifiers, .reusedIdentifiers, .doubtfulEncoding,
      .spreadsheetDamage, .repeatedHeader, .summaryRow, .swallowedRecord,
      .unansweredQuestion:
      .error
    case .mixedLevels, .missingRespondent, .exclusiveOption, .unexpectedAnswer, .unreversedItem,
      .constantItem, .itemNotShown, .tooFewInvited, .changedPersonAnswer, .suspectedMissingCode,
      .textsAmongNumbers, .assumedEncoding, .mixedDecimals, .impossibleDuration, .emptyRecord,
      .similarCategories, .assumedMissing, .inseparableOptions,
      .anotherWording, .missingAttribute, .unknownStatus, .incompleteHeader, .bareQuote,
      .interruptedRun, .clockBehind, .missedRuns, .failedHook, .leftAlone:
      .warning
    case .missingConsent, .testResponse, .unusedColumn, .columnOrder, .decimalComma:
      .note
    }
  }
}
