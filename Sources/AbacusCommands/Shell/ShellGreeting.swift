import SurveyIngest
import SurveyModel

/// What the shell says of the study at its start.
enum ShellGreeting {
  /// What was opened, what may be asked, and how to get help.
  static func line(_ loaded: LoadedStudy, _ answers: any QuestionAnswering) -> String {
    let counts = loaded.dataset.forms.map { form in
      let word = form.rowCount == 1 ? "response" : "responses"
      return "\(form.rowCount) \(word) of \(form.form.role.plural)"
    }
    return
      "\(loaded.study.title): \(counts.joined(separator: ", ")). Mode \(answers.summary). "
      + ".help lists the commands."
  }

  /// The flaws found while reading, counted; nil where there are none.
  static func findings(_ findings: [Finding]) -> String? {
    guard !findings.isEmpty else { return nil }
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")" : nil
    }
    return "note: \(counts.joined(separator: ", ")) found while reading; `abacus report` lists them"
  }
}
