package import ReportDocument
package import SurveyAnalysis

/// The questions that are saved beside the study, with their answers.
package enum QuestionsSection: ReportSection {
  package static let name = "questions"

  package static func blocks(of input: ReportInput) -> [Block] {
    guard !input.questions.isEmpty else { return [] }
    return [
      .section(
        Section(
          id: "questions", title: "Questions",
          input.questions.map { question in
            .section(
              Section(
                id: Anchor("question-\(question.name)"), title: InlineText(question.title),
                blocks(of: question)))
          }))
    ]
  }

  private static func blocks(of question: AnsweredQuestion) -> [Block] {
    let head = question.description.map { [Block.paragraph(InlineText($0))] } ?? []
    let asked = Block.details(
      summary: "What was asked", [.code(question.text)])
    switch question.outcome {
    case .none(let reason):
      return head + [.note(InlineText("No answer: \(reason).")), asked]
    case .answer(let table):
      let chart = question.hasChart ? try? QueryChart(of: table) : nil
      return head + QueryDocuments.document(table, chart: chart).blocks + [asked]
    }
  }
}

/// Saved questions as JSON, unrounded.
enum QuestionJSON {
  static func value(_ question: AnsweredQuestion) -> JSONValue {
    let head: JSONValue = [
      "name": .string(question.name), "title": .string(question.title),
      "question": .string(question.text),
    ]
    switch question.outcome {
    case .answer(let table): return merged(head, ["answer": QueryDocuments.json(table)])
    case .none(let reason): return merged(head, ["answer": nil, "reason": .string(reason)])
    }
  }
}
