import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct SystemCallsTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func aLinkCountsAsItself() throws {
    try scratch.makeFolder("folder")
    try scratch.link("link", to: "folder")
    #expect(try SystemCalls.kind(of: scratch.path("folder")) == .folder)
    #expect(try SystemCalls.kind(of: scratch.path("link")) == .other)
    #expect(try SystemCalls.kind(of: scratch.path("gone")) == nil)
  }
}
