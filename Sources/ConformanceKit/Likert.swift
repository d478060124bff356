import NumericCore

/// The values of kind `likert`.
func likertValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  guard let likert = specification.likert else { return [] }
  return try likert.columns.flatMap { name in
    try ifDefined("likert.\(name)") {
      guard let item = try itemCodes(table.numbers(name)) else { return [] }
      return try likertFields(item, limits: likert.limits).map { ("likert.\(name).\($0)", $1) }
    }
  }
}

private func likertFields(_ item: ItemCodes, limits range: ClosedRange<Int>) throws
  -> [(String, ReferenceValue)]
{
  let tally = ItemTally(of: item)
  let (low, high) = (range.lowerBound, range.upperBound)
  func percentages(of total: Int) -> ReferenceValue {
    .object(
      range.map { ("\($0)", .number(100 * Double(tally.count(of: $0)) / Double(total))) })
  }
  let top = try Proportion(of: tally, codes: high - 1...high)
  return [
    ("freq", .object(range.map { ("\($0)", .count(tally.count(of: $0))) })),
    ("pct", percentages(of: tally.validCount)),
    ("pct_of_all", percentages(of: item.rowCount)),
    ("top2.count", .count(top.successCount)),
    ("top2.prop", .number(top.rate)),
    ("top2.wilson95", limits(try top.wilson(level: 0.95))),
    ("top2.clopper95", limits(try top.clopperPearson(level: 0.95))),
    ("bottom2.prop", .number(try Proportion(of: tally, codes: low...low + 1).rate)),
    ("floor_pct", .number(100 * (try Proportion(of: tally, codes: low...low).rate))),
    ("ceiling_pct", .number(100 * (try Proportion(of: tally, codes: high...high).rate))),
  ]
}

/// The column as codes, `nil` where a value is not a whole number.
func itemCodes(_ column: [Double?]) throws -> ItemCodes? {
  var answers: [Int?] = []
  for value in column {
    let answer = value.flatMap { Int(exactly: $0) }
    if value != nil && answer == nil { return nil }
    answers.append(answer)
  }
  return try ItemCodes(answers: answers)
}
