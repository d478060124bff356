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
    let json = SystemCalls.text(at: path).flatMap { try? JSONValue(parsing: $0) }
    let isOwn = json?["schema"]?.textValue == Self.schema
    alerts = isOwn ? json?["alerts"]?.list(AlertResult.init) ?? [] : []
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

  /// Reads what `json` wrote; nil for anything else.
  init?(_ json: JSONValue) {
    guard let alert = json["alert"]?.textValue, let reason = json["reason"]?.textValue,
      let state = json["state"]?.textValue.flatMap(State.init)
    else { return nil }
    self.init(alert: alert, state: state, reason: reason)
  }
}
