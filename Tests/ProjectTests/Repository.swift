import Foundation

/// The repository that the tests are built from.
enum Repository {
  /// The top folder.
  static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Names at the top that are the project's, as opposed to what building leaves there.
  static let names = [
    ".ci", ".gitignore", ".swift-format", "Benchmarks", "CHANGELOG.md", "CONTRIBUTING.md",
    "LICENSE", "Makefile", "Package.swift", "README.md", "Sources", "Tests", "data", "docs",
    "reports", "scripts",
  ]

  /// What a file holds, or nil where there is none.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: top.appending(path: path), encoding: .utf8)
  }

  /// The lines of a file; none where there is no file.
  static func lines(_ path: String) -> [Substring] {
    (text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// True when something stands at the path.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: top.appending(path: path).path)
  }

  /// The names in one folder, sorted; none where there is no folder.
  static func names(in folder: String) -> [String] {
    let path = top.appending(path: folder).path
    return (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }

  /// Every file below a folder, or the file itself, as paths from the top, sorted.
  static func files(below path: String, endings: [String] = [""]) -> [String] {
    let root = top.appending(path: path)
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    let below = walk.compactMap { ($0 as? String).map { path + "/" + $0 } }
    return (below.isEmpty ? [path] : below).filter { file in
      var isFolder: ObjCBool = false
      let full = top.appending(path: file).path
      return endings.contains { file.hasSuffix($0) }
        && FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The Swift files below `Sources`.
  static var swiftSources: [String] { files(below: "Sources", endings: [".swift"]) }

  /// The rows of the Markdown tables of a page: trimmed cells, without heads and rules.
  static func tableRows(_ path: String) -> [[String]] {
    let lines = lines(path)
    return lines.indices.filter { index in
      lines[index].hasPrefix("|") && !lines[index].hasPrefix("|-")
        && !(index + 1 < lines.count && lines[index + 1].hasPrefix("|-"))
    }.map { index in
      lines[index].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The texts between single backticks.
  static func codes(in text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.1) }
  }
}
