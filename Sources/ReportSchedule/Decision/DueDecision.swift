/// A run that a schedule started, as the record of runs holds it.
package struct ScheduledAttempt: Hashable, Sendable {
  /// When it began.
  package let start: Moment
  /// When it ended; nil where nothing says so, as after a power cut.
  package let end: Moment?
  /// True where it made what it was to make.
  package let succeeded: Bool

  /// An attempt.
  package init(start: Moment, end: Moment?, succeeded: Bool) {
    self.start = start
    self.end = end
    self.succeeded = succeeded
  }
}

/// Whether a schedule is due now, and why.
///
/// A run covers every slot up to its start. Slots that passed without a run, while the machine was
/// off or asleep, give one run together, and their number is said.
package struct DueDecision: Hashable, Sendable {
  /// What to do now.
  package enum Verdict: Hashable, Sendable {
    /// Nothing; ask again at `next`, which is nil for a schedule without a slot to come.
    case notDue(next: Moment?)
    /// A run for `slot`; `missedSlots` before it passed without one and are not made up for.
    case due(slot: Moment, missedSlots: Int)
    /// The run for `slot` failed and is tried once more; the first attempt is number 1.
    case dueAgain(slot: Moment, attempt: Int)
    /// A run where the exports are not those of the last one; only the files can tell.
    case dueIfDataAreNew
  }

  /// What is odd about the clock that wrote the record of runs.
  package enum ClockFault: Hashable, Sendable {
    /// The last run begins up to a day from now: the clock was set back, and nothing runs until it
    /// has passed that moment.
    case wentBack(lastStart: Moment)
    /// The last run begins later still: the clock was wrong then, and the record does not count.
    case wasAhead(lastStart: Moment)
  }

  /// What to do now.
  package let verdict: Verdict
  /// What is odd about the clock; nil as a rule.
  package let clockFault: ClockFault?

  /// How far back a slot may lie that is due without any run on record: a day, so that a scheduler
  /// that asks daily finds it, and a new study does not report for a time long past.
  package static let firstRunSeconds = 86_400
}

extension DueDecision {
  /// Decides about one schedule.
  ///
  ///     let decision = DueDecision(
  ///       of: try ScheduleClock(options.schedule), attempts: attempts,
  ///       retry: RetryPolicy(options),
  ///       delaySeconds: StartDelay.seconds(for: path, within: options.jitterSeconds), now: now)
  ///     if case .due(let slot, let missed) = decision.verdict { … }
  ///
  /// - Parameters:
  ///   - attempts: runs that the schedule started, in the order in which they were recorded. The
  ///     last success and what came after it suffice.
  ///   - delaySeconds: by how much starts are put off; 0 where a timer has waited already.
  package init(
    of clock: ScheduleClock, attempts: [ScheduledAttempt], retry: RetryPolicy,
    delaySeconds: Int = 0, now: Moment
  ) {
    let last = attempts.last
    let ahead = last.map { $0.start.seconds(since: now) } ?? 0
    if let last, ahead > 0, ahead <= Self.firstRunSeconds {
      let next = clock.next(after: last.start).map { $0 + delaySeconds }
      verdict = .notDue(next: next ?? last.start)
      clockFault = .wentBack(lastStart: last.start)
      return
    }
    clockFault = ahead > 0 ? last.map { .wasAhead(lastStart: $0.start) } : nil
    let counted = ahead > 0 ? [] : attempts
    if clock.rule == nil {
      verdict = Self.ofData(counted, retry, now)
      return
    }
    let slots = Slots(clock: clock, delay: delaySeconds, now: now)
    verdict =
      slots.due(after: counted.last?.start)
      ?? slots.retry(counted, retry) ?? .notDue(next: slots.next)
  }

  /// A schedule that follows the data has no slots, only attempts that failed.
  private static func ofData(
    _ attempts: [ScheduledAttempt], _ policy: RetryPolicy, _ now: Moment
  ) -> Verdict {
    let failed = attempts.reversed().prefix { !$0.succeeded }
    guard let last = failed.first,
      let again = policy.nextAttempt(
        afterFailures: failed.count, lastAt: last.end ?? last.start, before: nil)
    else { return .dueIfDataAreNew }
    if again > now { return .notDue(next: again) }
    return .dueAgain(slot: failed.last?.start ?? last.start, attempt: failed.count + 1)
  }
}

/// The slots around a moment, as they are due with a delay.
private struct Slots {
  let clock: ScheduleClock
  let delay: Int
  let now: Moment

  /// When the next start is.
  var next: Moment? { clock.next(after: now - delay).map { $0 + delay } }

  /// A run for the latest slot, where no run has covered it.
  func due(after lastStart: Moment?) -> DueDecision.Verdict? {
    guard let slot = clock.latest(atOrBefore: now - delay) else { return nil }
    guard let lastStart else {
      let age = now.seconds(since: slot + delay)
      return age < DueDecision.firstRunSeconds ? .due(slot: slot, missedSlots: 0) : nil
    }
    guard slot > lastStart else { return nil }
    return .due(slot: slot, missedSlots: clock.count(after: lastStart, through: slot) - 1)
  }

  /// Another attempt for the slot of the last run, or the wait for it.
  func retry(_ attempts: [ScheduledAttempt], _ policy: RetryPolicy) -> DueDecision.Verdict? {
    guard let last = attempts.last, !last.succeeded,
      let slot = clock.latest(atOrBefore: last.start)
    else { return nil }
    let failures = attempts.reversed().prefix { !$0.succeeded && $0.start >= slot }.count
    guard
      let again = policy.nextAttempt(
        afterFailures: failures, lastAt: last.end ?? last.start, before: next)
    else { return nil }
    return again > now ? .notDue(next: again) : .dueAgain(slot: slot, attempt: failures + 1)
  }
}
