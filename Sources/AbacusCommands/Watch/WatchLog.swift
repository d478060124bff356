import Logging
import SurveyModel

/// What a watch says of itself, each state once.
struct WatchLog {
  /// Where it goes.
  let logger: Logger
  private var missing: Set<String> = []
  private var told: Set<String> = []
  private var counts: [Int] = []

  /// A log that is written as one of a run, without a run's name.
  init(format: LogFormat) {
    logger = Logger(label: "abacus") { _ in RunLogHandler(format: format) }
  }

  /// Says what is watched, where that has changed.
  mutating func watching(studies: Int, folders: Int, by source: ChangeSource) {
    guard counts != [studies, folders] else { return }
    counts = [studies, folders]
    logger.info(
      "watching",
      metadata: ["studies": "\(studies)", "folders": "\(folders)", "by": "\(source.name)"])
  }

  /// Says what is not there, and what is there again.
  ///
  /// - Parameter lost: what was there before; studies that need it wait.
  mutating func missing(_ now: Set<String>, lost: Set<String>) {
    let search = "it is looked for every \(WatchLoop.retrySeconds) seconds"
    for path in now.subtracting(missing).sorted() {
      let words = lost.contains(path) ? "gone; studies that need it wait, and" : "not there;"
      logger.error("\(words) \(search)", metadata: ["path": "\(path)"])
    }
    for path in missing.subtracting(now).sorted() {
      logger.info("there again", metadata: ["path": "\(path)"])
    }
    missing = now
  }

  /// Says what could not be looked at; what was said last time is not said again.
  mutating func problems(_ texts: [String]) {
    for text in texts where !told.contains(text) { logger.error("\(text)") }
    told = Set(texts)
  }

  /// Says that files have changed.
  func changed(_ paths: [String]) {
    for path in paths { logger.info("changed", metadata: ["path": "\(path)"]) }
  }

  /// Says that files are still being written.
  func late(_ paths: [String]) {
    for path in paths {
      logger.warning(
        "still being written, so its studies wait", metadata: ["path": "\(path)"])
    }
  }
}
