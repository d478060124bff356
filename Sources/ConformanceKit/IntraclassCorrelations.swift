import NumericCore

/// The values of kind `icc` for columns of ratings.
func intraclassFields(_ columns: [String], in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  let prefix = "icc.\(columns[0])_\(columns.count)"
  return try ifDefined(prefix) {
    let squares = try RatingMeanSquares(of: columns.map(table.numbers))
    let forms = try RatingForm.allCases.flatMap { form in
      try RatingUnit.allCases.flatMap { unit in
        try ifDefined(prefix) { try formFields(squares, form, unit) }
      }
    }
    let fields: [(String, ReferenceValue)] = [
      ("n", .count(squares.unitCount)),
      (
        "ms",
        .object([
          ("BMS", .number(squares.betweenUnits)), ("WMS", .number(squares.withinUnits)),
          ("JMS", .number(squares.betweenRaters)), ("EMS", .number(squares.residual)),
        ])
      ),
    ]
    return (fields + forms).map { ("\(prefix).\($0)", $1) }
  }
}

private func formFields(
  _ squares: RatingMeanSquares, _ form: RatingForm, _ unit: RatingUnit
) throws -> [(String, ReferenceValue)] {
  let number =
    switch form {
    case .oneWayRandom: 1
    case .twoWayRandom: 2
    case .twoWayMixed: 3
    }
  let name = "ICC\(number)\(unit == .average ? "k" : "")"
  let result = try IntraclassCorrelation(of: squares, form: form, unit: unit)
  var fields: [(String, ReferenceValue)] = [
    ("\(name).ICC", .number(result.value)),
    ("\(name).F", result.fStatistic.map(ReferenceValue.number) ?? .text("Inf")),
    ("\(name).df1", .count(result.numeratorDegreesOfFreedom)),
    ("\(name).df2", .count(result.denominatorDegreesOfFreedom)),
    ("\(name).p", .number(result.pValue)),
  ]
  if let interval = try? result.interval(level: 0.95) {
    fields += [
      ("\(name).ci95", limits(interval)), ("\(name).ci95_pingouin", limits(interval)),
    ]
  }
  if let restricted = try? IntraclassCorrelation(of: squares.restricted, form: form, unit: unit) {
    fields.append(("\(name).ICC_lmer", .number(restricted.value)))
  }
  return fields
}
