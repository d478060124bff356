package import NumericCore
package import SurveyModel

/// A statistic of the registry that was asked for by name, of one scale.
package struct AskedCoefficient: Hashable, Sendable {
  /// What it is made of.
  package let passport: Passport
  /// Its values, or why there are none.
  package let outcome: Result<[Value], NumericError>

  /// One value of the statistic.
  package struct Value: Hashable, Sendable {
    /// Which of the statistic's outputs it is.
    package let output: String
    /// The item that it belongs to; nil where it belongs to the scale.
    package let item: Item?
    /// The number, unrounded; nil where it is undefined.
    package let number: Double?
    /// Its interval or why there is none; nil where none is defined for it.
    package let interval: IntervalOutcome?
    /// What stands against reading the number as it is.
    package let warnings: [FactorWarning]
  }
}

/// Computes statistics of the registry for one scale.
struct AskedCoefficients {
  let definitions: [StatisticDefinition]
  let items: [Item]
  let covariance: CovarianceMatrix
  /// The counted answers; nil where they are no codes.
  let tally: PairTally?
  let rows: ScaleRows
  /// Level of every interval, 0–1.
  let level: Double
  let base: Base
  let passports: PassportMaker

  var results: [AskedCoefficient] { definitions.map(result) }

  private func result(_ definition: StatisticDefinition) -> AskedCoefficient {
    let outcome: Result<[AskedCoefficient.Value], NumericError>
    do throws(NumericError) {
      let values = try definition.compute(input(of: definition), level: level)
      outcome = .success(
        values.enumerated().map { value($1, interval: interval($1, isFirst: $0 == 0, definition)) })
    } catch {
      outcome = .failure(error)
    }
    let first = (try? outcome.get())?.first?.interval
    return AskedCoefficient(
      passport: passports.passport(definition, interval: first), outcome: outcome)
  }

  private func input(of definition: StatisticDefinition) throws(NumericError) -> StatisticInput {
    guard definition.input == .answers else { return .items(covariance) }
    guard let tally else {
      throw .wrongInput(required: "answers in whole numbers, few of them distinct")
    }
    return .answers(tally)
  }

  private func value(
    _ value: NamedValue, interval: IntervalOutcome?
  ) -> AskedCoefficient.Value {
    AskedCoefficient.Value(
      output: value.name, item: value.item.map { items[$0] }, number: value.value,
      interval: interval, warnings: value.warnings)
  }

  /// The statistic's own interval where rows are independent and complete, else one of resamples.
  private func interval(
    _ value: NamedValue, isFirst: Bool, _ definition: StatisticDefinition
  ) -> IntervalOutcome? {
    let isOrdinary = passports.policy == .listwise && base.isIndependent
    if isOrdinary, let interval = value.interval { return .interval(interval) }
    if isFirst, value.value != nil,
      let interval = rows.interval(of: definition, level: level)
    {
      return interval
    }
    return value.interval.map { _ in .absent(base.intervalAbsence ?? .pairwiseCases) }
  }
}
