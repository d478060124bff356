import ReportDocument

/// One line of a study's ledger: that a run began, or how it ended.
struct LedgerEntry: Hashable {
  /// What the line tells.
  enum Event: String, Hashable {
    /// A run began. Exactly one of the others follows, of the same run.
    case started
    /// Its report is in place.
    case finished
    /// It has no report; the one before it is in place.
    case failed
    /// It was cut short; the report before it is in place. The next run writes this.
    case interrupted
    /// Nothing had changed since the report was made. Stands alone.
    case unchanged
  }

  /// Why a run began.
  enum Trigger: String, Hashable, Codable {
    /// Somebody started it.
    case manual
    /// Its time had come.
    case schedule
    /// New data had arrived.
    case data
  }

  /// What the line tells.
  let event: Event
  /// The run.
  let run: String
  /// When it happened: ISO 8601 in UTC.
  let at: String
  /// Why the run began.
  let trigger: Trigger
  /// The moment that a scheduled run was for; nil for others.
  var slot: String?
  /// Version of the engine.
  let engine: String
  /// The exit status of the run; nil while it goes on.
  var status: Int32?
  /// How many responses were analysed; nil without a report.
  var responses: Int?
  /// How many responses were not behind the report before it.
  var added: Int?
  /// When responses were last added: ISO 8601 in UTC.
  var addedAt: String?
  /// A digest of the files that a failed run read, so that it is not tried again for ever.
  var inputs: String?
  /// How many findings there were, by code.
  var findings: [String: Int] = [:]
}

extension LedgerEntry {
  /// The entry as it is written, one line.
  var line: String {
    var members: [(String, JSONValue)] = [
      ("event", .string(event.rawValue)), ("run", .string(run)), ("at", .string(at)),
      ("trigger", .string(trigger.rawValue)), ("engine", .string(engine)),
    ]
    if let slot { members.append(("slot", .string(slot))) }
    if let status { members.append(("status", .integer(Int(status)))) }
    if let responses { members.append(("responses", .integer(responses))) }
    if let added { members.append(("added", .integer(added))) }
    if let addedAt { members.append(("added_at", .string(addedAt))) }
    if let inputs { members.append(("inputs", .string(inputs))) }
    if !findings.isEmpty {
      members.append(("findings", .object(JSONObject(findings.map { ($0, .integer($1)) }))))
    }
    return JSONValue.object(JSONObject(members)).line
  }

  /// Reads one line; nil for anything else.
  init?(parsing line: some StringProtocol) {
    guard let json = try? JSONValue(parsing: String(line)),
      let event = json["event"]?.textValue.flatMap(Event.init),
      let run = json["run"]?.textValue, RunID.isName(run), let at = json["at"]?.textValue,
      let trigger = json["trigger"]?.textValue.flatMap(Trigger.init),
      let engine = json["engine"]?.textValue
    else { return nil }
    self.init(
      event: event, run: run, at: at, trigger: trigger, slot: json["slot"]?.textValue,
      engine: engine, status: json["status"]?.integerValue.flatMap(Int32.init(exactly:)),
      responses: json["responses"]?.integerValue, added: json["added"]?.integerValue,
      addedAt: json["added_at"]?.textValue, inputs: json["inputs"]?.textValue,
      findings: json["findings"]?.dictionary(\.integerValue) ?? [:])
  }
}
