import SurveyIngest
import SurveyModel
import SurveyQuery

/// A study as the shell opens it.
struct ShellStudy {
  let loaded: LoadedStudy
  let answers: any QuestionAnswering

  /// The lines at the start: what was opened, what may be asked, what was found.
  var banner: [String] {
    let counts = loaded.dataset.forms.map { form in
      "\(form.rowCount) \(form.rowCount == 1 ? "response" : "responses") of \(form.form.role.plural)"
    }
    return [
      "\(loaded.study.title): \(counts.joined(separator: ", ")); \(answers.summary); .help lists the commands"
    ]
  }

  /// One line on the flaws found while reading; nil where there are none.
  var findingsLine: String? {
    guard !loaded.findings.isEmpty else { return nil }
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = loaded.findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(counts.joined(separator: ", ")) found while reading; `abacus report` lists them"
  }

  /// What TAB may write.
  var completion: ShellCompletion {
    ShellCompletion(
      tables: answers.tables, functions: answers.functions, keywords: answers.keywords,
      items: loaded.codebook.forms.flatMap(\.items).map(\.id),
      scales: loaded.codebook.forms.flatMap(\.scales).map(\.id))
  }
}
