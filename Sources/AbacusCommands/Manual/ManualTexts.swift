/// What the manual page says that no help of a command does.
enum ManualTexts {
  /// Sections, each with its entries: a term and what it means.
  static let sections = [
    ("EXIT STATUS", status), ("FILES", files), ("ENVIRONMENT", environment),
  ]

  private static let status = [
    ("0", "Done; there were notes and warnings at most."),
    (
      "1",
      "Done, but something was kept out of the numbers that it would spoil; the report names it."
    ),
    (
      "2",
      "Done, and somebody should look: a report is not what its manifest says, or two reports differ."
    ),
    ("64", "The command was not understood."),
    ("65", "The data or the codebook can't be used, or a file that you wrote holds a mistake."),
    ("66", "An input does not exist or can't be read."),
    ("70", "abacus itself failed, or the system ended it."),
    ("73", "The output can't be written, or systemd or cron can't be told."),
    (
      "75",
      "Not now; the same may work later: another process runs the study, it took too long, or an export changed while it was read."
    ),
  ]

  private static let files = [
    ("study.yaml", "A study: its title, its codebook, its exports."),
    ("codebook.yaml", "A questionnaire: its items, their options, what is scored together."),
    ("queries/*.sql", "Questions beside a study that its report answers."),
    (
      "report/",
      "The report of `abacus run` and `abacus watch`; for another NAME.yaml, `NAME-report`."
    ),
    (
      "study.history/",
      "The ledger of runs and copies of earlier reports, for the owner alone. It can be thrown away."
    ),
    (
      "study.query-log",
      "Of which groups something was shown, so that no two answers tell on a few persons."
    ),
    ("~/.config/systemd/user/abacus-*", "Units that `abacus schedule install` wrote."),
    ("~/.local/state/abacus/history", "What was typed at `abacus shell`."),
  ]

  private static let environment = [
    ("ABACUS_HISTORY", "The file for what is typed at `abacus shell`; empty for none."),
    ("NO_COLOR", "Where set and not empty, nothing is coloured or bold."),
    (
      "SOURCE_DATE_EPOCH",
      "Seconds since 1970 to take for the present moment, so that the same input gives the same bytes."
    ),
    ("TERM", "With `dumb`, nothing is coloured or bold."),
    ("TZ", "The time zone of schedules that name none."),
    ("XDG_CONFIG_HOME", "The folder that is used in place of `~/.config`."),
    ("XDG_STATE_HOME", "The folder that is used in place of `~/.local/state`."),
  ]
}
