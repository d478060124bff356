import SurveyModel
import TestSupport

/// Small codebooks as users write them.
enum CodebookText {
  /// Lines 1 to 6: everything that a form needs.
  static let head = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    response_scales:
      yn: {kind: nominal, options: [{code: 1, label: "Yes"}, {code: 0, label: "No"}]}
      ag: {options: [{code: 1, label: Low}, {code: 2, label: Mid}, {code: 3, label: High}]}
      r: {kind: numeric, minimum: 0, maximum: 10}

    """

  /// The findings of a codebook whose line 7 is the first of `rest`.
  static func findings(_ rest: String) -> [Finding] {
    Written<Codebook>.codebook(head + rest).findings
  }

  /// A place in the codebook.
  static func at(_ line: Int, _ column: Int) -> SurveyModel.SourceLocation {
    SurveyModel.SourceLocation(file: "codebook.yaml", line: line, column: column)
  }
}
