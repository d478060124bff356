package import SurveyModel

/// Invents respondents of any codebook and writes their answers as a survey tool exports them.
///
/// Where pair items link two forms, mentees are nested in mentors and both sides of a pair have
/// something in common; otherwise respondents are independent. Answers follow a correlated-factor
/// model with item-specific thresholds. The data hold what real exports hold: blanks, refusals,
/// attrition, unfinished and repeated responses, hasty respondents, previews.
package struct Synthesizer: Sendable {
  private let codebook: Codebook
  private let options: SynthesisOptions
  private let key: RandomKey
  /// Who takes part.
  package let population: Population

  /// A synthesizer for the questionnaire.
  ///
  /// - Throws: `SynthesisError` where a role has nobody invited, a wave is unknown or repeated, or a
  ///   name can't be part of a file's.
  package init(codebook: Codebook, options: SynthesisOptions) throws {
    for form in codebook.forms where options.invited[form.role.id] ?? 0 < 1 {
      throw SynthesisError.nobodyInvited(role: form.role.singular)
    }
    let known = codebook.waves.map(\.id)
    for (place, wave) in options.waves.enumerated() {
      guard known.isEmpty || known.contains(wave) else {
        throw SynthesisError.unknownWave(wave, known: known)
      }
      guard !options.waves.prefix(place).contains(wave) else {
        throw SynthesisError.repeatedWave(wave)
      }
    }
    for id in codebook.forms.map(\.id) + options.waves where !Self.fitsFileName(id) {
      throw SynthesisError.unusableFileName(id: id)
    }
    self.codebook = codebook
    self.options = options
    key = RandomKey(seed: options.seed)
    population = Population(codebook: codebook, options: options, key: key / "population")
  }

  private static func fitsFileName(_ id: String) -> Bool {
    !id.isEmpty && !id.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 || $0.value == 0x7F }
  }

  /// One export for each form and wave, in codebook order.
  package func exports() -> [SyntheticExport] {
    let waves: [String?] = options.waves.isEmpty ? [nil] : options.waves
    return codebook.forms.indices.flatMap { form in
      let model = FormModel(
        codebook.forms[form], codebook: codebook, openText: OpenTextModel(codebook: codebook),
        rates: options.rates, key: key / "answers")
      return waves.indices.map { wave in
        export(form: form, wave: wave, waveID: waves[wave], model: model)
      }
    }
  }

  private func export(
    form: Int, wave: Int, waveID: String?, model: FormModel
  ) -> SyntheticExport {
    let attributes = AttributeModel(
      codebook: codebook, population: population, rates: options.rates, waves: options.waves,
      key: key / "attributes")
    let maker = ResponseMaker(
      model: model, attributes: attributes, waveID: waveID, rates: options.rates,
      key: key / "records")
    let seats = population.seats(form: form, wave: wave)
    var responses = maker.responses(to: seats)
    // Somebody tried the first survey out before it opened; only Qualtrics marks such a response.
    if form == 0, wave == 0, options.dialect == .qualtrics, options.rates != .flawless,
      let seat = seats.first
    {
      responses.insert(maker.preview(of: seat), at: 0)
    }
    let writer = ExportWriter(
      form: codebook.forms[form], codebook: codebook, options: options, waveID: waveID,
      // Later downloads were made with "recode seen but unanswered questions".
      unansweredText: options.dialect == .qualtrics && wave > 0 ? "-99" : "")
    return writer.export(responses)
  }
}
