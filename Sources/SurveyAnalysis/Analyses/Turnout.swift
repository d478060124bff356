import SurveyModel

/// How many persons finished no response to a form: some answered in part, some not at all.
struct Turnout {
  /// Persons who answered something and finished no response.
  let partialCount: Int
  /// Persons who left before they answered anything.
  let silentCount: Int

  /// What one person has done.
  private enum Part {
    case nothing, answered, finished
  }

  /// Counts the persons of all waves. A response counts as finished where nothing says otherwise.
  init(of responses: FormResponses) {
    var parts = [Part](repeating: .nothing, count: responses.personCount)
    for row in 0..<responses.rowCount {
      let person = Int(responses.persons[row])
      if responses.completion(of: row) != .unfinished {
        parts[person] = .finished
      } else if parts[person] == .nothing, Self.holdsAnswer(responses, row) {
        parts[person] = .answered
      }
    }
    partialCount = parts.count { $0 == .answered }
    silentCount = parts.count { $0 == .nothing }
  }

  /// Whether the respondent left before answering anything: such a row says nothing of anybody.
  static func isSilent(_ responses: FormResponses, _ row: Int) -> Bool {
    responses.completion(of: row) == .unfinished && !holdsAnswer(responses, row)
  }

  /// Whether anything is answered, be it by declining to say.
  private static func holdsAnswer(_ responses: FormResponses, _ row: Int) -> Bool {
    responses.items.values.contains { column in
      switch MissingReason(cell: column.cells[row]) {
      case nil, .refused, .notApplicable: true
      case .skipped, .brokenOff, .notAdministered, .unreadable: false
      }
    }
      || responses.multiSelects.values.contains { $0.states[row] == .answered }
      || responses.texts.values.contains { $0.cells[row] != nil }
  }
}
