import Foundation

/// A block of code on a Markdown page, between two lines of backticks.
struct Fence: Hashable {
  let page: String
  /// The line of the page on which its first line of code stands, from 1.
  let line: Int
  /// The word after the backticks: `sh`, `yaml`, `text`.
  let language: String
  /// What stands between the backticks, without the indentation of the fence.
  let code: String

  /// Every block of a page.
  static func all(on page: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (language: String, indent: Int, start: Int)?
    var code = ""
    for (index, line) in Repository.lines(page).enumerated() {
      let indent = line.prefix { $0 == " " }.count
      if line.dropFirst(indent).hasPrefix("```") {
        if let fence = open {
          fences.append(
            Fence(page: page, line: fence.start + 2, language: fence.language, code: code))
          open = nil
        } else {
          open = (String(line.dropFirst(indent + 3)), indent, index)
        }
        code = ""
      } else if let fence = open {
        code += line.dropFirst(min(indent, fence.indent)) + "\n"
      }
    }
    return fences
  }

  /// The pages that hold documentation.
  static let pages =
    ["README.md", "CONTRIBUTING.md"] + Repository.files(below: "docs", endings: [".md"])
    + Repository.files(below: "data", endings: [".md"])

  /// The commands in it: its lines, those that end with a backslash joined with the next.
  var commands: [String] {
    code.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }
}
