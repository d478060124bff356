import Foundation

/// A link on a Markdown page.
struct Link: Hashable {
  let page: String
  let target: String

  /// Every link of a page, outside code.
  static func all(on page: String) -> [Link] {
    (Repository.text(page) ?? "").components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 0 }
      .flatMap { $0.element.replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/) }
      .map { Link(page: page, target: String($0.1)) }
  }

  /// True when file and heading are there; addresses elsewhere are taken as good.
  var leadsSomewhere: Bool {
    if target.hasPrefix("https://") || target.hasPrefix("mailto:") { return true }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = URL(filePath: "/" + page).deletingLastPathComponent()
    let path =
      parts[0].isEmpty
      ? page : String(folder.appending(path: parts[0]).standardized.path.dropFirst())
    guard Repository.has(path) else { return false }
    guard parts.count == 2 else { return true }
    return Repository.lines(path).contains {
      $0.hasPrefix("#") && Self.anchor(of: $0) == parts[1]
    }
  }

  /// The anchor that a repository page gives a heading.
  private static func anchor(of heading: Substring) -> String {
    heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
      .filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      .replacingOccurrences(of: " ", with: "-")
  }
}
