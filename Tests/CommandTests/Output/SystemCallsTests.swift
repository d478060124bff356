import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct SystemCallsTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func foldersChangePlacesInOneStep() throws {
    scratch.write("a", to: "first/file")
    scratch.write("b", to: "second/file")
    try SystemCalls.exchange(scratch.path("first"), scratch.path("second"))
    #expect(scratch.text(of: "first/file") == "b")
    #expect(scratch.text(of: "second/file") == "a")
  }

  @Test func nothingIsMovedOntoSomething() throws {
    scratch.write("a", to: "first")
    scratch.write("b", to: "second")
    let error = #expect(throws: SystemError.self) {
      try SystemCalls.move(scratch.path("first"), to: scratch.path("second"))
    }
    #expect(error?.reason == "File exists")
    #expect(scratch.text(of: "second") == "b")
  }

  @Test func aLinkCountsAsItself() throws {
    try scratch.makeFolder("folder")
    try scratch.link("link", to: "folder")
    #expect(try SystemCalls.kind(of: scratch.path("folder")) == .folder)
    #expect(try SystemCalls.kind(of: scratch.path("link")) == .other)
    #expect(try SystemCalls.kind(of: scratch.path("gone")) == nil)
  }
}
