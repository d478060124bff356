import NumericCore
import NumericTestSupport
import Testing

@Suite struct FactorRotationTests {
  func factors() throws -> (FactorData, FactorExtraction) {
    let data = try FactorData()
    let factors = try FactorExtraction(
      of: data.correlations(), factorCount: 3, method: .maximumLikelihood)
    return (data, factors)
  }

  @Test(arguments: [
    (RotationMethod.varimax(kaiser: true), "varimax"), (.varimax(kaiser: false), "varimax.raw"),
    (.promax(power: 4), "promax"), (.oblimin(kaiser: false), "oblimin"),
    (.oblimin(kaiser: true), "oblimin.kaiser"),
  ])
  func agreesWithR(method: RotationMethod, name: String) throws {
    let (data, factors) = try factors()
    let turned = try FactorRotation(of: factors, method: method)
    try data.expectMatrix(turned.pattern, name, within: 5e-5)
    guard !name.hasPrefix("varimax") else { return }
    try data.expectMatrix(turned.factorCorrelations, "\(name).phi", within: 5e-5)
  }

  @Test(arguments: [
    RotationMethod.varimax(kaiser: true), .varimax(kaiser: false), .promax(power: 4),
    .oblimin(kaiser: false), .oblimin(kaiser: true),
  ])
  func whatTheFactorsImplyStays(method: RotationMethod) throws {
    let (_, factors) = try factors()
    let turned = try FactorRotation(of: factors, method: method)
    let structure = turned.structure
    for item in 0..<9 {
      let communality = (0..<3).reduce(0) { $0 + turned.pattern[item, $1] * structure[item, $1] }
      expectClose(
        communality, .iterative(factors.communalities[item], within: 1e-10, reason: "a search"))
    }
    expectClose(
      turned.variances.reduce(0, +),
      .iterative(factors.communalities.reduce(0, +), within: 1e-10, reason: "a search"))
  }

  @Test func oneFactorStaysAsItIs() throws {
    let factor = try FactorExtraction(
      of: oneFactorCorrelations([0.8, 0.7, 0.6]), factorCount: 1, method: .minres)
    for method: RotationMethod in [
      .varimax(kaiser: true), .promax(power: 4), .oblimin(kaiser: false),
    ] {
      let turned = try FactorRotation(of: factor, method: method)
      for (loading, expected) in zip(turned.pattern.column(0), factor.loadings.column(0)) {
        expectClose(loading, .derived(expected))
      }
    }
  }

  @Test func obliminReachesAtLeastTheValueOfR() throws {
    let (data, factors) = try factors()
    let turned = try FactorRotation(of: factors, method: .oblimin(kaiser: false))
    var value = 0.0
    for item in 1...9 {
      let squares = try (1...3).map { factor in
        let loading = try data.file.software("oblimin.\(item).\(factor)").value
        return loading * loading
      }
      let total = squares.reduce(0, +)
      value += squares.reduce(0) { $0 + $1 * (total - $1) / 4 }
    }
    let criterion = try #require(turned.criterion)
    #expect(criterion < value + 1e-7)
  }
}
