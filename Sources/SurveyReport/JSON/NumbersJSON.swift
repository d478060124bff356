import NumericCore
package import ReportDocument
package import SurveyAnalysis

/// The numbers of a report as `numbers.json` holds them: a flat table, to be compared with that of
/// another report.
package enum NumbersJSON {
  /// What `schema` holds in every such file.
  package static let schema = "abacus.numbers/1"
  /// The name of the file in a report's folder.
  package static let fileName = "numbers.json"

  /// The numbers of a report. A key is absent where there is nothing to say; the level of every interval
  /// stands among the options.
  package static func value(_ numbers: PublishedNumbers) -> JSONValue {
    let edition = numbers.edition
    return [
      "schema": .string(schema),
      "study": ["title": .string(edition.title), "date": .string(edition.date)],
      "engine": .string(edition.engine),
      "instrument": [
        "id": .string(edition.instrumentID), "version": .string(edition.instrumentVersion),
      ],
      "options": [
        "confidence_level": json(edition.confidenceLevel),
        "disclosure_minimum": .integer(edition.minimum),
      ],
      "forms": .array(numbers.forms.map(named)), "waves": .array(numbers.waves.map(named)),
      "totals": .array(numbers.totals.map(total)),
      "numbers": .array(numbers.numbers.map(number)),
    ]
  }

  private static func named(_ named: PublishedNumbers.Named) -> JSONValue {
    ["id": .string(named.id), "label": .string(named.label)]
  }

  private static func total(_ total: RespondentTotal) -> JSONValue {
    object([
      ("form", .string(total.formID)), ("partners", total.partnerCount.map(JSONValue.integer)),
      ("persons", .integer(total.personCount)), ("responses", .integer(total.responseCount)),
      ("wave", total.waveID.map(JSONValue.string)),
    ])
  }

  static func number(_ number: PublishedNumber) -> JSONValue {
    let key = number.key
    let shown = number.shown
    let interval = shown?.interval
    var notShown: String?
    if case .notShown(let reason) = number.content { notShown = reason.rawValue }
    return object([
      ("form", key.formID.map(JSONValue.string)),
      ("kind", .string(key.kind.rawValue)), ("label", .string(number.label)),
      ("lower", interval.map { json($0.lower) }),
      ("method", interval.map { .string($0.method.rawValue) }),
      ("n", number.n.map(JSONValue.integer)), ("not_shown", notShown.map(JSONValue.string)),
      ("part", key.partID.map(JSONValue.string)),
      ("part_label", number.partLabel.map(JSONValue.string)),
      ("persons", number.personCount.map(JSONValue.integer)),
      ("standard_error", shown?.standardError.map { json($0) }),
      ("subject", key.subjectID.map(JSONValue.string)),
      ("upper", interval.map { json($0.upper) }), ("value", shown.map { json($0.value) }),
      ("wave", key.waveID.map(JSONValue.string)),
    ])
  }

  /// The members that exist.
  static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(JSONObject(members.compactMap { key, value in value.map { (key, $0) } }))
  }
}
