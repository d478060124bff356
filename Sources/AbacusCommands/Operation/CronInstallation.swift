import Glibc
import ReportSchedule
import SurveyModel

/// What is to change in a user's crontab.
struct CronInstallation {
  /// The crontab as it is.
  let old: Crontab
  /// The crontab as it is to be.
  let new: Crontab
  /// True where nothing on this machine has crontabs.
  let lacksCron: Bool

  /// Adds a part for each target to the crontab, or takes it out.
  ///
  /// - Parameters:
  ///   - targets: absolute paths of studies and folders.
  ///   - program: the absolute path of abacus; nil to remove.
  ///   - roots: absolute paths of folders in which files of studies may lie, beside their own.
  ///   - options: what the line says besides.
  ///   - isTrial: true where nothing is to be written, so that cron need not be there.
  /// - Throws: `CommandFailure` where the crontab can't be read, or not be understood.
  init(
    targets: [String], program: String?, roots: [String] = [], options: [String], isTrial: Bool
  ) throws {
    lacksCron = isTrial && !Self.isInstalled
    old = lacksCron ? Crontab("") : try Self.read()
    do {
      var crontab = old
      for target in targets {
        crontab =
          if let program {
            try crontab.adding(
              target: target, program: program, roots: roots, options: options)
          } else {
            try crontab.removing(target: target)
          }
      }
      new = crontab
    } catch {
      throw CommandFailure(Finding(.wrongValue, error.description))
    }
  }

  /// True where nothing is to change.
  var isEmpty: Bool { old == new }

  /// What is to change, for somebody who decides about it.
  var plan: [String] {
    let note = lacksCron ? ["`crontab` is not on this machine; install cron before you write"] : []
    if isEmpty { return note + ["keep the crontab as it is"] }
    if new.text.isEmpty { return ["empty the crontab"] }
    return note + ["write this crontab"] + Indented.lines(new.text)
  }

  /// Hands the new crontab to `crontab`.
  func apply() throws {
    let run = try Self.run(["crontab", "-"], input: new.text)
    guard run.succeeded else { throw Self.failure("the crontab could not be written", run.errors) }
  }

  /// True where the search path has `crontab`.
  static var isInstalled: Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/crontab", X_OK) == 0 }
  }

  private static func read() throws -> Crontab {
    let run = try run(["crontab", "-l"])
    if run.succeeded { return Crontab(run.output) }
    guard run.errors.contains("no crontab for") else {
      throw failure("the crontab could not be read", run.errors)
    }
    return Crontab("")
  }

  private static func run(_ words: [String], input: String = "") throws -> ProgramRun {
    do {
      return try ProgramRun(words, input: input)
    } catch {
      throw failure("`crontab` could not be started", error.reason)
    }
  }

  private static func failure(_ what: String, _ reason: String) -> CommandFailure {
    let reason = reason.split(separator: "\n").joined(separator: " ")
    return CommandFailure(
      Finding(
        .schedulerUnreachable,
        "\(what) (\(reason)); install cron, or let another scheduler call `abacus schedule run-due` every few minutes"
      ))
  }
}
