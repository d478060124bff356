import NumericCore
import ReportDocument
package import SurveyAnalysis

/// Why a text holds no numbers of a report.
package enum NumbersError: Error, Hashable, Sendable {
  /// It is no JSON, or a part of it is missing or wrong.
  case damaged
  /// It is another kind of file, or of another version; nil where it does not say.
  case otherSchema(String?)
}

extension NumbersJSON {
  /// Reads what `value` wrote, to the last digit. Keys and columns that are not known are passed over.
  ///
  /// - Throws: `NumbersError`.
  package static func read(_ text: String) throws(NumbersError) -> PublishedNumbers {
    guard let json = try? JSONValue(parsing: text), json.objectValue != nil else {
      throw .damaged
    }
    let found = try json.text("schema")
    guard found == schema else { throw .otherSchema(found) }
    let edition = try edition(json)
    let rows = try NumberRows(
      columns: json.list("columns", { (name) throws(NumbersError) in try name.textOrNull() }),
      labels: NumberLabels(reading: json),
      level: edition.confidenceLevel)
    return PublishedNumbers(
      edition: edition, forms: try json.list("forms", named), waves: try json.list("waves", named),
      totals: try json.list("totals", total),
      // Reports of earlier versions do not say it.
      sharedRespondents: json["shared_respondents"] == nil
        ? [] : try json.list("shared_respondents", shared),
      numbers: try json.list("numbers", rows.number))
  }

  private static func edition(_ json: JSONValue) throws(NumbersError) -> ReportEdition {
    let (study, instrument) = (json["study"], json["instrument"])
    return ReportEdition(
      title: try required(study?.text("title")), date: try required(study?.text("date")),
      engine: try required(json.text("engine")),
      instrumentID: try required(instrument?.text("id")),
      instrumentVersion: try required(instrument?.text("version")),
      confidenceLevel: try required(json["options"]?.number("confidence_level")),
      minimum: try required(json["options"]?.whole("disclosure_minimum")))
  }

  private static func named(_ json: JSONValue) throws(NumbersError) -> PublishedNumbers.Named {
    PublishedNumbers.Named(
      id: try required(json.text("id")), label: try required(json.text("label")))
  }

  private static func shared(_ json: JSONValue) throws(NumbersError) -> SharedRespondents {
    SharedRespondents(
      formID: try required(json.text("form")),
      firstWaveID: try required(json.text("first_wave")),
      secondWaveID: try required(json.text("second_wave")),
      persons: try json.truth("persons"), partners: try json.truth("partners"))
  }

  private static func total(_ json: JSONValue) throws(NumbersError) -> RespondentTotal {
    RespondentTotal(
      formID: try required(json.text("form")), waveID: try json.text("wave"),
      responseCount: try required(json.whole("responses")),
      personCount: try required(json.whole("persons")),
      partnerCount: try json.whole("partners"))
  }
}

/// Makes numbers of the rows of the table.
private struct NumberRows {
  /// For each column that is known, its place in a row.
  let places: [Int]
  /// How many columns there are.
  let count: Int
  let labels: NumberLabels
  /// Level of every interval.
  let level: Double

  init(columns: [String?], labels: NumberLabels, level: Double) throws(NumbersError) {
    places = try NumbersJSON.Column.allCases.map { column throws(NumbersError) in
      try required(columns.firstIndex(of: column.name))
    }
    count = columns.count
    self.labels = labels
    self.level = level
  }

  func number(_ json: JSONValue) throws(NumbersError) -> PublishedNumber {
    guard let cells = json.arrayValue, cells.count == count else { throw .damaged }
    func cell(_ column: NumbersJSON.Column) -> JSONValue { cells[places[column.rawValue]] }
    let key = NumberKey(
      NumberKind(rawValue: try required(cell(.kind).textOrNull())),
      form: try cell(.form).textOrNull(),
      wave: try cell(.wave).textOrNull(), subject: try cell(.subject).textOrNull(),
      part: try cell(.part).textOrNull())
    return PublishedNumber(
      key: key, label: try required(labels.subject(of: key)), partLabel: labels.part(of: key),
      n: try cell(.n).wholeOrNull(), personCount: try cell(.persons).wholeOrNull(),
      content: try content(cell))
  }

  private func content(
    _ cell: (NumbersJSON.Column) -> JSONValue
  ) throws(NumbersError) -> PublishedNumber.Content {
    if let value = try cell(.value).numberOrNull() {
      return .shown(
        ShownNumber(
          value, interval: try interval(cell),
          standardError: try cell(.standardError).numberOrNull()))
    }
    return .notShown(
      try required(cell(.notShown).textOrNull().flatMap(PublishedNumber.NotShown.init)))
  }

  private func interval(
    _ cell: (NumbersJSON.Column) -> JSONValue
  ) throws(NumbersError) -> ConfidenceInterval? {
    guard let lower = try cell(.lower).numberOrNull(), let upper = try cell(.upper).numberOrNull(),
      let method = try cell(.method).textOrNull()
    else { return nil }
    guard let method = IntervalMethod(rawValue: method),
      let interval = try? ConfidenceInterval(
        lower: lower, upper: upper, level: level, method: method)
    else { throw .damaged }
    return interval
  }
}

/// A part that every file of numbers has.
private func required<Value>(_ value: Value?) throws(NumbersError) -> Value {
  guard let value else { throw .damaged }
  return value
}
