import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyQuery

/// The answers to the questions that are saved beside a study.
struct SavedAnswers {
  /// One for each question, in order.
  let questions: [AnsweredQuestion]
  /// Questions that have no answer.
  let findings: [Finding]
  /// The files the questions are in.
  let paths: [String]

  /// Answers everything that is saved.
  ///
  /// - Parameters:
  ///   - path: the study file.
  ///   - roots: folders in which they may lie, beside the study's own.
  /// - Throws: `CommandFailure` where a file can't be read or the log can't be kept.
  init(_ loaded: LoadedStudy, path: String, roots: StudyRoots = StudyRoots()) throws {
    let saved = try SavedQuestions.read(besideStudy: path, roots: roots)
    guard !saved.isEmpty else {
      (questions, findings, paths) = ([], [], [])
      return
    }
    let answers = try StudyAnswers(
      loaded, path: path, access: QuestionAccess(loaded.study.access, isUnrestricted: false),
      showsIdentifying: false)
    var questions: [AnsweredQuestion] = []
    var findings: [Finding] = []
    for question in saved {
      let outcome: AnsweredQuestion.Outcome
      do {
        outcome = .answer(try answers.answer(question.text))
      } catch let error as QuestionError {
        outcome = .none(error.message)
        findings.append(question.finding(error.message, at: error.offset))
      } catch let error as QueryError {
        outcome = .none(error.message)
        findings.append(question.finding(error.message, at: error.offset))
      }
      questions.append(
        AnsweredQuestion(
          name: question.name, title: question.title, description: question.description,
          text: question.text, hasChart: question.hasChart, outcome: outcome))
    }
    self.questions = questions
    self.findings = findings
    paths = saved.map(\.path)
  }
}

extension SavedQuestion {
  /// That it has no answer, and where it is wrong.
  fileprivate func finding(_ message: String, at offset: Int?) -> Finding {
    let bytes = Array(text.utf8.prefix(offset ?? 0))
    let line = lineOffset + 1 + bytes.count { $0 == UInt8(ascii: "\n") }
    return Finding(
      .unansweredQuestion, at: SourceLocation(file: path, line: line), subject: name,
      "the saved question `\(name)` has no answer: \(message)")
  }
}
