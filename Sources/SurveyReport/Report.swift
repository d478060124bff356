package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Turns analysis results into a document, section by section.
package enum Report {
  /// The report of a study.
  ///
  /// Sections come in the order of `ReportSections.all`, or as the study lists them.
  package static func document(from input: ReportInput) -> Document {
    let names = input.study.report.sections ?? ReportSections.all.map { $0.name }
    let sections = names.compactMap { name in ReportSections.all.first { $0.name == name } }
    let instrument = input.codebook.instrument
    var meta: [InlineText] = []
    if let subtitle = input.study.subtitle { meta.append(InlineText(subtitle)) }
    meta.append(InlineText(whoAndWhen(input)))
    if let notice = input.study.notice { meta.append([.strong(notice)]) }
    if instrument.status == .draft {
      meta.append(
        "\(instrument.title), version \(instrument.version), is an unvalidated draft: no evidence of its reliability or validity has been published."
      )
    }
    return Document(
      title: input.study.title, metaLines: meta, foreign: input.codebook.foreignTexts,
      generator: input.engine,
      description: "\(input.study.title): \(instrument.title). \(whoAndWhen(input))",
      blocks: sections.flatMap { $0.blocks(of: input) })
  }

  private static func whoAndWhen(_ input: ReportInput) -> String {
    let who = input.results.flow.forms.map { form in
      "\(NumberStyle.count.text(Double(form.personCount))) \(form.personCount == 1 ? form.role.singular : form.role.plural)"
    }
    return "\(who.joined(separator: ", ")) · made on \(Words.day(input.date)) by \(input.engine)"
  }
}
