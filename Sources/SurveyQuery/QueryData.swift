package import SurveyModel

/// What SQL is asked of: the responses of a study, and what was found while they were read.
package struct QueryData: Sendable {
  /// The responses.
  package let dataset: SurveyDataset
  /// Flaws found while reading.
  package let findings: [Finding]
  /// Level of the intervals that functions answer with, 0–1: the study's.
  package let confidenceLevel: Double
  /// True where identifying columns and what respondents wrote may be seen.
  package let showsIdentifying: Bool

  /// Takes its parts.
  package init(
    dataset: SurveyDataset, findings: [Finding], confidenceLevel: Double,
    showsIdentifying: Bool = false
  ) {
    self.dataset = dataset
    self.findings = findings
    self.confidenceLevel = confidenceLevel
    self.showsIdentifying = showsIdentifying
  }

  /// How many rows the table `responses` has: those of each form, one form after the other.
  package var rowCount: Int { dataset.forms.reduce(0) { $0 + $1.rowCount } }

  /// Where a row of the table `responses` comes from; nil where there is no such row.
  ///
  /// - Parameter row: its number, from 0; the hidden column `responses` holds it.
  package func place(ofRow row: Int) -> (formIndex: Int, row: Int)? {
    guard row >= 0 else { return nil }
    var rest = row
    for (index, form) in dataset.forms.enumerated() {
      if rest < form.rowCount { return (index, rest) }
      rest -= form.rowCount
    }
    return nil
  }
}
