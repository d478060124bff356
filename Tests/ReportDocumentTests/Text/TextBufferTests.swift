import Testing

@testable import ReportDocument

@Suite struct TextBufferTests {
  @Test func piecesStandInTheirOrder() {
    var buffer = TextBuffer()
    buffer += "é"
    buffer.append(fixed: " and ")
    buffer.append(Unicode.Scalar(0x1F600) ?? " ")
    buffer.append(ascii: UInt8(ascii: "-"), count: 3)
    buffer.appendSpaces(-1)
    #expect(buffer.text == "é and 😀---")
  }

  @Test(arguments: [0, 7, 10, -1, Int.max, Int.min])
  func wholeNumbersAreWrittenInFull(number: Int) {
    var buffer = TextBuffer()
    buffer.append(number)
    #expect(buffer.text == "\(number)")
  }

  @Test func growsBeyondItsFirstRoom() {
    var buffer = TextBuffer(capacity: 1)
    let piece = String(repeating: "word ", count: 30)
    for _ in 0..<100 { buffer += piece }
    #expect(buffer.text == String(repeating: piece, count: 100))
  }
}
