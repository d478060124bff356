import ReportDocument
import SurveyAnalysis
import SurveyModel

extension ReportInput {
  /// Who fills in a form.
  func role(of formID: String) -> Role { codebook.form(formID)?.role ?? Role(id: formID) }

  /// Who is on the other side of the pairs; nil with a single form.
  func partner(of formID: String) -> Role? {
    let others = codebook.forms.filter { $0.id != formID }
    return others.count == 1 ? others[0].role : nil
  }

  /// What a wave is called; empty where the study has no waves.
  func waveLabel(_ wave: Int) -> String { waves[wave].label }

  /// " (Late)" behind a label; nothing where the study has one wave.
  func waveSuffix(_ wave: Int) -> String {
    // What a group is called is data, and stays as it is.
    guard waves[wave].group.isEmpty else { return " (\(waves[wave].label))" }
    return waves.count > 1 ? " (\(waves[wave].label.lowercased()))" : ""
  }

  /// A domain's name within a sentence: "awareness", or in quotation marks where it is in another
  /// language.
  func inSentence(_ domain: Domain) -> String {
    codebook.foreignTexts == nil ? domain.name.lowercased() : "“\(domain.name)”"
  }

  /// Why something of a form is hidden.
  func words(_ reason: HiddenReason, formID: String) -> String {
    Words.hidden(reason, role: role(of: formID), partner: partner(of: formID))
  }

  /// A chart's title where a heading above it says what it is about: "Share of each answer, late".
  func chartTitle(_ words: String, wave: Int) -> String {
    waves.count > 1 ? "\(words), \(waves[wave].label.lowercased())" : words
  }

  /// The colour of a form's respondents in every chart.
  func series(of formID: String) -> ChartSeries {
    codebook.forms.count == 2 && codebook.forms[1].id == formID ? .second : .first
  }

  /// What agreement with a reverse-keyed item of some results means; nil where there is none.
  func reverseNote(_ items: [Item]) -> String? {
    guard let item = items.first(where: \.isReverseKeyed) else { return nil }
    let isGood = Favourable.isAgreement(item, in: codebook)
    let high = AnswerWords(item.responseScale).high
    return "(R) reverse-keyed: \(high) is the \(isGood ? "favourable" : "unfavourable") one."
  }

  /// The last wave in which any of some results has something to show.
  func lastWave(of items: [ItemResult]) -> Int? {
    items.filter { result in
      if case .undefined = result.content { false } else { true }
    }.map(\.wave).max()
  }

  /// How an interval's level is written: "95 %".
  var level: String { NumberStyle.level(study.report.confidenceLevel) }
}
