import ReportDocument

/// What became of a study's alerts in its last run: `alerts.json` in the history folder.
struct AlertFile: Hashable {
  /// What `schema` holds in every such file.
  static let schema = "abacus.alerts/1"
  /// The name of the file in a history folder.
  static let fileName = "alerts.json"
  /// One for each alert, in the order of the study.
  let alerts: [AlertResult]

  /// Takes the alerts.
  init(_ alerts: [AlertResult]) { self.alerts = alerts }

  /// Reads the file at a path; no alerts where there is none.
  init(at path: String) {
    let json = FolderHandle.text(at: path).flatMap { try? JSONValue(parsing: $0) }
    let isOwn = json?["schema"]?.textValue == Self.schema
    alerts = isOwn ? json?["alerts"]?.list(AlertResult.init) ?? [] : []
  }

  /// Writes the file, in place of the earlier run's; without alerts there is no file.
  func write(
    in history: StudyHistory, study: String, run: String, moment: String
  ) throws(OutputError) {
    let folder = try history.open()
    do throws(SystemError) {
      guard !alerts.isEmpty else { return try folder.removeFile(Self.fileName) }
      let text = value(study: study, run: run, moment: moment).text
      try folder.replace(Self.fileName, with: text.utf8Span.span.bytes, mode: 0o600)
    } catch {
      throw .writing(history.alertFile, error)
    }
  }

  private func value(study: String, run: String, moment: String) -> JSONValue {
    [
      "schema": .string(Self.schema), "study": .string(study), "run": .string(run),
      "at": .string(moment),
      "raised": .integer(alerts.count { $0.state == .raised }),
      "alerts": .array(alerts.map(\.json)),
    ]
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
