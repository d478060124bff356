import NumericCore

extension Specification {
  /// Which scales were answered on two occasions, and how persons and occasions are known.
  struct Retest {
    let scales: [String]
    let personColumns: [String]
    let timeColumn: String
    let times: (first: String, second: String)

    init?(_ fields: [String: Any]?) {
      guard let fields, let time = fields["time"] as? String,
        let times = fields["times"] as? [Any], times.count == 2
      else { return nil }
      scales = Specification.names(fields["scales"])
      personColumns = Specification.names(fields["id"])
      timeColumn = time
      self.times = ("\(times[0])", "\(times[1])")
    }
  }
}

/// The values of kind `retest`: scores of the persons who answered all items both times.
func retestValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  guard let retest = specification.retest else { return [] }
  return try retest.scales.flatMap { name -> [(String, ReferenceValue)] in
    guard let scale = specification.scales.first(where: { $0.name == name }) else { return [] }
    let prefix = "retest.\(name)"
    return try ifDefined(prefix) {
      let first = try scores(of: scale, at: retest.times.first, retest, in: table)
      let second = try scores(of: scale, at: retest.times.second, retest, in: table)
      let later = Dictionary(second, uniquingKeysWith: { first, _ in first })
      let pairs = first.compactMap { person, score in later[person].map { (score, $0) } }
      return try retestFields(pairs.map { $0.0 }, pairs.map { $0.1 })
        .map { ("\(prefix).\($0)", $1) }
    }
  }
}

/// Mean scores of complete rows, each with the texts that identify its person.
private func scores(
  of scale: ScaleSpecification, at time: String, _ retest: Specification.Retest,
  in table: CSVTable
) throws -> [([String?], Double)] {
  let data = try ScaleData(
    scale.filtered(by: RowFilter(column: retest.timeColumn, value: time)), in: table)
  let times = try table.texts(retest.timeColumn)
  let persons = try retest.personColumns.map { column in
    let texts = try table.texts(column)
    return times.indices.filter { times[$0] == time }.map { texts[$0] }
  }
  let means = try data.means(minimumAnswered: data.names.count)
  return means.indices.compactMap { row in
    means[row].map { score in (persons.map { $0[row] }, score) }
  }
}

private func retestFields(_ first: [Double], _ second: [Double]) throws
  -> [(String, ReferenceValue)]
{
  let result = try TestRetest(first, second)
  var fields: [(String, ReferenceValue)] = [
    ("n", .count(result.personCount)), ("r", .number(result.correlation.coefficient)),
    ("mean_diff", .number(result.meanDifference)),
  ]
  if let interval = try? result.correlation.fisherInterval(level: 0.95) {
    fields.append(("r_ci95", limits(interval)))
  }
  let squares = try RatingMeanSquares(of: [first, second])
  for (number, form) in zip(1..., RatingForm.allCases) {
    for unit in RatingUnit.allCases {
      let name = "ICC\(number)\(unit == .average ? "k" : "")"
      guard let result = try? IntraclassCorrelation(of: squares, form: form, unit: unit) else {
        continue
      }
      fields.append((name, .number(result.value)))
    }
  }
  return fields
}
