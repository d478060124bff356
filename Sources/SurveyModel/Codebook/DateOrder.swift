/// The order in which a date in local form names day, month and year.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// `6/20/2024`, as in the United States.
  case monthDayYear = "mdy"
  /// `20.06.2024`, as in most of Europe.
  case dayMonthYear = "dmy"
  /// `24/6/20`, as in Japan.
  case yearMonthDay = "ymd"
}
