import Testing

@testable import ReportDocument

@Suite struct ColourTests {
  @Test func contrastFollowsWCAG() {
    #expect(Colour(0).contrast(with: Colour(0xFFFFFF)) == 21)
    #expect(abs(Colour(0x8C510A).contrast(with: Colour(0xFFFFFF)) - 6.4) < 0.1)
    #expect(abs(Colour(0x01665E).contrast(with: Colour(0xFFFFFF)) - 6.9) < 0.1)
    #expect(Colour(0x777777).hex == "#777777")
  }

  @Test func everyColourHasAReadableLabel() {
    for red in stride(from: 0.0, through: 255, by: 51) {
      for green in stride(from: 0.0, through: 255, by: 51) {
        for blue in stride(from: 0.0, through: 255, by: 51) {
          let colour = Colour(red, green, blue)
          #expect(colour.contrast(with: colour.labelColour) >= 4.5, "\(colour.hex)")
        }
      }
    }
  }
}
