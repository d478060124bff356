import ArgumentParser

/// How the reports of many studies are made.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Put reports and histories below this folder instead of beside the studies.",
      valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp("How many studies at once; as many as processors if absent.", valueName: "n")
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Seconds that one study may take; no limit if absent.", valueName: "n"))
  var timeout: Int?

  @Flag(help: "Run no programs that studies name under `hooks`.")
  var noHooks = false

  @Option(
    help: ArgumentHelp(
      "How the log on standard error is written: text or json.", valueName: "format"))
  var log: LogFormat?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); write a number from 1") }
    if let timeout, timeout < 1 {
      throw ValidationError("--timeout is \(timeout); write a number of seconds from 1")
    }
  }
}

extension LogFormat: ExpressibleByArgument {}
