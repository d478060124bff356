import NumericCore

/// The values of kinds `agree`, `kappa`, `krippendorff` and `icc`.
func agreementValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  let agreement = specification.agreement
  var fields: [(String, ReferenceValue)] = []
  if let raters = agreement.raters {
    let ratings = try RatingColumns(raters, in: table)
    fields += try chanceCorrectedFields(ratings.table(), "agree")
    fields += try countFields(ratings.table())
    fields += try krippendorffFields(ratings, name: "all")
  }
  for columns in agreement.krippendorff {
    let ratings = try RatingColumns(columns, in: table)
    fields += try krippendorffFields(ratings, name: "\(columns[0])_\(columns.count)")
  }
  for (first, second) in agreement.pairs {
    let ratings = try RatingColumns([first, second], in: table)
    fields += try kappaFields(ratings, "kappa.\(first).\(second)")
    fields += try chanceCorrectedFields(ratings.table(), "agree.\(first).\(second)")
  }
  for columns in agreement.intraclass {
    fields += try intraclassFields(columns, in: table)
  }
  return fields
}

/// Ratings as numbers; where a text is not a number, texts are numbered in alphabetical order.
struct RatingColumns {
  let columns: [[Double?]]
  /// The names of the categories, in order.
  let categories: [String]
  let isNumeric: Bool

  init(_ names: [String], in table: CSVTable) throws {
    let texts = try names.map(table.texts)
    let used = Set(texts.joined().compactMap { $0 })
    isNumeric = used.allSatisfy { Double($0) != nil }
    let isNumeric = isNumeric
    let sorted = used.sorted { one, other in
      isNumeric ? (Double(one) ?? 0) < (Double(other) ?? 0) : one < other
    }
    categories = sorted
    columns = texts.map { column in
      column.map { text in
        text.flatMap { text in
          isNumeric ? Double(text) : sorted.firstIndex(of: text).map { Double($0 + 1) }
        }
      }
    }
  }

  func table() throws -> RatingTable { try RatingTable(raters: columns) }
}

private func chanceCorrectedFields(_ table: RatingTable, _ prefix: String) throws
  -> [(String, ReferenceValue)]
{
  try AgreementWeights.allCases.flatMap { weights in
    try AgreementCoefficient.allCases.flatMap { coefficient in
      try ifDefined(prefix) {
        try agreementFields(RaterAgreement(coefficient, of: table, weights: weights), prefix)
      }
    }
  }
}

private func agreementFields(_ result: RaterAgreement, _ prefix: String) throws
  -> [(String, ReferenceValue)]
{
  let name =
    switch result.coefficient {
    case .gwet: result.weights == .identity ? "AC1" : "AC2"
    case .fleiss: "fleiss_kappa"
    case .conger: "conger_kappa"
    case .brennanPrediger: "brennan_prediger"
    case .krippendorff: "krippendorff_alpha"
    }
  let weights = result.weights == .identity ? "nominal" : result.weights.rawValue
  let prefix = "\(prefix).\(name).\(weights)"
  return [
    (prefix, .number(result.value)), ("\(prefix).se", .number(result.standardError)),
    ("\(prefix).ci95", limits(try result.interval(level: 0.95))),
    ("\(prefix).pa", .number(result.observedAgreement)),
    ("\(prefix).pe", .number(result.chanceAgreement)),
  ]
}

/// The counts of each unit's categories, and Randolph's kappa; for complete ratings only.
private func countFields(_ table: RatingTable) throws -> [(String, ReferenceValue)] {
  let units = (0..<table.unitCount).map { unit in table.positions.compactMap { $0[unit] } }
  guard units.allSatisfy({ $0.count == table.raterCount }) else { return [] }
  let counts = units.map { unit in
    ReferenceValue.list(
      table.categories.indices.map { place in .count(unit.filter { $0 == place }.count) })
  }
  let randolph = try ifDefined("agree.randolph_kappa") {
    let result = try RaterAgreement(.brennanPrediger, of: table, weights: .identity)
    return [("agree.randolph_kappa", .number(result.value))]
  }
  return [("agree.table", .list(counts))] + randolph
}

private func krippendorffFields(_ ratings: RatingColumns, name: String) throws
  -> [(String, ReferenceValue)]
{
  let table = try ratings.table()
  let levels = ratings.isNumeric ? MeasurementLevel.allCases : [.nominal]
  return try levels.flatMap { level in
    try ifDefined("krippendorff.\(name).\(level)") {
      let result = try KrippendorffAlpha(of: table, level: level)
      return [("krippendorff.\(name).\(level.rawValue)", .number(result.alpha))]
    }
  }
}
