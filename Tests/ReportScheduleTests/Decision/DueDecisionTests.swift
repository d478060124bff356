import ReportSchedule
import Testing

@Suite struct DueDecisionTests {
  /// Decides about Mondays at 07:00 UTC. 5 January 2026 is one.
  private func decide(
    _ attempts: [ScheduledAttempt] = [], at now: String, delay: Int = 0, retries: Int = 0,
    schedule: String = "weekly on monday 07:00"
  ) throws -> DueDecision {
    DueDecision(
      of: try clock(schedule), attempts: attempts,
      retry: RetryPolicy(retries: retries, backoffSeconds: 300), delaySeconds: delay,
      now: try moment(now))
  }

  private func run(
    _ start: String, seconds: Int? = 60, succeeded: Bool = true
  ) throws -> ScheduledAttempt {
    let start = try moment(start)
    return ScheduledAttempt(start: start, end: seconds.map { start + $0 }, succeeded: succeeded)
  }

  @Test func aSlotThatNoRunCoversIsDue() throws {
    let last = try run("2026-01-05T07:00:10Z")
    #expect(
      try decide([last], at: "2026-01-12T06:59:59Z").verdict
        == .notDue(next: moment("2026-01-12T07:00:00Z")))
    #expect(
      try decide([last], at: "2026-01-12T07:00:00Z").verdict
        == .due(slot: moment("2026-01-12T07:00:00Z"), missedSlots: 0))
  }

  @Test func aSlotIsRunOnce() throws {
    let last = try run("2026-01-12T07:00:00Z")
    #expect(
      try decide([last], at: "2026-01-12T07:00:00Z").verdict
        == .notDue(next: moment("2026-01-19T07:00:00Z")))
  }

  @Test func missedSlotsGiveOneRun() throws {
    let last = try run("2026-01-05T07:00:10Z")
    // 12, 19 and 26 January passed; the run is for 2 February.
    #expect(
      try decide([last], at: "2026-02-04T11:00:00Z").verdict
        == .due(slot: moment("2026-02-02T07:00:00Z"), missedSlots: 3))
    let late = try run("2026-02-04T11:00:00Z")
    #expect(
      try decide([last, late], at: "2026-02-04T11:05:00Z").verdict
        == .notDue(next: moment("2026-02-09T07:00:00Z")))
  }

  @Test func theFirstRunIsForASlotOfTheLastDay() throws {
    #expect(
      try decide(at: "2026-01-06T06:59:59Z").verdict
        == .due(slot: moment("2026-01-05T07:00:00Z"), missedSlots: 0))
    #expect(
      try decide(at: "2026-01-06T07:00:00Z").verdict
        == .notDue(next: moment("2026-01-12T07:00:00Z")))
  }

  @Test func aDelayPutsTheStartOff() throws {
    let last = try run("2026-01-05T07:07:00Z")
    let at = { try decide([last], at: $0, delay: 420).verdict }
    #expect(try at("2026-01-12T07:06:59Z") == .notDue(next: moment("2026-01-12T07:07:00Z")))
    #expect(
      try at("2026-01-12T07:07:00Z") == .due(slot: moment("2026-01-12T07:00:00Z"), missedSlots: 0))
  }

  /// A delay that is longer than the time between two slots must not put off the run for ever.
  @Test func aLongDelayStarvesNoSchedule() throws {
    let last = try run("2026-01-05T07:00:00Z")
    #expect(
      try decide([last], at: "2026-01-05T07:22:00Z", delay: 420, schedule: "*/5 * * * *").verdict
        == .due(slot: moment("2026-01-05T07:15:00Z"), missedSlots: 2))
  }

  @Test func aClockThatWasSetBackWaits() throws {
    let last = try run("2026-01-12T07:00:10Z")
    let decision = try decide([last], at: "2026-01-12T06:58:00Z")
    #expect(decision.verdict == .notDue(next: try moment("2026-01-19T07:00:00Z")))
    #expect(decision.clockFault == .wentBack(lastStart: last.start))
  }

  @Test func aClockThatWasFarAheadDoesNotStopTheSchedule() throws {
    let last = try run("2035-01-01T07:00:10Z")
    let decision = try decide([last], at: "2026-01-12T07:00:00Z")
    #expect(decision.verdict == .due(slot: try moment("2026-01-12T07:00:00Z"), missedSlots: 0))
    #expect(decision.clockFault == .wasAhead(lastStart: last.start))
    let after = try decide([last, run("2026-01-12T07:00:00Z")], at: "2026-01-12T07:05:00Z")
    #expect(after.verdict == .notDue(next: try moment("2026-01-19T07:00:00Z")))
    #expect(after.clockFault == nil)
  }

  @Test func aFailureIsTriedAgain() throws {
    var attempts = [try run("2026-01-12T07:00:00Z", seconds: 60, succeeded: false)]
    // 300 s after the failure at 07:01:00, then 600 s after the next one at 07:07:00.
    #expect(
      try decide(attempts, at: "2026-01-12T07:05:00Z", retries: 2).verdict
        == .notDue(next: moment("2026-01-12T07:06:00Z")))
    #expect(
      try decide(attempts, at: "2026-01-12T07:06:00Z", retries: 2).verdict
        == .dueAgain(slot: moment("2026-01-12T07:00:00Z"), attempt: 2))
    attempts.append(try run("2026-01-12T07:06:00Z", seconds: 60, succeeded: false))
    #expect(
      try decide(attempts, at: "2026-01-12T07:10:00Z", retries: 2).verdict
        == .notDue(next: moment("2026-01-12T07:17:00Z")))
    attempts.append(try run("2026-01-12T07:17:00Z", seconds: 60, succeeded: false))
    #expect(
      try decide(attempts, at: "2026-01-12T12:00:00Z", retries: 2).verdict
        == .notDue(next: moment("2026-01-19T07:00:00Z")))
  }

  @Test func failuresOfAnEarlierSlotDoNotCount() throws {
    let attempts = [
      try run("2026-01-05T07:00:00Z", succeeded: false),
      try run("2026-01-12T07:00:00Z", succeeded: false),
    ]
    #expect(
      try decide(attempts, at: "2026-01-12T07:06:00Z", retries: 1).verdict
        == .dueAgain(slot: moment("2026-01-12T07:00:00Z"), attempt: 2))
  }

  @Test func anAttemptWithoutAnEndFailedAtItsStart() throws {
    let attempts = [try run("2026-01-12T07:00:00Z", seconds: nil, succeeded: false)]
    #expect(
      try decide(attempts, at: "2026-01-12T07:05:00Z", retries: 1).verdict
        == .dueAgain(slot: moment("2026-01-12T07:00:00Z"), attempt: 2))
  }

  @Test func theNextSlotSupersedesARetry() throws {
    let attempts = [try run("2026-01-12T07:00:00Z", seconds: 0, succeeded: false)]
    #expect(
      try decide(attempts, at: "2026-01-12T07:01:00Z", retries: 3, schedule: "*/5 * * * *").verdict
        == .notDue(next: moment("2026-01-12T07:05:00Z")))
    #expect(
      try decide(attempts, at: "2026-01-12T07:05:00Z", retries: 3, schedule: "*/5 * * * *").verdict
        == .due(slot: moment("2026-01-12T07:05:00Z"), missedSlots: 0))
  }

  @Test func newDataAreForTheFilesToTell() throws {
    let words = "when new data arrives"
    #expect(try decide(at: "2026-01-12T07:00:00Z", schedule: words).verdict == .dueIfDataAreNew)
    let failed = [try run("2026-01-12T07:00:00Z", seconds: 60, succeeded: false)]
    let at = { try decide(failed, at: $0, retries: 1, schedule: words).verdict }
    #expect(try at("2026-01-12T07:02:00Z") == .notDue(next: moment("2026-01-12T07:06:00Z")))
    #expect(
      try at("2026-01-12T07:06:00Z")
        == .dueAgain(slot: moment("2026-01-12T07:00:00Z"), attempt: 2))
  }
}
