import ReportDocument
import SurveyModel

extension Codebook {
  /// The language of the words that reports and documents are written in.
  static let ownLanguage = "en"

  /// The codebook's texts where they are in another language than the report's own words: titles,
  /// wordings, labels. Nil where both are in one.
  var foreignTexts: ForeignTexts? {
    let language = instrument.language
    guard language.lowercased().prefix(while: { $0 != "-" }) != Self.ownLanguage else { return nil }
    var texts: [String?] = [instrument.title, instrument.citation, instrument.unit]
    for domain in domains { texts += [domain.name, domain.definition] }
    for wave in waves { texts += [wave.label, wave.label.lowercased()] }
    texts += attributes.map(\.label)
    texts += pairItems.map(\.label) + pairScales.map(\.name)
    for form in forms { texts += form.texts }
    return ForeignTexts(language: language, texts: texts.compactMap(\.self))
  }
}

extension Form {
  /// Everything that the codebook words, and how reports write it.
  fileprivate var texts: [String] {
    var texts = [role.singular, role.plural, Words.capitalized(role.plural)]
    texts += scales.map(\.name) + openQuestions.map(\.stem)
    for item in items {
      texts += [item.stem, item.shortLabel]
      texts += item.responseScale.options.map(\.label)
      texts += item.responseScale.nonSubstantive.map(\.label)
      let mark = item.isReverseKeyed ? " (R)" : ""
      texts += [
        "\(item.stem)\(mark)", "\(item.shortLabel)\(mark)", "\(item.id)\(mark) \(item.stem)",
      ]
    }
    for question in multiSelects { texts += [question.stem] + question.options.map(\.label) }
    return texts
  }
}
