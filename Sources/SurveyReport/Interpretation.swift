import SurveyAnalysis
import SurveyModel

/// What a reader may use a scale for; each rule has a name and a source.
enum Interpretation {
  /// Reliability of .70 for group means, .90 for decisions about single persons.
  ///
  /// Nunnally & Bernstein (1994), Psychometric Theory, 3rd ed., pp. 264–265; the range .70 to .95
  /// for group use is that of Terwee et al. (2007), doi:10.1016/j.jclinepi.2006.03.012. A value on
  /// a boundary counts as the better side.
  static let name = "Nunnally & Bernstein (1994)"

  /// What a scale with this coefficient may be used for.
  static func use(_ estimate: Estimate, kind: Scale.Kind) -> String {
    if kind == .checklist { return "single items first" }
    if estimate.passport.warnings.contains(where: isFewCases) { return "too few cases to say" }
    switch estimate.value {
    case 0.9...: return "group means; with care, single persons"
    case 0.7..<0.9: return "group means"
    default: return "single items only"
    }
  }

  /// True where a scale of signs of one construct falls short of group use.
  static func isWeak(_ estimate: Estimate, kind: Scale.Kind) -> Bool {
    kind == .reflective && estimate.value < 0.7
      && !estimate.passport.warnings.contains(where: isFewCases)
  }

  private static func isFewCases(_ warning: Passport.Warning) -> Bool {
    if case .fewCases = warning { true } else { false }
  }
}
