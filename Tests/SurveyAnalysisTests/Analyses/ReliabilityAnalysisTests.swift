import NumericCore
import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ReliabilityAnalysisTests {
  // Item variances 1, 1, 1; covariances 1, 0.5, 0.5: the total's variance is 7, alpha 3/2 · 4/7.
  private let items = [
    SampleColumn("a", codes: [1, 2, 3]), SampleColumn("b", codes: [1, 2, 3]),
    SampleColumn("c", codes: [2, 1, 3]),
  ]

  @Test func oneItemClaimsNothing() throws {
    let result = try reliability(Array(items.prefix(1)))
    #expect(result.content == .undefined(.numeric(.tooFewItems(count: 1, required: 2))))
  }

  @Test func twoItemsAreSpearmanBrown() throws {
    let detail = try #require(reliability([items[0], items[2]]).content.detail)
    #expect(detail.headline.passport.definitionID == "spearman_brown")
    expectClose(detail.headline.value, .derived(2.0 / 3))  // 2 · 0.5 / 1.5
    #expect(detail.items.isEmpty)
    #expect(detail.headline.interval?.interval == nil)
    #expect(detail.others.map(\.passport.definitionID).contains("average_inter_item_correlation"))
  }

  @Test func threeItemsHaveAlphaAndAllThatGoesWithIt() throws {
    let result = try reliability(items)
    let detail = try #require(result.content.detail)
    #expect(detail.headline.passport.definitionID == "cronbach_alpha")
    expectClose(detail.headline.value, .derived(6.0 / 7))
    #expect(detail.headline.interval?.interval?.method == .feldt)
    let others = Dictionary(
      uniqueKeysWithValues: detail.others.map { ($0.passport.definitionID, $0.value) })
    expectClose(others["standardized_alpha"], .derived(6.0 / 7))
    expectClose(others["average_inter_item_correlation"], .derived(2.0 / 3))
    // √(7/9) · √(1 − 6/7) = 1/3 for the mean of three items
    expectClose(others["standard_error_of_measurement"], .derived(1.0 / 3))
    // a with b + c: 1.5 / √(1 · 3); c with a + b: 1 / √(1 · 4)
    expectClose(detail.items[0].itemRestCorrelation, .derived(1.5 / 3.0.squareRoot()))
    expectClose(detail.items[2].itemRestCorrelation, .derived(0.5))
    expectClose(detail.items[0].alphaIfItemDropped, .derived(2.0 / 3))
    expectClose(detail.items[2].alphaIfItemDropped, .derived(1))
  }

  /// √7 · √(1 − 6/7) = 1 for the sum of the three items, three times that of their mean.
  @Test func theErrorOfMeasurementHasTheUnitsOfTheScore() throws {
    func error(_ method: ScoringRule.Method) throws -> Double? {
      let rule = ScoringRule(method: method, minimumAnswered: .half)
      let scale = Sample.scale("s", of: .items(items.map(\.item)), scoring: rule)
      let results = Analysed.results(Sample.form(items, scales: [scale]))
      let detail = try #require(results.reliabilities.first?.content.detail)
      return detail.others.first { $0.passport.definitionID == "standard_error_of_measurement" }?
        .value
    }
    try expectClose(error(.mean), .derived(1.0 / 3))
    try expectClose(error(.sum), .derived(1))
  }

  @Test func reverseKeyedItemsAreTurnedFirst() throws {
    let turned = [items[0], items[1], SampleColumn("c", codes: [4, 5, 3], keying: .reverse)]
    let detail = try #require(reliability(turned).content.detail)
    expectClose(detail.headline.value, .derived(6.0 / 7))
    #expect(detail.headline.passport.reversedItemIDs == ["c"])
  }

  @Test func listwiseLosesIncompleteRowsAndSaysHowMany() throws {
    let gappy = [
      SampleColumn("a", [1, 2, 3, 5, .missing(.notAdministered)]),
      SampleColumn("b", [1, 2, 3, nil, .missing(.notAdministered)]),
      SampleColumn("c", [2, 1, 3, 1, .missing(.notAdministered)]),
    ]
    let result = try reliability(gappy)
    let passport = try #require(result.content.detail?.headline.passport)
    expectClose(result.content.detail?.headline.value, .derived(6.0 / 7))
    #expect(passport.usedCount == 3)
    #expect(passport.droppedCount == 1)  // who was never shown the scale is not dropped
    #expect(passport.missingRule == .listwise)
    #expect(result.base.rowCount == 3)
  }

  @Test func pairwiseSaysHowManyCasesEachPairHas() throws {
    let gappy = [
      SampleColumn("a", [1, 2, 3, 5]), SampleColumn("b", [1, 2, 3, nil]),
      SampleColumn("c", [2, 1, 3, 1]),
    ]
    let result = try reliability(gappy, missing: .pairwise)
    let headline = try #require(result.content.detail?.headline)
    #expect(headline.passport.warnings.contains(.pairwise(smallest: 3, largest: 4)))
    #expect(headline.interval == .absent(.numeric(.tooFewValues(count: 4, required: 20))))
    #expect(headline.passport.usedCount == 4)
    #expect(result.base.personCount == 4)
    #expect(result.weakestBase.personCount == 3)
  }

  @Test func aConstantItemIsNamedAndCounted() throws {
    let result = try reliability(items + [SampleColumn("d", codes: [4, 4, 4])])
    let headline = try #require(result.content.detail?.headline)
    #expect(headline.passport.warnings.contains(.constantItems(["d"])))
    expectClose(headline.value, .derived(4.0 / 3 * 4 / 7))
    #expect(result.content.detail?.items[3].itemRestCorrelation == nil)
  }

  @Test func anUnreversedItemIsAFindingAndNothingIsReversed() throws {
    let results = results(repeated(items + [SampleColumn("d", codes: [3, 2, 1])]))
    let headline = try #require(results.reliabilities.first?.content.detail?.headline)
    #expect(headline.passport.warnings.contains(.unreversedItems(["d"])))
    #expect(headline.passport.reversedItemIDs.isEmpty)
    // Variances 4, covariances 2 · (1 + .5 + .5 − 1 − 1 − .5) = −1: 4/3 · (1 − 4/3).
    expectClose(headline.value, .derived(-4.0 / 9))
    let finding = try #require(results.findings.first { $0.code == .unreversedItem })
    #expect(finding.subject == "d")
    #expect(finding.count == 1)
    #expect(
      finding.message
        == "`d` runs against the rest of scale `s` and may need `reverse: true`; nothing was changed, so compare the wording with the codebook"
    )
  }

  @Test func aReverseKeyThatShouldNotBeIsFoundAsWell() throws {
    let wrong = [items[0], items[1], SampleColumn("c", codes: [2, 1, 3], keying: .reverse)]
    let finding = results(repeated(wrong)).findings.first { $0.code == .unreversedItem }
    #expect(finding?.subject == "c")
    #expect(
      finding?.message.contains(
        " although `reverse: true` turns it round, and may need `reverse: false`; nothing") == true)
  }

  @Test func twoKindsOfWrongKeysAreToldApart() throws {
    let wrong = [
      SampleColumn("a", codes: [1, 2, 3]), SampleColumn("b", codes: [1, 2, 3]),
      SampleColumn("c", codes: [1, 2, 3]), SampleColumn("d", codes: [3, 2, 1]),
      SampleColumn("e", codes: [1, 2, 3], keying: .reverse),
    ]
    let finding = results(repeated(wrong)).findings.first { $0.code == .unreversedItem }
    #expect(
      finding?.message
        == "`d` runs against the rest of scale `s` and may need `reverse: true`; `e` runs against the rest of scale `s` although `reverse: true` turns it round, and may need `reverse: false`; nothing was changed, so compare the wording with the codebook"
    )
  }

  /// The same answers of many: ratios of variances stay.
  private func repeated(_ columns: [SampleColumn]) -> [SampleColumn] {
    columns.map { column in
      SampleColumn(
        column.item.id, (0..<10).flatMap { _ in column.answers }, keying: column.item.keying)
    }
  }

  @Test func aChecklistSaysSo() throws {
    let list = try reliability(items, kind: .checklist).content.detail?.headline.passport
    #expect(list?.warnings.contains(.checklist) == true)
    let signs = try reliability(items).content.detail?.headline.passport
    #expect(signs?.warnings.contains(.checklist) == false)
  }

  @Test func skewedItemsAndFewCasesAreWarnedOf() throws {
    let skewed = [
      SampleColumn("a", codes: [5, 5, 5, 5, 5, 5, 1]),
      SampleColumn("b", codes: [1, 2, 3, 4, 5, 3, 3]),
      SampleColumn("c", codes: [1, 2, 3, 4, 5, 2, 3]),
    ]
    let warnings = try reliability(skewed).content.detail?.headline.passport.warnings
    #expect(warnings?.contains(.skewedItems(["a"], resampledBeside: false)) == true)
    #expect(warnings?.contains(.fewCases(7)) == true)
  }

  /// Only Feldt's interval takes items for normal, and only alpha has one beside it.
  @Test func otherCoefficientsDoNotSpeakOfSkewedItems() throws {
    let detail = try #require(reliability(skewed(count: 30)).content.detail)
    for estimate in detail.others {
      let isStandardized = estimate.passport.definitionID == "standardized_alpha"
      let skewed = estimate.passport.warnings.filter {
        if case .skewedItems = $0 { true } else { false }
      }
      #expect(
        skewed == (isStandardized ? [.skewedItems(["a"], resampledBeside: false)] : []),
        "\(estimate.passport.definitionID)")
    }
  }

  @Test func aNegativeCoefficientHasNoErrorOfMeasurement() throws {
    let wrong = items + [SampleColumn("d", codes: [3, 2, 1])]
    let detail = try #require(reliability(wrong).content.detail)
    #expect(detail.headline.value < 0)
    #expect(detail.headline.passport.warnings.contains(.negativeReliability))
    #expect(
      detail.others.allSatisfy { $0.passport.definitionID != "standard_error_of_measurement" })
    let usual = try #require(reliability(items).content.detail)
    #expect(!usual.headline.passport.warnings.contains(.negativeReliability))
  }

  @Test func resamplesAreFewerWhereThereAreManyRowsOrItems() {
    #expect(ScaleRows.resampleCount(rows: 10_000, items: 30) == 10_000)
    #expect(ScaleRows.resampleCount(rows: 10_001, items: 4) == 2_000)
    #expect(ScaleRows.resampleCount(rows: 100, items: 31) == 2_000)
  }

  @Test func skewedItemsHaveAnIntervalOfResamplesBeside() throws {
    let skewed = self.skewed(count: 30)
    let headline = try #require(reliability(skewed).content.detail?.headline)
    #expect(headline.interval?.interval?.method == .feldt)
    let rows = try skewed.map { try ItemCodes(answers: codes($0)) }
    let distribution = try BootstrapDistribution(
      ofAlphaOf: ItemRows(of: rows, policy: .listwise),
      options: BootstrapOptions(resampleCount: 10_000, seed: 1))
    #expect(headline.resampled?.interval == (try distribution.normalInterval(level: 0.95)))
    #expect(headline.passport.warnings.contains(.skewedItems(["a"], resampledBeside: true)))
    #expect(try reliability(items).content.detail?.headline.resampled == nil)
  }

  @Test func fewDependentRowsHaveNoInterval() throws {
    let result = try #require(results(items, persons: [0, 0, 1]).reliabilities.first)
    let headline = try #require(result.content.detail?.headline)
    #expect(headline.interval == .absent(.tooFewGroups(count: 2, required: 40)))
    #expect(headline.passport.warnings.contains(.dependentRows))
    #expect(
      headline.passport.warnings.allSatisfy { if case .drawnInGroups = $0 { false } else { true } })
  }

  /// Rows of one person are drawn together.
  @Test func manyDependentRowsHaveAnIntervalOfResampledPersons() throws {
    let columns = skewed(count: 80)
    let persons = (0..<80).map { Int32($0 / 2) }
    let result = try #require(results(columns, persons: persons).reliabilities.first)
    let headline = try #require(result.content.detail?.headline)
    let distribution = try BootstrapDistribution(
      ofAlphaOf: ItemRows(
        of: columns.map { try ItemCodes(answers: codes($0)) }, policy: .listwise,
        groups: persons.map { Int($0) }),
      options: BootstrapOptions(resampleCount: 10_000, seed: 1))
    #expect(headline.interval == .interval(try distribution.normalInterval(level: 0.95)))
    #expect(headline.resampled == nil)
    #expect(headline.passport.warnings.contains(.drawnInGroups(40)))
  }

  @Test func twoItemsHaveAnIntervalOfResamples() throws {
    let columns = Array(skewed(count: 30).dropFirst())
    let headline = try #require(reliability(columns).content.detail?.headline)
    #expect(headline.passport.definitionID == "spearman_brown")
    #expect(headline.interval?.interval?.method == .bootstrapNormal)
  }

  private func codes(_ column: SampleColumn) -> [Int?] {
    column.answers.map { if case .code(let code) = $0 { code } else { nil } }
  }

  /// The first of the items is skewed.
  private func skewed(count: Int) -> [SampleColumn] {
    [
      SampleColumn("a", codes: (0..<count).map { $0 % 10 == 0 ? 1 : 5 - $0 % 3 / 2 }),
      SampleColumn("b", codes: (0..<count).map { $0 % 10 == 0 ? 1 : $0 % 5 + 1 }),
      SampleColumn("c", codes: (0..<count).map { ($0 + $0 / 7) % 5 + 1 }),
    ]
  }

  private func reliability(
    _ columns: [SampleColumn], missing: MissingDataPolicy = .listwise,
    kind: Scale.Kind = .reflective
  ) throws -> ReliabilityResult {
    try #require(results(columns, missing: missing, kind: kind).reliabilities.first)
  }

  private func results(
    _ columns: [SampleColumn], missing: MissingDataPolicy = .listwise,
    kind: Scale.Kind = .reflective, persons: [Int32]? = nil
  ) -> AnalysisResults {
    let scale = Sample.scale("s", of: .items(columns.map(\.item)), kind: kind)
    return Analysed.results(
      Sample.form(columns, scales: [scale], persons: persons), missing: missing)
  }
}
