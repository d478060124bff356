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

  private func firstUnreadable(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Check.firstUnreadableByte(in: $0) }
  }
}
