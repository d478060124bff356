/// The anchors a repository page gives to headings, so that links to places lead there.
struct MarkdownAnchors {
  private var names: [Anchor: String] = [:]
  private var counts: [String: Int] = [:]

  /// Reads all headings of a document, its title first, in the order they are written in.
  init(_ document: Document) {
    _ = name(for: InlineText(document.title))
    add(document.blocks)
  }

  /// The heading's anchor, or nil when the document has no such place.
  subscript(anchor: Anchor) -> String? {
    names[anchor]
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(_, let title, let id):
        let name = name(for: title)
        if let id, names[id] == nil { names[id] = name }
      case .section(let section):
        let name = name(for: section.title)
        if names[section.id] == nil { names[section.id] = name }
        add(section.blocks)
      case .details(_, let content): add(content)
      default: break
      }
    }
  }

  /// Lower case, spaces to hyphens, marks dropped; a repeated heading gets a number.
  private mutating func name(for title: InlineText) -> String {
    var name = ""
    for scalar in VisibleText.clean(title.plain).lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator: name += "-"
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        name.unicodeScalars.append(scalar)
      default: if scalar == "-" { name += "-" }
      }
    }
    let count = counts[name, default: 0]
    counts[name] = count + 1
    return count == 0 ? name : "\(name)-\(count)"
  }
}
