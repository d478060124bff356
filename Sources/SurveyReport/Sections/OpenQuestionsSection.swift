package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// How many wrote something; what they wrote is not shown.
package enum OpenQuestionsSection: ReportSection {
  package static let name = "open-questions"

  package static func blocks(of input: ReportInput) -> [Block] {
    let results = input.results.openQuestions
    guard !results.isEmpty else { return [] }
    let forms = input.codebook.forms.map(\.id).filter { id in results.contains { $0.formID == id } }
    let table = Table(
      caption: "Answers in respondents’ own words",
      columns: [
        .init("Question", .text), .init("rows"), .init("wrote something"),
        .init("persons who did"),
      ],
      groups: forms.map { id in
        Table.RowGroup(
          heading: InlineText(Words.capitalized(input.role(of: id).plural)),
          rows: results.filter { $0.formID == id }.map { result in
            Table.Row(
              InlineText(result.question.stem + input.waveSuffix(result.wave)),
              [
                .integer(result.rowCount),
                result.answeredCount.map(Cell.integer) ?? .empty(reason: "hidden"),
                result.answeredCount.map { _ in .integer(result.base.personCount) }
                  ?? .empty(reason: "hidden"),
              ])
          })
      })
    return [
      .section(
        Section(
          id: "open-questions", title: "In their own words",
          [
            .paragraph(
              "How many wrote something. The texts are not shown: they may name people, and a person should read them first."
            ), .table(table),
          ]))
    ]
  }
}
