import ReportSchedule
import Testing

@Suite struct RetryPolicyTests {
  private let policy = RetryPolicy(retries: 3, backoffSeconds: 300)
  private let failure = Moment(secondsSince1970: 1000)

  @Test(arguments: [(1, 300), (2, 600), (3, 1200)]) func waitsDouble(failures: Int, wait: Int) {
    #expect(
      policy.nextAttempt(afterFailures: failures, lastAt: failure, before: nil) == failure + wait)
  }

  @Test(arguments: [0, 4, 100]) func thereIsNoOther(failures: Int) {
    #expect(policy.nextAttempt(afterFailures: failures, lastAt: failure, before: nil) == nil)
  }

  @Test func theNextSlotComesFirst() {
    let attempt = { policy.nextAttempt(afterFailures: 1, lastAt: failure, before: failure + $0) }
    #expect(attempt(300) == nil)
    #expect(attempt(301) == failure + 300)
  }

  @Test func theLongestTimeHoldsEveryAttemptAndWait() {
    // Four attempts of 60 s; waits of 300, 600 and 1200 s.
    #expect(policy.longestSeconds(timeoutSeconds: 60) == 2340)
    #expect(policy.longestSeconds(timeoutSeconds: nil) == nil)
  }
}
