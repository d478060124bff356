import NumericCore
import NumericTestSupport
import Testing

@Suite struct StatisticRegistryTests {
  @Test func everyIdentifierIsThere() {
    #expect(
      StatisticRegistry.all.map(\.id) == [
        "n", "mean", "standard_deviation", "variance", "median", "quantile", "skewness",
        "kurtosis", "proportion", "cronbach_alpha", "standardized_alpha", "alpha_if_item_dropped",
        "item_rest_correlation", "average_inter_item_correlation", "standard_error_of_measurement",
        "spearman_brown", "minimal_detectable_change", "stratified_alpha", "kr20",
        "guttman_lambda2", "guttman_lambda4", "guttman_lambda6", "ten_berge_zegers_mu",
        "split_half", "greatest_lower_bound", "mcdonald_omega", "omega_hierarchical",
        "composite_reliability", "average_variance_extracted", "categorical_omega",
        "ordinal_alpha", "kmo", "bartlett_sphericity", "eigenvalues", "parallel_analysis",
        "velicer_map", "percent_agreement", "cohen_kappa", "weighted_kappa", "fleiss_kappa",
        "gwet_ac1", "gwet_ac2", "krippendorff_alpha", "icc", "bland_altman",
      ])
    #expect(StatisticRegistry.definition(id: "mean")?.name == "Mean")
    #expect(StatisticRegistry.definition(id: "nothing") == nil)
  }

  @Test(arguments: StatisticRegistry.all.map(\.id)) func isCompletelyDescribed(id: StableID) throws
  {
    let definition = try #require(StatisticRegistry.definition(id: id))
    #expect(definition.sentence.hasSuffix(".") && definition.sentence.count > 20)
    #expect(!definition.formula.isEmpty && !definition.reference.isEmpty)
    #expect(!definition.sameAs.isEmpty && !definition.notSameAs.isEmpty)
    #expect(!definition.cautions.isEmpty)
    for caution in definition.cautions {
      #expect(!caution.situation.isEmpty && !caution.instead.isEmpty)
    }
    #expect(id.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
  }

  @Test(arguments: StatisticRegistry.all.map(\.id)) func givesItsNamedOutputs(id: StableID) throws {
    let definition = try #require(StatisticRegistry.definition(id: id))
    let values = try definition.compute(sample(for: definition))
    var names: [String] = []
    for value in values where !names.contains(value.name) { names.append(value.name) }
    #expect(names == definition.outputs)
    for value in values {
      #expect(value.value?.isFinite == true && value.count > 0)
    }
  }

  @Test(arguments: StatisticRegistry.all.map(\.id)) func refusesAnotherShape(id: StableID) throws {
    let definition = try #require(StatisticRegistry.definition(id: id))
    let wrong: StatisticInput =
      definition.input == .share
      ? .column([1, 2]) : .share(try Proportion(successCount: 1, totalCount: 2))
    do {
      _ = try definition.compute(wrong)
      Issue.record("\(id) took another shape")
    } catch {
      guard case .wrongInput = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func noNameIsGivenTwice() {
    let names = StatisticRegistry.all.flatMap { [$0.id.rawValue] + $0.otherNames }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: AmbiguousName.all) func anAmbiguousNameFindsNothingAndNamesItsMeanings(
    ambiguous: AmbiguousName
  ) {
    #expect(StatisticRegistry.definition(named: ambiguous.name) == nil)
    #expect(StatisticRegistry.ambiguousName(ambiguous.name.uppercased()) == ambiguous)
    let asked = ambiguous.advice.split(separator: "`").map { StableID(rawValue: String($0)) }
    #expect(asked.contains { StatisticRegistry.definition(id: $0) != nil })
  }

  /// The names that psych and others use for another number.
  @Test(arguments: ["omega_total", "ordinalOmega", "smc", "sem", "mu", "kuder_richardson"])
  func namesOfOtherStatisticsElsewhereAreAmbiguous(name: String) {
    #expect(StatisticRegistry.ambiguousName(name) != nil)
  }

  @Test(arguments: StatisticRegistry.all.map(\.id)) func intervalsAreOfTheNamedMethod(id: StableID)
    throws
  {
    let definition = try #require(StatisticRegistry.definition(id: id))
    let methods = Set(
      try definition.compute(sample(for: definition)).compactMap { $0.interval?.method })
    if let method = definition.interval {
      #expect(methods.contains(method) && !method.name.isEmpty)
    } else {
      #expect(methods.isEmpty)
    }
  }

  @Test(arguments: StatisticRegistry.all.map(\.id)) func intervalsHaveTheLevelAskedFor(id: StableID)
    throws
  {
    let definition = try #require(StatisticRegistry.definition(id: id))
    let usual = try definition.compute(sample(for: definition))
    let narrow = try definition.compute(sample(for: definition), level: 0.8)
    // The values themselves are the same at every level.
    #expect(usual.map(\.value) == narrow.map(\.value))
    for (wide, narrow) in zip(usual.map(\.interval), narrow.map(\.interval)) {
      #expect(
        wide?.level == (wide == nil ? nil : 0.95) && narrow?.level == (wide == nil ? nil : 0.8))
      if let wide, let narrow { #expect(narrow.lower >= wide.lower && narrow.upper <= wide.upper) }
    }
  }

  @Test func ratingsOfAPairMustBeCodes() throws {
    #expect(throws: NumericError.wrongInput(required: "codes that are whole numbers")) {
      try CohenKappa.definition.compute(.pair([1, 1.5], [1, 2]))
    }
    #expect(throws: NumericError.wrongInput(required: "the coded ratings of two raters")) {
      try CohenKappa.definition.compute(.raters([[1, 2], [1, 2]]))
    }
  }

  @Test func alphaIsThatOfItsType() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 30)
    let value = try #require(try CronbachAlpha.definition.compute(.items(matrix)).first)
    expectClose(value.value, .derived(0.75))
    #expect(value.interval == (try CronbachAlpha(of: matrix).feldtInterval(level: 0.95)))
    #expect(value.count == 30 && value.item == nil)
  }

  @Test func smallSamplesAreRefusedByName() {
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try Description.varianceDefinition.compute(.column([1]))
    }
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try Description.standardDeviationDefinition.compute(.column([1]))
    }
    #expect(throws: NumericError.tooFewValues(count: 2, required: 3)) {
      try Description.skewnessDefinition.compute(.column([1, 2]))
    }
    #expect(throws: NumericError.constantValues(item: nil)) {
      try Description.kurtosisDefinition.compute(.column([1, 1, 1, 1]))
    }
    #expect(throws: NumericError.tooFewItems(count: 2, required: 3)) {
      try ItemAnalysis.alphaIfItemDroppedDefinition.compute(
        .items(CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]])))
    }
  }

  func sample(for definition: StatisticDefinition) throws -> StatisticInput {
    switch definition.input {
    case .column: .tally(try ItemTally(codes: [1, 2, 5], counts: [3, 1, 2]))
    case .share: .share(try Proportion(successCount: 3, totalCount: 8))
    case .subscales:
      .subscales(
        try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9), [[0, 2], [1]])
    case .pair: .pair([1, 2, 3, 3, 2, nil, 1], [1, 3, 3, 3, 2, 1, 2])
    case .raters: .raters([[1, 2, 3, 4, 2], [1, 2, 3, 3, 2], [2, 2, 4, 4, 1]])
    case .answers where definition.id == "kr20":
      .answers(
        try PairTally(
          of: [[1, 1, 1, 0], [1, 1, 0, 0]].map { try ItemCodes(answers: $0) }, policy: .listwise))
    case .answers: .answers(try FactorData().tally(0..<3))
    case .items where definition.id == "omega_hierarchical":
      .items(try FactorData().covariances())
    default:
      definition.id == "spearman_brown"
        ? .items(try CovarianceMatrix(rows: [[4, 2], [2, 4]], caseCount: 9))
        : .items(try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9))
    }
  }
}
