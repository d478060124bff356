/// A name that means one statistic here and another one there, so that nobody is given either by it.
public struct AmbiguousName: Hashable, Sendable {
  /// The name, in lower case with underscores.
  public let name: String
  /// What it may mean, each with the name to ask by, as a sentence goes on after "write".
  public let meanings: [String]

  /// What to write instead.
  public var advice: String {
    "the name means different statistics in different places; write \(meanings.joined(separator: ", or "))"
  }

  /// All such names.
  public static let all: [AmbiguousName] = [
    AmbiguousName(
      name: "omega_total",
      meanings: [
        "`mcdonald_omega` for one factor",
        "`omega_hierarchical`, whose value `omega_total` is of three group factors (as in psych)",
      ]),
    AmbiguousName(
      name: "ordinal_omega",
      meanings: [
        "`categorical_omega` for the reliability of the score; the reliability of the normal "
          + "variables behind the answers has no name here"
      ]),
    AmbiguousName(
      name: "smc",
      meanings: [
        "`guttman_lambda6` for the reliability of the scale; squared multiple correlations of single "
          + "items have no name here"
      ]),
    AmbiguousName(
      name: "sem",
      meanings: [
        "`standard_error_of_measurement` for single scores",
        "`mean`, whose interval is made of the standard error of the mean",
      ]),
    AmbiguousName(
      name: "mu",
      meanings: ["`mean` for a mean", "`ten_berge_zegers_mu` for bounds of reliability"]),
    AmbiguousName(
      name: "kuder_richardson",
      meanings: ["`kr20`; KR-21, which takes items as equally difficult, has no name here"]),
  ]
}
