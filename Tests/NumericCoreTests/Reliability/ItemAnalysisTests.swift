import NumericCore
import NumericTestSupport
import Testing

@Suite struct ItemAnalysisTests {
  @Test func parallelItemsByHand() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]])
    for item in try ItemAnalysis(of: matrix).items {
      expectClose(item.alphaIfItemDropped, .derived(2.0 / 3))
      expectClose(item.itemRestCorrelation, .derived(4 / (4.0 * 12).squareRoot()))
      expectClose(item.itemTotalCorrelation, .derived(8 / (4.0 * 24).squareRoot()))
      // smc is 1/3: (1/3 + 1) / √(3 · 4/3)
      expectClose(item.overlapCorrectedCorrelation, .derived(2.0 / 3))
    }
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithPsych(policy: MissingDataPolicy) throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let result = try ItemAnalysis(of: CovarianceMatrix(columns: columns, policy: policy))
    for (name, item) in zip(["a", "b", "c", "d"], result.items) {
      expectClose(item.alphaIfItemDropped, try file.software("\(policy).raw_if_dropped.\(name)"))
      expectClose(
        item.standardizedAlphaIfItemDropped, try file.software("\(policy).std_if_dropped.\(name)"))
      expectClose(item.itemRestCorrelation, try file.software("\(policy).r_drop.\(name)"))
      expectClose(
        item.standardizedItemTotalCorrelation, try file.software("\(policy).std_r.\(name)"))
      expectClose(item.overlapCorrectedCorrelation, try file.software("\(policy).r_cor.\(name)"))
      if policy == .listwise {
        expectClose(item.itemTotalCorrelation, try file.software("listwise.raw_r.\(name)"))
      }
    }
    #expect(result.itemCount == 4 && result.completeCaseCount == 11)
  }

  @Test func twoItemsHaveNoAlphaWithoutOne() throws {
    let items = try ItemAnalysis(of: CovarianceMatrix(rows: [[4, 3], [3, 9]])).items
    #expect(items.allSatisfy { $0.alphaIfItemDropped == nil })
    #expect(items.allSatisfy { $0.standardizedAlphaIfItemDropped == nil })
    for item in items { expectClose(item.itemRestCorrelation, .derived(0.5)) }
  }

  @Test func aConstantItemHasNoCorrelations() throws {
    let rows = [[4.0, 2, 0], [2, 4, 0], [0, 0, 0]]
    let items = try ItemAnalysis(of: CovarianceMatrix(rows: rows)).items
    #expect(items[2].itemRestCorrelation == nil && items[2].itemTotalCorrelation == nil)
    expectClose(items[2].alphaIfItemDropped, .derived(2.0 / 3))
    #expect(items[0].standardizedItemTotalCorrelation == nil)
    expectClose(items[0].itemRestCorrelation, .derived(0.5))
  }

  @Test func aRepeatedItemHasNoOverlapCorrection() throws {
    let rows = [[4.0, 4, 1], [4, 4, 1], [1, 1, 4]]
    let items = try ItemAnalysis(of: CovarianceMatrix(rows: rows)).items
    #expect(items.allSatisfy { $0.overlapCorrectedCorrelation == nil })
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, -1], [-1, 1]], .noTotalVariance),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try ItemAnalysis(of: CovarianceMatrix(rows: rows)) }
  }
}
