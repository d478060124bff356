import Testing

@testable import SurveyIngest

@Suite struct UTF8CheckTests {
  @Test(arguments: ["", "plain", "é", "日本語", "🙂", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10FFFF}"])
  func everyUnicodeTextIsReadable(text: String) {
    #expect(firstUnreadable(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      [0x00], [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x28, 0xA1], [0xFF],
    ] as [[UInt8]])
  func whatIsNotUTF8IsFoundWhereverItStands(bytes: [UInt8]) {
    for position in [0, 1, 31, 32, 33, 63, 64, 100] {
      let before = [UInt8](repeating: 0x61, count: position)
      #expect(firstUnreadable(before + bytes) == position)
      #expect(firstUnreadable(before + bytes + [UInt8](repeating: 0x61, count: 70)) == position)
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9, 0xE9], 1, 1, false), ([0xE9, 0x20, 0xFC], 0, 2, false),
      ([0x93, 0x94], 0, 2, true), ([0x61, 0xE2, 0x82], 1, 0, true), ([0x61, 0xC3], 0, 1, false),
      ([0x61, 0x00, 0xE9], 0, 1, false), ([0x61], 0, 0, false),
    ] as [([UInt8], Int, Int, Bool)])
  func highBytesAreCharactersOrStray(
    bytes: [UInt8], sequenceCount: Int, strayCount: Int, hasC1: Bool
  ) {
    let counts = bytes.withUnsafeBufferPointer { UTF8Check.HighBytes(in: $0) }
    #expect(counts.sequenceCount == sequenceCount)
    #expect(counts.strayCount == strayCount)
    #expect(counts.hasC1 == hasC1)
  }

  private func firstUnreadable(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Check.firstUnreadableByte(in: $0) }
  }
}
