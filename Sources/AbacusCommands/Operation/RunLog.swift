import Glibc
import Logging
import ReportDocument

/// How the lines of a log are written.
enum LogFormat: String, CaseIterable {
  /// Moment, level, message, then the rest as `key=value`.
  case text
  /// One object a line.
  case json
}

/// Writes log lines to standard error, each with the moment and the run's name.
///
/// Messages and values name studies, files and findings, and never anything of a respondent.
struct RunLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  let format: LogFormat
  private let moment: @Sendable () -> String
  private let write: @Sendable (String) -> Void

  /// A handler for one run.
  init(
    format: LogFormat, moment: @escaping @Sendable () -> String = { Today.moment(option: nil) },
    write: @escaping @Sendable (String) -> Void = { Streams.error($0) }
  ) {
    self.format = format
    self.moment = moment
    self.write = write
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    switch format {
    case .text:
      let rest = values.map { " \($0.key)=\($0.value)" }.joined()
      write("\(moment()) \(event.level): \(event.message)\(rest)")
    case .json:
      let pairs = values.map { ($0.key, JSONValue.string("\($0.value)")) }
      let all =
        pairs + [
          ("time", .string(moment())), ("level", .string("\(event.level)")),
          ("message", .string("\(event.message)")),
        ]
      write(String(JSONValue.object(JSONObject(all)).line.dropLast()))
    }
  }
}

extension Logger {
  /// The log of a run.
  static func ofRun(_ run: String, format: LogFormat) -> Logger {
    var logger = Logger(label: "abacus") { _ in RunLogHandler(format: format) }
    logger[metadataKey: "run"] = .string(run)
    return logger
  }
}
