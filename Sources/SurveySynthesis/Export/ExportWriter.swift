import SurveyModel

/// Lays out one form and wave as columns of the asked dialect.
struct ExportWriter {
  let form: Form
  let codebook: Codebook
  let options: SynthesisOptions
  let waveID: String?
  /// What stands in a cell that was shown and left blank.
  let unansweredText: String

  /// The file made of the given responses.
  func export(_ responses: [SyntheticResponse]) -> SyntheticExport {
    let columns: [ExportColumn]
    let headers: [[String]]
    switch options.dialect {
    case .qualtrics:
      columns = recordColumns + questionColumns + attributeColumns
      headers = [columns.map(\.tag), columns.map(\.text), columns.map(\.importRecord)]
    case .plain:
      columns = attributeColumns + questionColumns
      headers = [columns.map(\.tag)]
    }
    return SyntheticExport(
      formID: form.id, waveID: waveID, headers: headers,
      rows: responses.map { response in columns.map { $0.cell(response) } })
  }

  // MARK: What the survey tool adds

  private var recordColumns: [ExportColumn] {
    let isText = options.answers == .text
    return [
      ExportColumn("StartDate", text: "Start Date", importID: "startDate") {
        $0.record.start.dateAndTime
      },
      ExportColumn("EndDate", text: "End Date", importID: "endDate") { $0.record.end.dateAndTime },
      ExportColumn("Status", text: "Response Type", importID: "status") {
        switch ($0.record.isPreview, isText) {
        case (true, true): "Survey Preview"
        case (true, false): "1"
        case (false, true): "IP Address"
        case (false, false): "0"
        }
      },
      ExportColumn("IPAddress", text: "IP Address", importID: "ipAddress") { $0.record.address },
      ExportColumn("Progress", importID: "progress") { String(Int($0.record.progress * 100)) },
      ExportColumn("Duration (in seconds)", importID: "duration") { String($0.record.duration) },
      ExportColumn("Finished", importID: "finished") { finished($0) },
      ExportColumn("RecordedDate", text: "Recorded Date", importID: "recordedDate") {
        $0.record.end.adding(1).dateAndTime
      },
      ExportColumn("ResponseId", text: "Response ID", importID: "_recordId") { $0.record.id },
      ExportColumn(
        "DistributionChannel", text: "Distribution Channel", importID: "distributionChannel"
      ) { $0.record.isPreview ? "preview" : "anonymous" },
      ExportColumn("UserLanguage", text: "User Language", importID: "userLanguage") { _ in
        codebook.instrument.language.uppercased()
      },
    ]
  }

  private func finished(_ response: SyntheticResponse) -> String {
    switch (response.record.isFinished, options.answers) {
    case (true, .text): "True"
    case (false, .text): "False"
    case (true, .numeric): "1"
    case (false, .numeric): "0"
    }
  }

  // MARK: What the study knows of its people

  private var attributeColumns: [ExportColumn] {
    let recorded = Set(options.dialect == .qualtrics ? recordColumns.map(\.tag) : [])
    return codebook.attributes(of: form.id).enumerated().compactMap { index, attribute in
      guard recorded.isDisjoint(with: attribute.columnNames) else { return nil }
      return ExportColumn(attribute.id) { response in
        switch attribute.use {
        case .submitted: response.record.end.adding(1).dateAndTime
        case .finished: finished(response)
        default: response.attributes[index]
        }
      }
    }
  }

  // MARK: What was asked

  private var questionColumns: [ExportColumn] {
    let multiStart = form.items.count + 1
    let textStart = multiStart + form.multiSelects.count
    var columns: [ExportColumn] = []
    for (index, item) in form.items.enumerated() where isInWave(item.askedIn) {
      columns.append(
        ExportColumn(item.id, text: item.stem, importID: "QID\(index + 1)") { response in
          text(of: response.items[index], on: item.responseScale)
        })
    }
    for (index, question) in form.multiSelects.enumerated() where isInWave(question.askedIn) {
      columns += multiSelectColumns(question, index, number: multiStart + index)
    }
    for (index, question) in form.openQuestions.enumerated() where isInWave(question.askedIn) {
      let importID = "QID\(textStart + index)_TEXT"
      columns.append(
        ExportColumn(question.id, text: question.stem, importID: importID) { response in
          switch response.texts[index] {
          case .written(let text): text
          case .unanswered: unansweredText
          case .notShown: ""
          }
        })
    }
    return columns
  }

  /// A question that no respondent of this wave was shown has no column.
  private func isInWave(_ waves: [String]?) -> Bool {
    guard let waves, let waveID else { return true }
    return waves.contains(waveID)
  }

  private func text(of answer: SyntheticAnswer, on scale: ResponseScale) -> String {
    switch answer {
    case .notShown: return ""
    case .unanswered: return scale.missingTokens.contains(unansweredText) ? unansweredText : ""
    case .code(let code):
      // A rating in numbers is a slider, which exports its number either way.
      guard options.answers == .text, scale.kind != .numeric else { return String(code) }
      return scale.options.first { $0.code == code }?.label
        ?? scale.nonSubstantive.first { $0.code == code }?.label ?? String(code)
    }
  }

  private func multiSelectColumns(
    _ question: MultiSelectQuestion, _ index: Int, number: Int
  ) -> [ExportColumn] {
    let words = question.options.enumerated().map { position, option in
      switch (options.answers, options.dialect) {
      case (.text, _): option.label
      // Qualtrics numbers the choices itself.
      case (.numeric, .qualtrics): String(position + 1)
      case (.numeric, .plain): option.code
      }
    }
    if options.multiSelect == .joined {
      return [
        ExportColumn(question.id, text: question.stem, importID: "QID\(number)") { response in
          positions(response, index).map { words[$0] }.joined(separator: ",")
        }
      ]
    }
    return question.options.indices.map { position in
      ExportColumn(
        "\(question.id)_\(position + 1)",
        text: "\(question.stem) - \(question.options[position].label)",
        importID: "QID\(number)_\(position + 1)"
      ) { response in
        guard positions(response, index).contains(position) else { return "" }
        return options.answers == .text ? words[position] : "1"
      }
    }
  }

  private func positions(_ response: SyntheticResponse, _ index: Int) -> [Int] {
    if case .ticked(let positions) = response.ticks[index] { positions } else { [] }
  }
}
