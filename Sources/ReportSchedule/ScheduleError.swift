/// Why a schedule can't be followed.
package enum ScheduleError: Error, Hashable, Sendable {
  /// No time zone has this name; `nearest` is like one that exists.
  case unknownZone(String, nearest: String?)
  /// The system has no list of time zones.
  case noZones
  /// A path that no unit file and no line of a crontab can hold.
  case unwritablePath
  /// A crontab in which a part of ours begins and does not end; `marker` is its first line.
  case openBlock(marker: String)
}

extension ScheduleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownZone(let name, let nearest):
      "there is no time zone `\(name)`; "
        + (nearest.map { "did you mean `\($0)`?" }
          ?? "write a name such as `Europe/Berlin`, or none for the machine's own")
    case .noZones:
      "the system knows no time zones; install its package `tzdata`, or write no zone for UTC"
    case .unwritablePath:
      "a path with a line break or another control character can't be scheduled; rename the folder or file"
    case .openBlock(let marker):
      "the crontab has the line `\(marker)` and not the one that ends this part; remove the part by hand with `crontab -e`"
    }
  }
}
