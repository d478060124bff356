/// A command that is run after a run of a study, with the outcome on its standard input.
///
///     hooks:
///       - {run: [mail-report, office], on: [report, alert]}
///       - {shell: "jq .status >> status.log", timeout: 10 seconds}
public struct Hook: Hashable, Sendable {
  /// What is run.
  public enum Command: Hashable, Sendable {
    /// A program with its arguments; no shell reads them.
    case program([String])
    /// A line for the shell, because the study asks for one.
    case shell(String)
  }

  /// After what it is run.
  public enum Event: String, Hashable, Sendable, CaseIterable {
    /// A new report is in place.
    case report
    /// A run found nothing new.
    case unchanged
    /// An alert was raised.
    case alert
    /// There is no new report, because the run failed.
    case failure
  }

  /// What is run.
  public let command: Command
  /// After what.
  public let events: Set<Event>
  /// Seconds after which it is stopped.
  public let timeLimit: Int
  /// Where the study file says so.
  public let location: SourceLocation

  /// A command to run.
  public init(command: Command, events: Set<Event>, timeLimit: Int, location: SourceLocation) {
    self.command = command
    self.events = events
    self.timeLimit = timeLimit
    self.location = location
  }

  /// A hook that names no events: all but `unchanged`.
  public static let usualEvents: Set<Event> = [.report, .alert, .failure]
  /// A hook that names no limit: half a minute.
  public static let usualTimeLimit = 30
}
