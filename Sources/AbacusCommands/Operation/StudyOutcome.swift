import FoundationEssentials
import ReportDocument
import SurveyModel

/// What became of one study in a run.
struct StudyOutcome: Hashable, Codable {
  /// What happened.
  enum Result: String, Hashable, Codable, CaseIterable {
    /// A new report is in place.
    case made
    /// Nothing had changed; the report in place is the newest there can be.
    case unchanged
    /// There is no new report; the one before it, if any, is in place.
    case failed
  }

  /// A finding, ready to be shown.
  struct Line: Hashable, Codable {
    /// How grave it is.
    let severity: String
    /// Its kind.
    let code: String
    /// `file:line: severity: message [code]`
    let text: String
  }

  /// The study file.
  let study: String
  /// The folder of its report.
  let report: String
  /// What happened.
  var result: Result
  /// The exit status that the study alone would end with.
  var status: Int32
  /// How many responses were analysed; nil without a report.
  var responses: Int?
  /// What was found; of an unchanged report, nothing.
  var findings: [Line] = []
  /// How many findings of each code there are, those of an unchanged report included.
  var findingCounts: [String: Int] = [:]
  /// What became of the study's alerts; of a failed run, nothing.
  var alerts: [AlertResult] = []
  /// What became of the run itself, such as that the one before it was cut short.
  var notes: [String] = []
  /// Seconds that it took.
  var seconds = 0.0

  /// An outcome without a report.
  static func failed(_ places: StudyPlaces, _ findings: [Finding]) -> StudyOutcome {
    StudyOutcome(
      study: places.study, report: places.report, result: .failed,
      status: ExitStatus.of(findings), findings: findings.map(Line.init),
      findingCounts: Dictionary(findings.map { ($0.code.rawValue, 1) }, uniquingKeysWith: +))
  }

  /// How many findings of a severity there are.
  func count(_ severity: Severity) -> Int {
    findingCounts.reduce(0) { sum, entry in
      FindingCode(rawValue: entry.key)?.severity == severity ? sum + entry.value : sum
    }
  }
}

extension StudyOutcome.Line {
  /// A finding, ready to be shown.
  init(_ finding: Finding) {
    self.init(
      severity: finding.severity.rawValue, code: finding.code.rawValue, text: finding.description)
  }
}

extension StudyOutcome {
  /// The outcome as JSON.
  var json: JSONValue {
    [
      "study": .string(study), "report": .string(report), "result": .string(result.rawValue),
      "status": .integer(Int(status)), "responses": JSONValue(responses),
      "findings": .array(
        findings.map {
          [
            "severity": .string($0.severity), "code": .string($0.code), "message": .string($0.text),
          ]
        }),
      "finding_counts": .object(JSONObject(findingCounts.map { ($0, .integer($1)) })),
      "alerts": .array(alerts.map(\.json)),
      "notes": .array(notes.map(JSONValue.string)),
      "seconds": FiniteNumber(seconds).map(JSONValue.number) ?? .null,
    ]
  }
}
