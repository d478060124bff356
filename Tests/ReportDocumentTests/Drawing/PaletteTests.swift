import Testing

@testable import ReportDocument

@Suite struct PaletteTests {
  @Test func fourSidesUseTheNamedColours() {
    #expect(Palette.negative(2).map(\.hex) == ["#8c510a", "#dfb56a"])
    #expect(Palette.positive(2).map(\.hex) == ["#67bdb3", "#01665e"])
  }

  @Test(arguments: 1...5)
  func labelsAreReadableOnEveryStep(count: Int) {
    let colours = Palette.negative(count) + Palette.positive(count) + [Palette.neutral]
    #expect(Set(colours).count == 2 * count + 1)
    for colour in colours {
      #expect(colour.contrast(with: colour.labelColour) >= 4.5, "\(colour.hex)")
    }
  }

  @Test func bandsHaveColoursOfTheirOwn() {
    for colour in [Palette.negativeTogether, Palette.positiveTogether] {
      #expect(!(Palette.negative(2) + Palette.positive(2)).contains(colour))
      #expect(colour.contrast(with: colour.labelColour) >= 4.5)
    }
  }
}
