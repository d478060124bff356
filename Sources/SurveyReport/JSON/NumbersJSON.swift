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

  /// The columns of the table, in order.
  enum Column: Int, CaseIterable {
    case kind, form, wave, subject, part, n, persons, value, lower, upper, method, standardError
    case notShown

    /// The name that stands above the column.
    var name: String {
      switch self {
      case .standardError: "standard_error"
      case .notShown: "not_shown"
      default: "\(self)"
      }
    }
  }

  /// The numbers of a report. A cell is null where there is nothing to say; the level of every
  /// interval stands among the options.
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
      "shared_respondents": .array(numbers.sharedRespondents.map(shared)),
      "labels": .array(NumberLabels(of: numbers.numbers).json),
      "columns": .array(Column.allCases.map { .string($0.name) }),
      "numbers": .array(numbers.numbers.map(row)),
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

  private static func shared(_ shared: SharedRespondents) -> JSONValue {
    object([
      ("first_wave", .string(shared.firstWaveID)), ("form", .string(shared.formID)),
      ("partners", shared.partners.map(JSONValue.bool)),
      ("persons", shared.persons.map(JSONValue.bool)),
      ("second_wave", .string(shared.secondWaveID)),
    ])
  }

  private static func row(_ number: PublishedNumber) -> JSONValue {
    .array(Column.allCases.map { cell($0, of: number) })
  }

  private static func cell(_ column: Column, of number: PublishedNumber) -> JSONValue {
    let key = number.key
    return switch column {
    case .kind: .string(key.kind.rawValue)
    case .form: JSONValue(key.formID)
    case .wave: JSONValue(key.waveID)
    case .subject: JSONValue(key.subjectID)
    case .part: JSONValue(key.partID)
    case .n: JSONValue(number.n)
    case .persons: JSONValue(number.personCount)
    case .value: json(number.shown?.value)
    case .lower: json(number.shown?.interval?.lower)
    case .upper: json(number.shown?.interval?.upper)
    case .method: JSONValue(number.shown?.interval?.method.rawValue)
    case .standardError: json(number.shown?.standardError)
    case .notShown:
      if case .notShown(let reason) = number.content { .string(reason.rawValue) } else { .null }
    }
  }

  /// The members that exist.
  static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(JSONObject(members.compactMap { key, value in value.map { (key, $0) } }))
  }
}
