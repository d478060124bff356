/// One report: what stands above the first section, and the blocks below it.
package struct Document: Sendable, Hashable {
  /// Plain text; the file's title and its one level-1 heading.
  package var title: String
  /// Short muted lines under the title: who, when, made by what.
  package var metaLines: [InlineText]
  /// The language of the document's own words, as a BCP 47 tag such as `en`.
  package var language: String
  /// Texts that are in another language; nil where all are in the document's own.
  package var foreign: ForeignTexts?
  /// Name and version of the program that made the document.
  package var generator: String
  /// One sentence for search results and previews; not shown on the page.
  package var description: String
  /// The content, in reading order.
  package var blocks: [Block]

  /// Makes a document from its parts.
  package init(
    title: String, metaLines: [InlineText] = [], language: String = "en",
    foreign: ForeignTexts? = nil, generator: String = "", description: String = "", blocks: [Block]
  ) {
    self.title = title
    self.metaLines = metaLines
    self.language = language
    self.foreign = foreign
    self.generator = generator
    self.description = description
    self.blocks = blocks
  }
}
