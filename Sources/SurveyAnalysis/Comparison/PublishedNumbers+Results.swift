import SurveyModel

extension PublishedNumbers {
  /// The numbers of a report, as it shows them.
  package init(of input: ReportInput) {
    let waveIDs = input.waves.map { $0.id.isEmpty ? nil : $0.id }
    let collector = NumberCollector(
      waveIDs: waveIDs, level: input.study.report.confidenceLevel)
    let instrument = input.codebook.instrument
    self.init(
      edition: ReportEdition(
        title: input.study.title, date: input.date, engine: input.engine,
        instrumentID: instrument.id, instrumentVersion: instrument.version,
        confidenceLevel: input.study.report.confidenceLevel,
        minimum: input.study.disclosure.minimum),
      forms: input.codebook.forms.map { Named(id: $0.id, label: $0.role.plural) },
      waves: input.waves.filter { !$0.id.isEmpty }.map { Named(id: $0.id, label: $0.label) },
      totals: input.results.flow.forms.flatMap { form in
        form.waves.map {
          RespondentTotal(
            formID: form.formID, waveID: waveIDs[$0.wave], responseCount: $0.base.rowCount,
            personCount: $0.base.personCount, partnerCount: $0.base.partnerCount)
        }
      },
      sharedRespondents: input.results.flow.forms.flatMap { form in
        form.sharedWaves.compactMap { shared in
          guard let first = waveIDs[shared.first], let second = waveIDs[shared.second] else {
            return nil
          }
          return SharedRespondents(
            formID: form.formID, firstWaveID: first, secondWaveID: second,
            persons: shared.persons, partners: shared.partners)
        }
      },
      numbers: collector.numbers(of: input.results))
  }
}
