/// A section or heading that links can lead to.
struct Place: Sendable, Hashable {
  let anchor: Anchor
  let title: InlineText
}

extension Document {
  /// All places of the document, in reading order.
  var places: [Place] {
    blocks.flatMap(\.places)
  }

  /// The titles of the outermost sections.
  var chapters: [Place] {
    blocks.compactMap { block in
      if case .section(let section) = block {
        Place(anchor: section.id, title: section.title)
      } else {
        nil
      }
    }
  }
}

extension Block {
  fileprivate var places: [Place] {
    switch self {
    case .heading(_, let title, let id): id.map { [Place(anchor: $0, title: title)] } ?? []
    case .section(let section):
      [Place(anchor: section.id, title: section.title)] + section.blocks.flatMap(\.places)
    case .details(_, let blocks): blocks.flatMap(\.places)
    default: []
    }
  }
}
