import NumericCore

/// The values of kind `describe`.
func describeValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try specification.describedColumns.flatMap { name in
    try ifDefined("describe.\(name)") { try describeFields(name, in: table) }
  }
}

private func describeFields(_ name: String, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  let column = try table.numbers(name)
  let values = column.compactMap { $0 }
  let description = try Description(of: values)
  let missing = column.count - values.count
  var fields: [(String, ReferenceValue)] =
    [
      ("missing", .count(missing)),
      ("missing_pct", .number(100 * Double(missing) / Double(column.count))),
    ] + columnFields(description)
  if let interval = try? description.meanInterval(level: 0.95) {
    fields.append(("mean_ci95", limits(interval)))
  }
  if let test = try? ShapiroWilk(of: values) {
    fields += [("shapiro_w", .number(test.statistic)), ("shapiro_p", .number(test.pValue))]
  }
  return fields.map { ("describe.\(name).\($0)", $1) }
}

func limits(_ interval: ConfidenceInterval) -> ReferenceValue {
  .list([.number(interval.lower), .number(interval.upper)])
}

private func columnFields(_ description: Description) -> [(String, ReferenceValue)] {
  [
    ("n", .count(description.count)), ("mean", .number(description.mean)),
    ("sum", .number(description.sum)), ("sd", .optional(description.standardDeviation)),
    ("variance", .optional(description.variance)), ("se", .optional(description.standardError)),
    ("min", .number(description.minimum)), ("max", .number(description.maximum)),
    ("range", .number(description.range)), ("median", .number(description.median)),
    ("mode", .list(description.modes.map(ReferenceValue.number))),
    ("q1_type7", .number(description.quartiles.lower)),
    ("q3_type7", .number(description.quartiles.upper)),
    ("iqr_type7", .number(description.quartiles.interquartileRange)),
    ("q1_type6", .number(description.quartilesType6.lower)),
    ("q3_type6", .number(description.quartilesType6.upper)),
    ("p05_type7", .number(description.fifthPercentile)),
    ("p95_type7", .number(description.ninetyFifthPercentile)),
    ("mad", .number(description.scaledMedianAbsoluteDeviation)),
    ("mad_raw", .number(description.medianAbsoluteDeviation)),
    ("trimmed_mean_10", .number(description.trimmedMean10)),
    ("trimmed_mean_20", .number(description.trimmedMean20)),
    ("cv", .optional(description.coefficientOfVariation)),
  ]
    + shapes("skew", description.skewness) + shapes("kurtosis", description.excessKurtosis)
}

private func shapes(_ name: String, _ shape: ShapeCoefficients) -> [(String, ReferenceValue)] {
  [
    ("\(name)_type1", .optional(shape.type1)), ("\(name)_type2", .optional(shape.type2)),
    ("\(name)_type3", .optional(shape.type3)),
  ]
}
