package import SurveyModel

/// The scale scores of one form over all of its rows.
package struct FormScores {
  private let responses: FormResponses
  private let rows: [Int32]

  /// The scores of a form's rows.
  package init(_ responses: FormResponses) {
    self.responses = responses
    rows = (0..<Int32(responses.rowCount)).map { $0 }
  }

  /// The score of each row on one of the form's scales.
  package func scores(of scale: Scale) -> ScaleScores {
    switch scale.content {
    case .items(let items):
      ScaleScores(of: items, rule: scale.scoring, in: responses, rows: rows)
    case .subscales(let ids):
      // A codebook has no scale inside itself, so this ends.
      ScaleScores(
        of: ids.compactMap(responses.form.scale).map(scores), rule: scale.scoring)
    }
  }
}
