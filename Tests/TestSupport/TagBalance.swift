/// Checks that the tags of an HTML text are closed in order, and collects what it meets.
package struct TagBalance {
  /// The elements, in order.
  package private(set) var names: [String] = []
  /// The values of `id`, in order.
  package private(set) var ids: [String] = []
  /// What links lead to, in order.
  package private(set) var links: [String] = []
  /// The names of attributes.
  package private(set) var attributes: Set<String> = []
  /// What is not closed, not quoted or live.
  package private(set) var problems: [String] = []
  private static let voidNames: Set<String> = ["meta", "br", "hr"]

  /// Reads a page.
  package init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("a tag without an end")
        break
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      let isEnd = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if isEnd {
        if open.popLast() != name { problems.append("</\(name)> closes nothing") }
        continue
      }
      names.append(name)
      readAttributes(tag.dropFirst(name.count))
      if !tag.hasSuffix("/") && !Self.voidNames.contains(name) { open.append(name) }
      // The style sheet holds ">" that is no tag.
      if name == "style", let close = rest.firstRange(of: "</style") {
        rest = rest[close.lowerBound...]
      }
    }
    problems += open.map { "<\($0)> is not closed" }
  }

  private mutating func readAttributes(_ text: Substring) {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    if parts.count % 2 == 0 { problems.append("an open quote in \(text)") }
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[index].drop { $0 == " " }
      let isName =
        name.hasSuffix("=") && name.dropLast().allSatisfy { $0.isLetter || "-:12".contains($0) }
      if !isName { problems.append("an attribute named \(name)") }
      if name.hasPrefix("on") { problems.append("an event handler \(name)") }
      attributes.insert(String(name.dropLast()))
      if ["href=", "xlink:href=", "src="].contains(name) { links.append(String(parts[index + 1])) }
      if name == "id=" { ids.append(String(parts[index + 1])) }
    }
  }
}
