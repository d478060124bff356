/// A part of a document that begins on a line of its own.
package indirect enum Block: Sendable, Hashable {
  /// A heading outside the section tree; level 2 to 4.
  case heading(level: Int, InlineText, id: Anchor?)
  /// A titled part that links can lead to; its level follows from how deep it is nested.
  case section(Section)
  /// Running text.
  case paragraph(InlineText)
  /// A remark in muted type.
  case note(InlineText)
  /// Numbered claims, each with its evidence.
  case findings([FindingItem])
  /// Large numbers with their labels, side by side.
  case facts([Fact])
  /// A table.
  case table(Table)
  /// A drawing with its table.
  case chart(Chart)
  /// Blocks that are folded until the reader asks for them.
  case details(summary: InlineText, [Block])
  /// Terms and what they mean.
  case definitionList([Definition])
  /// Points without an order.
  case bulletList([InlineText])
  /// Text shown as typed, in a fixed-width font.
  case code(String)
  /// A thin line between two parts.
  case rule
}

/// A titled part of a document.
package struct Section: Sendable, Hashable {
  /// What links lead to; unique within the document.
  package var id: Anchor
  /// The heading.
  package var title: InlineText
  /// What stands below the heading.
  package var blocks: [Block]

  /// Makes a section from its parts.
  package init(id: Anchor, title: InlineText, _ blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// A claim in plain words and what it rests on.
package struct FindingItem: Sendable, Hashable {
  /// The claim; shown bold.
  package var claim: InlineText
  /// Number, interval, count and link; shown muted below the claim.
  package var evidence: InlineText

  /// Makes a finding from its claim and evidence.
  package init(claim: InlineText, evidence: InlineText) {
    self.claim = claim
    self.evidence = evidence
  }
}

/// A large number and what it counts.
package struct Fact: Sendable, Hashable {
  /// The number, already styled as text.
  package var value: String
  /// What it counts.
  package var label: InlineText

  /// Makes a fact from its number and label.
  package init(_ value: String, _ label: InlineText) {
    self.value = value
    self.label = label
  }
}

/// A term and its explanation.
package struct Definition: Sendable, Hashable {
  /// The word explained.
  package var term: InlineText
  /// The explanation.
  package var text: InlineText

  /// Makes a definition from its term and text.
  package init(_ term: InlineText, _ text: InlineText) {
    self.term = term
    self.text = text
  }
}
