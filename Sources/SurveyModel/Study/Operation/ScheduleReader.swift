/// Reads `schedule` of a study: a text, or keys with values.
struct ScheduleReader {
  /// Where mistakes go.
  let findings: FindingCollector

  private static let day = 86_400

  /// The schedule, or nil where there is none or a mistake leaves none.
  func read(_ top: ConfigSection) -> ScheduleOptions? {
    guard let node = top.node("schedule") else { return nil }
    switch node.content {
    case .scalar(let text):
      return schedule(text, at: node.location).map {
        ScheduleOptions(schedule: $0, location: node.location)
      }
    case .mapping: return readKeys(node)
    default:
      top.report(
        .wrongType, "schedule",
        "`schedule` of the study is \(node.kind); write it as `weekly on monday 07:00`")
      return nil
    }
  }

  private func readKeys(_ node: ConfigNode) -> ScheduleOptions? {
    guard
      let section = ConfigSection(
        node, named: "`schedule`", keys: ["when", "jitter", "timeout", "retries", "backoff"],
        required: ["when"], findings: findings)
    else { return nil }
    let when = section.string("when").flatMap { schedule($0, at: section.node("when")?.location) }
    let jitter = section.duration("jitter", within: 0...Self.day)
    let timeout = section.duration("timeout", within: 1...7 * Self.day)
    let backoff = section.duration("backoff", within: 1...Self.day)
    let retries = section.integer("retries") ?? 0
    if !(0...10).contains(retries) {
      section.report(
        .wrongValue, "retries", "`retries` is \(retries); write a number from 0 to 10")
    }
    return when.map {
      ScheduleOptions(
        schedule: $0, jitterSeconds: jitter ?? 0, timeoutSeconds: timeout, retries: retries,
        backoffSeconds: backoff ?? ScheduleOptions.usualBackoffSeconds,
        location: section.node("when")?.location ?? node.location)
    }
  }

  private func schedule(_ text: String, at location: SourceLocation?) -> Schedule? {
    do {
      return try Schedule(text)
    } catch {
      if let location {
        findings.add(Finding(.wrongValue, at: location, error.description))
      }
      return nil
    }
  }
}
