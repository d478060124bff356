import Foundation
import Testing

/// What holds for the repository as a whole.
@Suite struct LayoutTests {
  @Test(arguments: [
    ".ci/run", ".gitignore", ".swift-format", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "Makefile", "Package.swift", "README.md", "Sources", "Tests", "docs/README.md",
    "docs/tutorials", "docs/how-to", "docs/reference", "docs/explanation", "docs/decisions",
    "scripts/setup",
  ])
  func isThere(path: String) {
    #expect(Repository.has(path))
  }

  @Test(arguments: [".ci/run", "scripts/setup"]) func isExecutable(path: String) {
    #expect(
      FileManager.default.isExecutableFile(atPath: Repository.top.appending(path: path).path))
  }

  @Test func noSourceFileIsTooLong() {
    for file in Repository.files(below: "Sources", endings: [".swift", ".cpp", ".c", ".h"]) {
      let count = Repository.lines(file).count - 1
      #expect(count <= 300, "\(file) has \(count) lines")
    }
  }

  @Test(arguments: ["TODO", "FIXME", "fatalError(", "try!", "as!"])
  func staysOutOfTheSources(words: String) {
    for file in Repository.swiftSources {
      for (index, line) in Repository.lines(file).enumerated() where line.contains(words) {
        Issue.record("\(file):\(index + 1) holds \(words)")
      }
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    let pages =
      ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
      + Repository.files(below: "docs", endings: [".md"])
    for link in pages.flatMap(Link.all) {
      #expect(link.leadsSomewhere, "\(link.page) links to \(link.target)")
    }
  }

  /// Somebody's own folders mean nothing on another machine.
  @Test func noFileNamesAPathOfOneMachine() throws {
    let roots = ["home", "Users", "root", "work", "tmp", "farm"].map { Data("/\($0)/".utf8) }
    for file in Repository.names.flatMap({ Repository.files(below: $0) }) {
      let bytes = try Data(contentsOf: Repository.top.appending(path: file))
      for root in roots {
        let path = Self.path(from: root, in: bytes)
        #expect(path == nil, "\(file)")
      }
    }
  }

  /// The first path that begins with `root`; part of a longer path or of an address is none.
  private static func path(from root: Data, in bytes: Data) -> String? {
    var start = bytes.startIndex
    while let found = bytes.range(of: root, in: start..<bytes.endIndex) {
      let before = bytes[start..<found.lowerBound].last
      let after = bytes[found.upperBound...].first
      if !isPartOfAPath(before), isPartOfAPath(after) {
        return String(decoding: bytes[found.lowerBound...].prefix(40), as: UTF8.self)
      }
      start = found.upperBound
    }
    return nil
  }

  private static func isPartOfAPath(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    let character = Character(UnicodeScalar(byte))
    return character.isLetter || character.isNumber || "_-.~$/){}".contains(character)
  }
}
