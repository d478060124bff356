import FoundationEssentials
import ReportDocument

/// One line of a study's ledger: that a run began, or how it ended.
struct LedgerEntry: Hashable {
  /// What the line tells.
  enum Event: String, Hashable, Codable {
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
    guard
      let entry = try? JSONDecoder().decode(LedgerEntry.self, from: Data(line.utf8))
    else { return nil }
    self = entry
  }
}

extension LedgerEntry: Decodable {
  private enum CodingKeys: String, CodingKey {
    case event, run, at, trigger, slot, engine, status, responses, added, inputs, findings
    case addedAt = "added_at"
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    event = try keys.decode(Event.self, forKey: .event)
    run = try keys.decode(String.self, forKey: .run)
    at = try keys.decode(String.self, forKey: .at)
    trigger = try keys.decode(Trigger.self, forKey: .trigger)
    slot = try keys.decodeIfPresent(String.self, forKey: .slot)
    engine = try keys.decode(String.self, forKey: .engine)
    status = try keys.decodeIfPresent(Int32.self, forKey: .status)
    responses = try keys.decodeIfPresent(Int.self, forKey: .responses)
    added = try keys.decodeIfPresent(Int.self, forKey: .added)
    addedAt = try keys.decodeIfPresent(String.self, forKey: .addedAt)
    inputs = try keys.decodeIfPresent(String.self, forKey: .inputs)
    findings = try keys.decodeIfPresent([String: Int].self, forKey: .findings) ?? [:]
  }
}
