public import NumericCore

extension StatisticDefinition {
  /// Its values with intervals of 95 %, the level of the reference values.
  public func compute(_ input: StatisticInput) throws(NumericError) -> [NamedValue] {
    try compute(input, level: 0.95)
  }
}
