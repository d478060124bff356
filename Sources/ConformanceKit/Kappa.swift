import NumericCore

/// The values of kind `kappa` for two raters.
func kappaFields(_ ratings: RatingColumns, _ prefix: String) throws
  -> [(String, ReferenceValue)]
{
  try ifDefined(prefix) {
    guard let one = try itemCodes(ratings.columns[0]), let other = try itemCodes(ratings.columns[1])
    else { return [] }
    let counts = try PairTally(of: [one, other], policy: .listwise).table(0, 1)
    let plain = try CohenKappa(of: counts, weights: .identity)
    let alpha = try ifDefined(prefix) {
      let result = try KrippendorffAlpha(of: ratings.table(), level: .nominal)
      return [("krippendorff_nominal", .number(result.alpha))]
    }
    let weighted = try [AgreementWeights.linear, .quadratic].flatMap { weights in
      try coefficientFields(CohenKappa(of: counts, weights: weights), "_\(weights.rawValue)")
    }
    return
      ([
        ("table", tableOfShared(counts, ratings)),
        ("agreement", .number(plain.observedAgreement)),
        ("kappa_se_psych", .number(plain.standardError)),
      ] + (try coefficientFields(plain, "")) + weighted + alpha)
      .map { ("\(prefix).\($0)", $1) }
  }
}

private func coefficientFields(_ result: CohenKappa, _ suffix: String) throws
  -> [(String, ReferenceValue)]
{
  [
    ("kappa\(suffix)", .number(result.kappa)),
    ("kappa\(suffix)_ci95", limits(try result.interval(level: 0.95))),
    ("kappa\(suffix)_ase_vcd", .number(result.standardError)),
    ("kappa\(suffix)_se0", .number(result.standardErrorOfNull)),
  ]
}

/// The counts over the categories that either rater used.
private func tableOfShared(_ counts: ContingencyTable, _ ratings: RatingColumns)
  -> ReferenceValue
{
  let codes = Set(counts.rowCodes + counts.columnCodes).sorted()
  let names = codes.map { code in
    ratings.isNumeric ? "\(code)" : ratings.categories[code - 1]
  }
  return .matrix(names, codes.map { row in codes.map { Double(counts.count(of: row, and: $0)) } })
}
