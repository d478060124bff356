/// How the report of a study is made without somebody who asks for it.
public struct OperationOptions: Hashable, Sendable {
  /// When the report is due; nil where somebody asks for it.
  public let schedule: ScheduleOptions?
  /// What to be told of.
  public let alerts: [Alert]
  /// What is run after a run.
  public let hooks: [Hook]

  /// Options of a study that is reported by itself.
  public init(schedule: ScheduleOptions? = nil, alerts: [Alert] = [], hooks: [Hook] = []) {
    self.schedule = schedule
    self.alerts = alerts
    self.hooks = hooks
  }

  /// Nothing happens unless somebody asks for it.
  public static let `default` = OperationOptions()
}

/// When a report is due, and what becomes of a run that is late, slow or failed.
public struct ScheduleOptions: Hashable, Sendable {
  /// When it is due.
  public let schedule: Schedule
  /// The longest time by which a start is put off, in seconds, so that many studies with the same
  /// time do not start at once; 0 for none.
  public let jitterSeconds: Int
  /// After how many seconds a run is stopped; nil for never.
  public let timeoutSeconds: Int?
  /// How often a failed run is tried again.
  public let retries: Int
  /// Seconds between a failure and the first new attempt; each further wait is twice as long.
  public let backoffSeconds: Int
  /// Where the study file says so.
  public let location: SourceLocation

  /// When a report is due.
  public init(
    schedule: Schedule, jitterSeconds: Int = 0, timeoutSeconds: Int? = nil, retries: Int = 0,
    backoffSeconds: Int = ScheduleOptions.usualBackoffSeconds, location: SourceLocation
  ) {
    self.schedule = schedule
    self.jitterSeconds = jitterSeconds
    self.timeoutSeconds = timeoutSeconds
    self.retries = retries
    self.backoffSeconds = backoffSeconds
    self.location = location
  }

  /// The backoff of a study that names none: five minutes.
  public static let usualBackoffSeconds = 300
}
