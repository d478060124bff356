/// Every number of one report, in the order of its results, and what the report is of.
///
///     let numbers = PublishedNumbers(of: input)
///     numbers[NumberKey(.mean, form: "mentee", wave: "late", subject: "EB_GROW")]?.value
///
/// They are taken from the results as they may be shown, so nothing hidden is among them. Answers
/// to saved questions are no part of them: their rows have no names that last.
package struct PublishedNumbers: Hashable, Sendable {
  /// What the report is of.
  package let edition: ReportEdition
  /// The forms, in the codebook's order.
  package let forms: [Named]
  /// The waves in order; empty where the study has none.
  package let waves: [Named]
  /// Who answered each form in each wave.
  package let totals: [RespondentTotal]
  /// For each form and two waves whether somebody is behind both; what is not there is not known.
  package let sharedRespondents: [SharedRespondents]
  /// The numbers.
  package let numbers: [PublishedNumber]

  /// The numbers of a report.
  package init(
    edition: ReportEdition, forms: [Named], waves: [Named], totals: [RespondentTotal],
    sharedRespondents: [SharedRespondents] = [], numbers: [PublishedNumber]
  ) {
    self.sharedRespondents = sharedRespondents
    self.edition = edition
    self.forms = forms
    self.waves = waves
    self.totals = totals
    self.numbers = numbers
  }

  /// A form or a wave, with what readers call it.
  package struct Named: Hashable, Sendable {
    /// The codebook's name.
    package let id: String
    /// A wave's label, or what a form's respondents are called.
    package let label: String

    /// An id with its label.
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The number of a key; nil where the report has none. It looks through all of them.
  package subscript(key: NumberKey) -> PublishedNumber? { numbers.first { $0.key == key } }

  /// Who answered a form in a wave.
  package func total(form formID: String, wave waveID: String?) -> RespondentTotal? {
    totals.first { $0.formID == formID && $0.waveID == waveID }
  }

  /// The numbers of one wave, as if the study had no waves, to be compared with another wave's.
  package func wave(_ id: String) -> PublishedNumbers {
    PublishedNumbers(
      edition: edition, forms: forms, waves: [],
      totals: totals.filter { $0.waveID == id }.map {
        RespondentTotal(
          formID: $0.formID, waveID: nil, responseCount: $0.responseCount,
          personCount: $0.personCount, partnerCount: $0.partnerCount)
      },
      numbers: numbers.filter { $0.key.waveID == id }.map { number in
        let key = number.key
        return PublishedNumber(
          key: NumberKey(key.kind, form: key.formID, subject: key.subjectID, part: key.partID),
          label: number.label, partLabel: number.partLabel, n: number.n,
          personCount: number.personCount, content: number.content)
      })
  }
}

/// What a report is of, and by which rules its numbers were made.
package struct ReportEdition: Hashable, Sendable {
  /// The study's title.
  package let title: String
  /// The day of the report, as `2025-06-23`.
  package let date: String
  /// Name and version of the engine.
  package let engine: String
  /// The instrument.
  package let instrumentID: String
  /// The instrument's version.
  package let instrumentVersion: String
  /// Level of every interval, 0–1.
  package let confidenceLevel: Double
  /// Persons under which the study shows nothing.
  package let minimum: Int

  /// What a report is of.
  package init(
    title: String, date: String, engine: String, instrumentID: String, instrumentVersion: String,
    confidenceLevel: Double, minimum: Int
  ) {
    self.title = title
    self.date = date
    self.engine = engine
    self.instrumentID = instrumentID
    self.instrumentVersion = instrumentVersion
    self.confidenceLevel = confidenceLevel
    self.minimum = minimum
  }
}

/// How many answered a form in a wave.
package struct RespondentTotal: Hashable, Sendable {
  /// The form.
  package let formID: String
  /// The wave; nil where the study has none.
  package let waveID: String?
  /// Responses.
  package let responseCount: Int
  /// Distinct persons who gave them.
  package let personCount: Int
  /// Distinct persons they are paired with; nil without pairs.
  package let partnerCount: Int?

  /// How many answered.
  package init(
    formID: String, waveID: String?, responseCount: Int, personCount: Int, partnerCount: Int?
  ) {
    self.formID = formID
    self.waveID = waveID
    self.responseCount = responseCount
    self.personCount = personCount
    self.partnerCount = partnerCount
  }
}
