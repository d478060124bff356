import SurveyIngest
import SurveyModel

/// Why a command could not do its work.
struct CommandFailure: Error, Hashable {
  /// What was found, at least one of it fatal; not printed yet.
  let findings: [Finding]

  /// A failure for one reason.
  init(_ finding: Finding) { findings = [finding] }

  /// A failure for several reasons, at least one.
  init(_ findings: [Finding]) { self.findings = findings }

  /// The failure that an error of the library is; nil for a misuse of the command line and for our
  /// own mistakes.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StudyLoadError: findings = error.findings
    case let error as IngestError: findings = [error.finding()]
    case let error as OutputError: findings = [error.finding]
    default: return nil
    }
  }
}

/// The status that a command ends with; `docs/reference/exit-codes.md` lists them.
enum ExitStatus {
  /// The work is done, and somebody should look: an alert, a mismatch, a difference.
  static let attention: Int32 = 2
  /// Nothing is wrong with the study; the same may work later.
  static let tryAgain: Int32 = 75

  /// The status after the findings of a run. Several fatal ones of different status end with 65.
  static func of(_ findings: [Finding]) -> Int32 {
    let fatal = Set(findings.filter { $0.severity == .fatal }.map { status(of: $0.code) })
    if let status = fatal.first { return fatal.count == 1 ? status : 65 }
    return findings.contains { $0.severity == .error } ? 1 : 0
  }

  private static func status(of code: FindingCode) -> Int32 {
    switch code {
    case .missingFile, .unreadableFile: 66
    case .outputNotAFolder, .outputNotOurs, .outputExists, .outputIsInput, .outputNotWritable,
      .outputLeftBehind,
      .diskFull, .schedulerUnreachable:
      73
    case .runInProgress, .lockedFile, .timeLimit, .changedWhileRead: tryAgain
    case .crashedRun: 70
    default: 65
    }
  }
}
