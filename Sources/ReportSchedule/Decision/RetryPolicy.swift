package import SurveyModel

/// When a run that failed is tried again.
package struct RetryPolicy: Hashable, Sendable {
  /// How many new attempts a slot has at most.
  package let retries: Int
  /// Seconds from the first failure to the next attempt; each further wait is twice as long.
  package let backoffSeconds: Int

  /// A policy.
  package init(retries: Int, backoffSeconds: Int) {
    self.retries = retries
    self.backoffSeconds = backoffSeconds
  }

  /// What a study asks for.
  package init(_ options: ScheduleOptions) {
    self.init(retries: options.retries, backoffSeconds: options.backoffSeconds)
  }

  /// The wait after a number of failures in a row, k: backoff · 2^(k − 1) seconds.
  func wait(afterFailures failures: Int) -> Int {
    backoffSeconds << min(max(failures, 1) - 1, 20)
  }

  /// When the next attempt may start; nil where all are used up, or the next slot comes before it.
  ///
  /// - Parameters:
  ///   - failures: how many attempts for this slot have failed.
  ///   - failure: when the last of them ended.
  ///   - nextSlot: when the schedule is due next.
  package func nextAttempt(
    afterFailures failures: Int, lastAt failure: Moment, before nextSlot: Moment?
  ) -> Moment? {
    guard failures > 0, failures <= retries else { return nil }
    let attempt = failure + wait(afterFailures: failures)
    if let nextSlot, nextSlot <= attempt { return nil }
    return attempt
  }

  /// The longest time that a slot takes from its start to the end of its last attempt, in seconds;
  /// nil where an attempt has no limit.
  package func longestSeconds(timeoutSeconds: Int?) -> Int? {
    guard let timeoutSeconds else { return nil }
    let waits = (0..<retries).reduce(0) { $0 + wait(afterFailures: $1 + 1) }
    return timeoutSeconds * (retries + 1) + waits
  }
}
