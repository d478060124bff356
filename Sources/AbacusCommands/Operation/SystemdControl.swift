import Glibc
import SurveyModel

/// Tells the user's systemd about its units.
final class SystemdControl {
  /// True where somebody else tells it.
  private let isSilent: Bool
  private var untold: [[String]] = []
  private var reason: String?

  /// - Parameter isSilent: true to call nothing and to print the calls.
  init(isSilent: Bool) { self.isSilent = isSilent }

  /// Calls `systemctl`. Where that fails, later calls are left out, too, and `finish` says so.
  func call(_ calls: [[String]]) throws {
    for words in calls {
      guard !isSilent, reason == nil else {
        untold.append(words)
        continue
      }
      if let failure = Self.failure(of: words) {
        reason = failure
        untold.append(words)
      }
    }
  }

  /// Says what is left to do.
  ///
  /// - Throws: `CommandFailure` where systemd could not be told.
  func finish() throws {
    let calls = untold.map { $0.joined(separator: " ") }.joined(separator: " && ")
    if let reason {
      throw CommandFailure(
        Finding(
          .schedulerUnreachable,
          "the units are in place, but systemd could not be told (\(reason)); log in as this user, not by su, and call `\(calls)`"
        ))
    }
    if !untold.isEmpty { try Streams.line("To start them: \(calls)") }
  }

  /// Says that a user's timers end with the session, where they do.
  static func adviseLinger() throws {
    guard let user = getpwuid(getuid())?.pointee.pw_name else { return }
    let name = String(cString: user)
    if access("/var/lib/systemd/linger/\(name)", F_OK) == 0 { return }
    try Streams.line(
      "Timers of a user rest while the user is logged out; `loginctl enable-linger` keeps them awake."
    )
  }

  private static func failure(of words: [String]) -> String? {
    do {
      let run = try ProgramRun(words)
      if run.succeeded { return nil }
      let lines = run.errors.split(separator: "\n")
      return lines.first.map(String.init) ?? "status \(run.status)"
    } catch {
      return error.reason
    }
  }
}
