import FoundationEssentials
import ReportDocument

/// What became of a study's alerts in its last run: `alerts.json` in the history folder.
struct AlertFile: Hashable {
  /// What `schema` holds in every such file.
  static let schema = "abacus.alerts/1"
  /// One for each alert, in the order of the study.
  let alerts: [AlertResult]

  /// Takes the alerts.
  init(_ alerts: [AlertResult]) { self.alerts = alerts }

  /// Reads the file at a path; no alerts where there is none.
  init(at path: String) {
    let body = SystemCalls.text(at: path).flatMap {
      try? JSONDecoder().decode(Body.self, from: Data($0.utf8))
    }
    alerts = body?.schema == Self.schema ? body?.alerts ?? [] : []
  }

  private struct Body: Decodable {
    let schema: String
    let alerts: [AlertResult]
  }

  /// Writes the file, in place of that of an earlier run.
  func write(to path: String, study: String, run: String, moment: String) throws(OutputError) {
    let value: JSONValue = [
      "schema": .string(Self.schema), "study": .string(study), "run": .string(run),
      "at": .string(moment),
      "raised": .integer(alerts.count { $0.state == .raised }),
      "alerts": .array(alerts.map(\.json)),
    ]
    try FilePlace(path).replace(with: Array(value.text.utf8), mode: 0o600)
  }
}

extension AlertResult {
  /// The alert as JSON.
  var json: JSONValue {
    ["alert": .string(alert), "state": .string(state.rawValue), "reason": .string(reason)]
  }
}
