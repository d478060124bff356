import Dispatch

/// What is done where a question goes on after its time, because a function that nothing stops in
/// between is at work.
package struct QueryWatchdog: Sendable {
  /// Seconds that a question is left after its time, to be stopped in the usual way.
  package static let grace = 5.0
  private let queue = DispatchQueue(label: "abacus.watchdog", qos: .userInitiated)
  private let action: @Sendable () -> Void

  /// - Parameter action: is called in another thread.
  package init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  /// Does some work; the action is called where that takes longer than it may.
  func watching<Result>(
    _ limits: QueryLimits, grace: Double = grace, _ work: () throws -> Result
  ) rethrows -> Result {
    let alarm = DispatchWorkItem(block: action)
    queue.asyncAfter(deadline: .now() + limits.seconds + grace, execute: alarm)
    defer { alarm.cancel() }
    return try work()
  }
}
