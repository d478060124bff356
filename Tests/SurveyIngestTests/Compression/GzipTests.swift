import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct GzipTests {
  private static let text = Array(
    (0..<5000).map { "\($0),\($0 * 7919 % 10007)\n" }.joined().utf8)

  @Test func aMemberIsUnpacked() throws {
    #expect(try unpacked(Encoded.gzip(Self.text)) == Self.text)
    #expect(try unpacked(Encoded.gzip([])) == [])
  }

  @Test func membersFollowEachOther() throws {
    let bytes = Encoded.gzip(Self.text) + Encoded.gzip([]) + Encoded.gzip(Array("end".utf8))
    #expect(try unpacked(bytes) == Self.text + Array("end".utf8))
  }

  @Test func zerosMayFillTheEnd() throws {
    #expect(try unpacked(Encoded.gzip(Self.text) + [0, 0, 0]) == Self.text)
  }

  @Test(arguments: [2, 3, 9, 10, 11, 100, -9, -8, -4, -1])
  func aCutFileIsKnown(count: Int) {
    let packed = Encoded.gzip(Self.text)
    let cut = Array(packed.prefix(count > 0 ? count : packed.count + count))
    #expect(throws: IngestError.truncatedGzip(path: "x")) { try unpacked(cut) }
    let second = packed + cut
    #expect(throws: IngestError.truncatedGzip(path: "x")) { try unpacked(second) }
  }

  @Test func damageIsKnown() {
    var bytes = Encoded.gzip(Self.text)
    bytes[bytes.count - 6] ^= 1
    expect(bytes, reason: "incorrect data check")
    bytes = Encoded.gzip(Self.text)
    bytes[bytes.count - 1] ^= 1
    expect(bytes, reason: "incorrect length check")
    bytes = Encoded.gzip(Self.text)
    bytes[2] = 9
    expect(bytes, reason: "unknown compression method")
    expect(Encoded.gzip(Self.text) + [7], reason: "unknown bytes at the end")
  }

  @Test func whatExpandsTooMuchIsStopped() throws {
    let bytes = Encoded.gzip([UInt8](repeating: 0x31, count: 4 << 20))
    var limits = InputLimits.standard
    #expect(try unpacked(bytes, limits: limits).count == 4 << 20)
    limits.ratioFrom = 2 << 20
    #expect(throws: IngestError.expandsTooMuch(path: "x", ratio: 250)) {
      try unpacked(bytes, limits: limits)
    }
    limits.unknownSize = 1 << 20
    #expect(throws: IngestError.tooLarge(path: "x", limit: 1 << 20)) {
      try unpacked(bytes, limits: limits)
    }
  }

  private func expect(_ bytes: [UInt8], reason: String) {
    #expect(throws: IngestError.damagedGzip(path: "x", reason: reason)) { try unpacked(bytes) }
  }

  private func unpacked(
    _ bytes: [UInt8], limits: InputLimits = .standard
  ) throws -> [UInt8] {
    let text = try bytes.withUnsafeBufferPointer {
      try Gzip(path: "x", limits: limits).unpacked($0)
    }
    return withExtendedLifetime(text) { Array(text.elements) }
  }
}
