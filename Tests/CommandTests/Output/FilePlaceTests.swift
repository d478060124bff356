import Foundation
import SurveyIngest
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct FilePlaceTests {
  let scratch: ScratchFolder
  var path: String { scratch.path("a.csv") }

  init() throws { scratch = try ScratchFolder() }

  /// Not every file system keeps the mark that abacus leaves on a file.
  static let hasMarks: Bool = {
    guard let scratch = try? ScratchFolder(), let folder = try? FolderHandle(scratch.path("")),
      (try? folder.write([UInt8]("x".utf8).span.bytes, to: "a", marks: true)) != nil,
      let file = try? folder.open("a", O_RDONLY)
    else { return false }
    defer { close(file) }
    return FileMark.isValid(of: file)
  }()

  func write(_ text: String) throws {
    try FilePlace(path).replace(with: Array(text.utf8), marks: true)
  }

  @Test(.enabled(if: hasMarks, "the file system keeps no attributes"))
  func whatAbacusWroteMayBeReplaced() throws {
    try write("first")
    try FilePlace(path).checkIsOurs()
  }

  @Test(.enabled(if: hasMarks, "the file system keeps no attributes"))
  func whatWasEditedMayNot() throws {
    try write("first")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(",mine".utf8))
    try handle.close()
    #expect(throws: OutputError.notWritten(path: path)) { try FilePlace(path).checkIsOurs() }
  }

  /// As on a file system that keeps no attributes.
  @Test func whatHasNoMarkMayNot() throws {
    try FilePlace(path).replace(with: Array("first".utf8))
    #expect(throws: OutputError.notWritten(path: path)) { try FilePlace(path).checkIsOurs() }
  }

  @Test func whatIsEmptyMay() throws {
    scratch.write("", to: "a.csv")
    try FilePlace(path).checkIsOurs()
  }

  @Test func anInputIsNoOutput() throws {
    scratch.write("n,A\n", to: "a.csv")
    InputFiles.note(path)
    #expect(throws: OutputError.isInput(path: path, input: path)) { try FilePlace(path) }
    let second = scratch.path("b.csv")
    try FileManager.default.linkItem(atPath: path, toPath: second)
    #expect(throws: OutputError.isInput(path: second, input: path)) { try FilePlace(second) }
  }

  @Test func anInputThatIsNotedLaterIsNoOutput() throws {
    scratch.write("n,A\n", to: "a.csv")
    let place = try FilePlace(path)
    InputFiles.note(path)
    #expect(throws: OutputError.isInput(path: path, input: path)) {
      try place.replace(with: Array("x".utf8))
    }
    #expect(scratch.text(of: "a.csv") == "n,A\n")
  }

  /// The system gives its number to the next file.
  @Test func anInputThatIsGoneIsNone() throws {
    scratch.write("n,A\n", to: "a.csv")
    InputFiles.note(path)
    let other = scratch.path("b.csv")
    try FileManager.default.moveItem(atPath: path, toPath: other)
    _ = try FilePlace(other)
  }

  @Test(arguments: ["", "a/", "gone/"]) func aPathWithoutANameIsAnError(name: String) {
    #expect(throws: OutputError.self) {
      try FilePlace(name).replace(with: Array("x".utf8))
    }
  }
}
